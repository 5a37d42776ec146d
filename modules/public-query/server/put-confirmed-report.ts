import { openAs } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import { reportKey } from './report-cells.ts'
import { confirmReport, holdReport } from './report-repository.ts'
import type { PublicQueryTables } from './tables.ts'
import { type NewOnlineReport, writeReport } from './write-report.ts'

/** For a demo: a report whose code counts as typed. The worker registers it like any other. */
export async function putConfirmedReport(platform: Platform, typed: NewOnlineReport): Promise<void> {
  const ticket = await writeReport(platform, typed)
  await platform.db.transaction().execute(async (tx) => {
    const open = openAs(tx)
    const db = open.as<PublicQueryTables>()
    const now = await platform.clock.now(open)
    const found = ticket === null ? undefined : await holdReport(db, reportKey(platform.vault, ticket, typed.phone), now)
    if (found) await confirmReport(db, { bureauCode: typed.bureauCode, id: found.id }, now)
  })
}
