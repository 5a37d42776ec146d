import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { Log } from '../log.ts'
import { byteOrderMark, csvLines } from './csv-text.ts'

/** Rows of a file, a page at a time; the next page is read when the one before has left. */
export type CsvPages = AsyncIterable<readonly (readonly (string | null)[])[]>

interface CsvFile {
  readonly name: string
  readonly head: readonly string[]
  readonly pages: CsvPages
  /** How many rows are promised, for the page that asked. */
  readonly rows: number
}

async function* textOf({ head, pages }: CsvFile, log: Log): AsyncGenerator<string> {
  try {
    yield byteOrderMark + csvLines([head])
    for await (const page of pages) yield csvLines(page)
  } catch (error) {
    // why: the head has left already; the answer can only be cut off, and the browser then says that the file is not whole.
    log.error({ err: error }, 'file cut off')
    throw error
  }
}

/** Answers a CSV file as it is made. */
export const answerCsv = (reply: FastifyReply, file: CsvFile, log: Log): FastifyReply =>
  reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('x-daylight-rows', String(file.rows))
    .send(Readable.from(textOf(file, log)))
