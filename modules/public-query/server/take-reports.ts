import { perform } from '#platform/server/action.ts'
import { openAs } from '#platform/server/database.ts'
import type { Loop } from '#platform/server/worker.ts'
import { registerReport } from './register-report.ts'
import { openPhone, openReport } from './report-cells.ts'
import { deleteUnconfirmed, takeReport } from './report-repository.ts'
import { sendReportCode, takeReportsJob } from './send-report-code.ts'
import type { PublicQueryTables } from './tables.ts'

/** Reports have a loop of their own, so that many of them never stand before the codes of a query. */
export const takeReports: Loop = {
  name: takeReportsJob,
  everyMs: 1_000,
  async turn(platform) {
    const open = openAs(platform.db)
    const taken = await takeReport(open.as<PublicQueryTables>(), await platform.clock.now(open))
    if (!taken) return false
    const { bureauCode, id, attempts, language, confirmedAt } = taken
    const job = { kind: 'job', id: takeReportsJob, bureauCode } as const
    const common = { id, attempts, language, phone: openPhone(platform.vault, taken) }
    await (confirmedAt === null
      ? perform(platform, sendReportCode, job, common)
      : perform(platform, registerReport, job, {
          ...common,
          report: openReport(platform.vault, taken),
          confirmedAt: confirmedAt.toISOString(),
        }))
    return true
  },
}

export const forgetReports: Loop = {
  name: 'public-query.forget-reports',
  everyMs: 60_000,
  async turn(platform) {
    const open = openAs(platform.db)
    await deleteUnconfirmed(open.as<PublicQueryTables>(), await platform.clock.now(open))
    return false
  },
}
