import { createHash, type Hash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { link, rm, stat } from 'node:fs/promises'
import { Transform, type TransformCallback } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import { InstallationFault } from '../migrate.ts'

/** What a backup says of itself before the first row. */
export interface BackupHead {
  readonly takenAt: string
  readonly isDemo: boolean | null
  /** Ids of the keys that its sealed values need; the keys themselves are never in a backup. */
  readonly keyIds: readonly string[]
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[]
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[]
}

/** Rows of each table, at the end, so that what was written can be counted against it. */
export interface BackupEnd {
  readonly rows: Readonly<Record<string, number>>
}

/** Pieces of a backup in their order: head; for each table its rows in PostgreSQL's COPY text, in pieces; end. */
export type Piece =
  | { readonly kind: 'head'; readonly head: BackupHead }
  | { readonly kind: 'rows'; readonly table: string; readonly text: Buffer }
  | { readonly kind: 'end'; readonly end: BackupEnd }

const magic = Buffer.from('DAYLIGHT BACKUP 1\n')
const hashBytes = 32
const lengthBytes = 4
const largestLabel = 10_000_000

/** One piece: length and JSON of what it is, length and bytes of its rows. */
function encode(piece: Piece): Buffer {
  const { text = Buffer.alloc(0), ...label } = piece as { text?: Buffer; kind: string }
  const json = Buffer.from(JSON.stringify(label), 'utf8')
  const lengths = [Buffer.alloc(lengthBytes), Buffer.alloc(lengthBytes)] as const
  lengths[0].writeUInt32BE(json.length)
  lengths[1].writeUInt32BE(text.length)
  return Buffer.concat([lengths[0], json, lengths[1], text])
}

/** Lets bytes through and keeps their hash; what `flush` adds at the end is the hash itself. */
function hashing(hash: Hash): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      hash.update(chunk)
      done(null, chunk)
    },
    flush(done: TransformCallback) {
      done(null, hash.digest())
    },
  })
}

/** Writes a backup: magic, zstd of the pieces, SHA-256 of both. The file has its name only when it is whole and on the disk. */
export async function writeBackup(file: string, pieces: AsyncIterable<Piece>): Promise<void> {
  const draft = `${file}.part`
  const hash = createHash('sha256').update(magic)
  const encoded = async function* () {
    for await (const piece of pieces) yield encode(piece)
  }
  try {
    const stream = createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true })
    await once(stream, 'open')
    stream.write(magic)
    await pipeline(encoded, createZstdCompress(), hashing(hash), stream)
    // why: unlike a rename, a link never takes the place of an older backup.
    await link(draft, file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST')
      throw new InstallationFault(`${file}（或 ${draft}）已存在，没有动它。 · ${file} (or ${draft}) is there already and was left alone.`)
    if (code === 'ENOENT' || code === 'EACCES' || code === 'ENOSPC')
      throw new InstallationFault(`不能写入 ${file}（${code}） · Cannot write ${file} (${code})`)
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

const foreign = (file: string) =>
  new InstallationFault(`${file} 不是阳光执法的备份，没有动任何数据。 · ${file} is no backup of Daylight; nothing was changed.`)
const broken = (file: string) =>
  new InstallationFault(`${file} 不完整或被改动过，没有动任何数据。 · ${file} was cut short or changed; nothing was changed here.`)

/** Reads the whole file once and refuses it unless it is a backup, whole and unchanged. Throws an InstallationFault. */
export async function checkBackup(file: string): Promise<void> {
  const size = await stat(file).then(
    (found) => found.size,
    () => -1,
  )
  if (size < 0) throw new InstallationFault(`没有文件 ${file} · There is no file ${file}`)
  const bodyEnd = size - hashBytes
  const hash = createHash('sha256')
  const seen: Buffer[] = []
  let at = 0
  let isOurs = size >= magic.length
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    if (at === 0) isOurs = chunk.subarray(0, magic.length).equals(magic)
    if (!isOurs) break
    hash.update(chunk.subarray(0, Math.max(0, bodyEnd - at)))
    if (at + chunk.length > bodyEnd) seen.push(chunk.subarray(Math.max(0, bodyEnd - at)))
    at += chunk.length
  }
  if (!isOurs) throw foreign(file)
  if (bodyEnd < magic.length || !hash.digest().equals(Buffer.concat(seen))) throw broken(file)
}

/** The pieces of a checked backup. */
export async function* readBackup(file: string): AsyncGenerator<Piece> {
  const { size } = await stat(file)
  const stream = createReadStream(file, { start: magic.length, end: size - hashBytes - 1 }).pipe(createZstdDecompress())
  let waiting: Buffer = Buffer.alloc(0)
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk])
    for (let found = decode(waiting); found !== null; found = decode(waiting)) {
      yield found.piece
      waiting = waiting.subarray(found.bytes)
    }
  }
  if (waiting.length > 0) throw broken(file)
}

function decode(bytes: Buffer): { readonly piece: Piece; readonly bytes: number } | null {
  if (bytes.length < lengthBytes) return null
  const json = bytes.readUInt32BE(0)
  if (json > largestLabel) throw new InstallationFault('备份读不懂。 · The backup cannot be read.')
  const textAt = lengthBytes + json + lengthBytes
  if (bytes.length < textAt) return null
  const end = textAt + bytes.readUInt32BE(lengthBytes + json)
  if (bytes.length < end) return null
  const label = JSON.parse(bytes.subarray(lengthBytes, lengthBytes + json).toString('utf8')) as Piece
  return { piece: label.kind === 'rows' ? { ...label, text: bytes.subarray(textAt, end) } : label, bytes: end }
}
