import type { Actor } from '#kernel/actor.ts'
import { perform } from '#platform/server/action.ts'
import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import { ask } from '#platform/server/query.ts'
import type { CheckedFile } from '../../contract.ts'
import type { ImportContext } from '../../domain/import-line.ts'
import { refusals } from '../refusals.ts'
import type { IncidentTables } from '../tables.ts'
import { admitImport } from './admit-import.ts'
import { batchesOf, checkFile } from './check-file.ts'
import { encodingOf, type ReceivedFile, receiveFile } from './decode-file.ts'
import { knownNumbers } from './import-repository.ts'
import { batchSize, keepImport } from './keep-import.ts'

/** A file on its way in: its bytes as they come, and how many were announced. */
export interface IncomingFile {
  readonly body: unknown
  readonly announcedBytes: number
}

const isStream = (body: unknown): body is AsyncIterable<Buffer> => typeof body === 'object' && body !== null && Symbol.asyncIterator in body

/** Bureaus of which a file is being checked. */
// why: a file is in the memory of this process meanwhile, so it is the process that must not fill with ten of one bureau.
const checking = new Set<string>()

async function oneAtATime<Answer>(bureauCode: string, check: () => Promise<Answer>): Promise<Answer> {
  if (checking.has(bureauCode)) throw refusals.importBusy()
  checking.add(bureauCode)
  try {
    return await check()
  } finally {
    checking.delete(bureauCode)
  }
}

/** Reads, decodes and checks a whole file, one of a bureau at a time; keeps it only if no line is at fault. */
export async function takeFile(platform: Platform, actor: Actor, { body, announcedBytes }: IncomingFile): Promise<CheckedFile> {
  const context = await ask(platform, admitImport, actor, {})
  if (!isStream(body)) throw refusals.importNoFile()
  return oneAtATime(actor.bureauCode, async () => keepSound({ platform, actor, context }, await receiveFile(body, announcedBytes)))
}

interface Admitted {
  readonly platform: Platform
  readonly actor: Actor
  readonly context: ImportContext
}

async function keepSound({ platform, actor, context }: Admitted, file: ReceivedFile): Promise<CheckedFile> {
  const encoding = await encodingOf(file)
  const db = openAs(platform.db).as<IncidentTables>()
  const reading = { file, encoding, context }
  const checked = await checkFile(reading, async (numbers) => (await knownNumbers(db, actor.bureauCode, numbers)).length)
  if (checked.faultCount > 0) return { ...checked, encoding, import: null }
  if (checked.rows === 0) throw refusals.importEmpty()
  const kept = { encoding, bytes: file.bytes, rows: checked.rows }
  return { ...checked, encoding, import: await perform(platform, keepImport(batchesOf(reading, batchSize)), actor, kept) }
}
