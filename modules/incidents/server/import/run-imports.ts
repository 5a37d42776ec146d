import type { Actor } from '#kernel/actor.ts'
import { perform } from '#platform/server/action.ts'
import { openAs } from '#platform/server/database.ts'
import type { Loop } from '#platform/server/worker.ts'
import type { ImportRow, IncidentTables } from '../tables.ts'
import { claimImport, forgetUntouched, hopelessImport } from './import-repository.ts'
import { importAttempts, stopImport } from './stop-import.ts'
import { importJob, writeImport } from './write-import.ts'

type Due = Pick<ImportRow, 'bureau_code' | 'id'>
const jobOf = (due: Due) => ({ kind: 'job', id: importJob, bureauCode: due.bureau_code }) as Actor

/** Writes running imports, one short batch a turn; after a kill the next start goes on with what is left. */
export const runImports: Loop = {
  name: importJob,
  everyMs: 1_000,
  async turn(platform) {
    const open = openAs(platform.db)
    const db = open.as<IncidentTables>()
    const now = await platform.clock.now(open)
    const due = await claimImport(db, importAttempts, now)
    if (due) {
      await perform(platform, writeImport, jobOf(due), { importId: due.id })
      return true
    }
    const hopeless = await hopelessImport(db, importAttempts, now)
    if (!hopeless) return false
    await perform(platform, stopImport, jobOf(hopeless), { importId: hopeless.id })
    return true
  },
}

const keptHours = 24

/** A file that nobody started, or that stood still, for a day is given up: its rows name people. */
export const forgetImports: Loop = {
  name: 'incidents.forget-imports',
  everyMs: 600_000,
  async turn(platform) {
    const open = openAs(platform.db)
    const now = await platform.clock.now(open)
    await forgetUntouched(open.as<IncidentTables>(), new Date(now.getTime() - keptHours * 3_600_000), now)
    return false
  },
}
