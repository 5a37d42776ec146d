import { setImmediate as othersTurn } from 'node:timers/promises'
import { refusals } from '../refusals.ts'
import { importLimits } from '../../domain/import-columns.ts'

export type ImportEncoding = 'utf-8' | 'gb18030'

export interface ReceivedFile {
  readonly pieces: readonly Buffer[]
  readonly bytes: number
}

const lineFeed = 0x0a

/**
 * Takes in a file as it arrives, and stops at the first byte too many.
 * why: neither encoding has a line feed inside of a character, so lines can be measured before anything is decoded.
 */
export async function receiveFile(stream: AsyncIterable<Buffer>, announcedBytes: number): Promise<ReceivedFile> {
  if (announcedBytes > importLimits.fileBytes) throw refusals.importTooLarge(importLimits.fileBytes)
  const pieces: Buffer[] = []
  let bytes = 0
  let line = { number: 1, bytes: 0 }
  for await (const piece of stream) {
    bytes += piece.length
    if (bytes > importLimits.fileBytes) throw refusals.importTooLarge(importLimits.fileBytes)
    line = measure(piece, line)
    pieces.push(piece)
  }
  if (bytes === 0) throw refusals.importEmpty()
  return { pieces, bytes }
}

/** The line that a piece ends in, and how long it is so far. */
function measure(piece: Buffer, begun: { readonly number: number; readonly bytes: number }) {
  let { number, bytes } = begun
  let from = 0
  for (;;) {
    const end = piece.indexOf(lineFeed, from)
    const length = (end === -1 ? piece.length : end) - from
    if (bytes + length > importLimits.lineBytes) throw refusals.importLineTooLong(number, importLimits.lineBytes)
    if (end === -1) return { number, bytes: bytes + length }
    number += 1
    bytes = 0
    from = end + 1
  }
}

/** So many bytes are decoded and read at once. */
const pieceBytes = 64 * 1024

function* smallPieces(pieces: readonly Buffer[]): Generator<Buffer> {
  for (const piece of pieces) for (let from = 0; from < piece.length; from += pieceBytes) yield piece.subarray(from, from + pieceBytes)
}

/**
 * The text of a file, piece by piece; throws a TypeError at the first byte that is none of this encoding.
 * why: calls are taken by the same process, so after each piece everybody else has a turn.
 */
export async function* textOf({ pieces }: ReceivedFile, encoding: ImportEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let isFirst = true
  for (const piece of smallPieces(pieces)) {
    const text = decoder.decode(piece, { stream: true })
    yield isFirst ? text.replace(/^\uFEFF/, '') : text
    isFirst = false
    await othersTurn()
  }
  yield decoder.decode()
}

const isWritten = async (file: ReceivedFile, encoding: ImportEncoding): Promise<boolean> => {
  try {
    for await (const text of textOf(file, encoding)) if (text.includes('\u0000')) return false
    return true
  } catch {
    return false
  }
}

/** UTF-8 if every byte fits, else GB18030; what fits neither, such as Excel's "Unicode text", is refused. */
export async function encodingOf(file: ReceivedFile): Promise<ImportEncoding> {
  for (const encoding of ['utf-8', 'gb18030'] as const) if (await isWritten(file, encoding)) return encoding
  throw refusals.importEncodingUnknown()
}
