import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { bureauCode, unitCode } from '#kernel/unit-code.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import { InstallationFault } from '#platform/server/migrate.ts'
import { readSheetFile, sheetFile, type SignedSheet } from '../heads/signed-sheet.ts'
import type { EntryWithTime } from './verification-queries.ts'
import { recordsOf } from './recorded-trail.ts'
import { type TrailRecord, TrailVerifier, type Verified } from './trail-verifier.ts'
import { atOneMoment } from './verification-queries.ts'

const format = 'daylight-trail-1'
const headAndFoot = 2

/** The whole trail as lines of JSON, as of one moment: format, then one record a line, then how many there were. */
export const trailLines = (open: OpenTransaction, write: (line: string) => Promise<void>): Promise<number> =>
  atOneMoment(open, async (db) => {
    let records = 0
    await write(JSON.stringify({ format }))
    for await (const record of recordsOf(db, null)) {
      await write(JSON.stringify(lineOf(record)))
      records++
    }
    await write(JSON.stringify({ records }))
    return records
  })

function lineOf(record: TrailRecord): object {
  if (record.kind === 'sheet') return { sheet: sheetFile(record.sheet), bureau: record.bureauCode, number: record.number }
  if (record.kind === 'head')
    return { head: { bureau: record.bureauCode, chain: record.chain, seq: record.lastSeq, hash: record.lastHash?.toString('hex') ?? null } }
  return { entry: { ...record.entry, hash: record.entry.hash.toString('hex') } }
}

interface Line {
  readonly sheet?: string
  readonly bureau?: string
  readonly number?: number
  readonly head?: { readonly bureau: string; readonly chain: number; readonly seq: number | null; readonly hash: string | null }
  readonly entry?: Omit<EntryWithTime, 'hash' | 'at'> & { readonly hash: string; readonly at: string }
}

const unreadable: SignedSheet = { text: '', key: { algorithm: 'ed25519', spki: Buffer.alloc(0) }, signature: Buffer.alloc(0) }

function recordOf({ sheet, bureau = '', number = 0, head, entry }: Line): TrailRecord {
  if (sheet !== undefined) return { kind: 'sheet', bureauCode: bureauCode(bureau), number, sheet: readSheetFile(sheet) ?? unreadable }
  if (head) {
    const lastHash = head.hash === null ? null : Buffer.from(head.hash, 'hex')
    return { kind: 'head', bureauCode: bureauCode(head.bureau), chain: head.chain, lastSeq: head.seq, lastHash }
  }
  if (!entry) throw new TypeError('neither sheet, head nor entry')
  const codes = { bureau_code: bureauCode(entry.bureau_code), unit_code: unitCode(entry.unit_code) }
  return { kind: 'entry', entry: { ...entry, ...codes, at: new Date(entry.at), hash: Buffer.from(entry.hash, 'hex') } }
}

const notWhole = (file: string, line: number) =>
  new InstallationFault(
    `${file} 第 ${line} 行读不懂，或文件不完整：不是完好的痕迹导出文件。 · Line ${line} cannot be read or the file was cut short: it is no whole export of the trail.`,
  )

/** Verifies an exported trail, on any machine and without a database. Throws an InstallationFault if the file is cut or is no export. */
export async function verifyTrailFile(
  file: string,
  known: { readonly outside: readonly SignedSheet[]; readonly trusted: ReadonlySet<string> | null },
): Promise<Verified> {
  const verifier = new TrailVerifier(known)
  let number = 0
  let records: number | null = null
  for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    number++
    const line = parsed(text)
    if (line === null || records !== null || (number === 1) !== (line['format'] === format)) throw notWhole(file, number)
    if (typeof line['records'] === 'number') records = line['records']
    else if (number > 1) verifier.take(recordIn(line, file, number))
  }
  const verified = verifier.finish()
  const isWhole = records !== null && (verified.faults.length > 0 || records === number - headAndFoot)
  if (!isWhole) throw notWhole(file, number + 1)
  return verified
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return null
  }
}

function recordIn(line: object, file: string, number: number): TrailRecord {
  try {
    return recordOf(line)
  } catch {
    throw notWhole(file, number)
  }
}
