import { stringify } from 'csv-stringify/sync'

/** Excel and WPS take a file for the machine's own encoding unless it begins with this. */
export const byteOrderMark = '\uFEFF'

const longDigits = /^(\d{11,}|0\d+)$/

/**
 * A cell as a spreadsheet leaves it alone.
 * why: digits in a row would lose their end or their leading zero; a tab after them makes them text in Excel and in WPS.
 */
const cellOf = (value: string): string => (longDigits.test(value) ? `${value}\t` : value)

/** Lines of a CSV file. A cell that a spreadsheet would run as a formula is set behind an apostrophe. */
export const csvLines = (rows: readonly (readonly (string | null)[])[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => cellOf(cell ?? ''))),
    // why: a lone line break inside of a cell is not the delimiter, so the library would leave it bare.
    { record_delimiter: '\r\n', escape_formulas: true, quoted_match: /[\r\n]/ },
  )
