import { parse } from 'csv-parse/sync'
import { refusals } from '../refusals.ts'

/** The cells of a CSV file; what is no CSV at all is refused. Empty lines are left out at the end only, so that lines count as in a spreadsheet. */
export function cellsOf(csv: string): string[][] {
  try {
    const lines = parse(csv, { bom: true, relax_column_count: true, skip_empty_lines: false }) as string[][]
    const isEmpty = (line: readonly string[]) => line.every((cell) => cell.trim() === '')
    const last = lines.findLastIndex((line) => !isEmpty(line))
    return lines.slice(0, last + 1)
  } catch {
    throw refusals.csvNotReadable().at('csv')
  }
}
