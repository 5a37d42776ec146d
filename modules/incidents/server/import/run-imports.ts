import { perform } from '#platform/server/action.ts'
import { openAs } from '#platform/server/database.ts'
import type { Loop } from '#platform/server/worker.ts'
import type { IncidentTables } from '../tables.ts'
import { claimImport, forgetUntouched, stopHopeless } from './import-repository.ts'
import { importJob, writeImport } from './write-import.ts'

/** After so many tries of one batch an import waits for a person, who sees it stopped. */
export const importAttempts = 5

/** Writes running imports, one short batch a turn; after a kill the next start goes on with what is left. */
export const runImports: Loop = {
  name: importJob,
  everyMs: 1_000,
  async turn(platform) {
    const db = openAs(platform.db).as<IncidentTables>()
    const due = await claimImport(db, importAttempts)
    if (!due) {
      await stopHopeless(db, importAttempts, await platform.clock.now(openAs(platform.db)))
      return false
    }
    const job = { kind: 'job', id: importJob, bureauCode: due.bureau_code } as Parameters<typeof perform>[2]
    await perform(platform, writeImport, job, { importId: due.id })
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
