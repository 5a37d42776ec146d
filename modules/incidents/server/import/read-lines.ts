import { Readable } from 'node:stream'
import { setImmediate as othersTurn } from 'node:timers/promises'
import { CsvError, parse } from 'csv-parse'
import { importLimits } from '../../domain/import-columns.ts'
import { type ImportEncoding, type ReceivedFile, textOf } from './decode-file.ts'

/** One record of a file and the line of the file in which it begins. */
export interface FileLine {
  readonly line: number
  readonly cells: readonly string[]
}

/** The file cannot be read from this line on: a quotation mark that never closes, or one in mid-cell, or an incident without end. */
export class NoCsv extends Error {
  readonly line: number
  readonly code: 'quotes' | 'recordTooLong'
  constructor(line: number, code: 'quotes' | 'recordTooLong') {
    super('no CSV')
    this.name = 'NoCsv'
    this.line = line
    this.code = code
  }
}

/** As our own export and others set it before what a spreadsheet would run. */
const defused = /^'(?=[=+\-@\t\r＝＋－＠])/
const cellOf = (text: string): string => text.replace(defused, '').trim()

interface Parsed {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** After so many lines everybody else has a turn: the streams themselves never wait for one. */
const linesAtOnce = 200

/**
 * What the parser counts is UTF-8, in which a character of GB18030 is longer: one byte becomes three at most.
 * why: lines are measured by their true bytes as they come; this is for an incident that runs over many lines.
 */
const recordBytes = importLimits.lineBytes * 3

/** Records one after the other, without what is empty; cells may hold quotes and line breaks. */
export async function* linesOf(file: ReceivedFile, encoding: ImportEncoding): AsyncGenerator<FileLine> {
  const parser = parse({ info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: recordBytes })
  const source = Readable.from(textOf(file, encoding))
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  let [line, read] = [1, 0]
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const breaks = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0)
      line = info.lines
      read += 1
      if (read % linesAtOnce === 0) await othersTurn()
      const cells = record.map(cellOf)
      if (cells.some((cell) => cell !== '')) yield { line: info.lines - breaks, cells }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new NoCsv(Number(error['lines'] ?? line), error.code === 'CSV_MAX_RECORD_SIZE' ? 'recordTooLong' : 'quotes')
  } finally {
    source.destroy()
  }
}
