import * as z from 'zod/mini'
import { languages } from '#kernel/bilingual.ts'
import { registerOnlineReport } from '#modules/incidents/index.ts'
import { sendToPhone } from '#modules/notifications/index.ts'
import { defineAction } from '#platform/server/action.ts'
import { reportZh } from '../words/report-zh.ts'
import { concerned, reportKinds, sortReport } from '../domain/online-report.ts'
import { reportRegistered } from './report-messages.ts'
import { endReport } from './report-repository.ts'
import { isStillOpen } from './request-repository.ts'
import { takeReportsJob } from './send-report-code.ts'
import type { PublicQueryTables } from './tables.ts'

const Report = z.object({
  kind: z.enum(reportKinds),
  what: z.string(),
  when: z.string(),
  where: z.string(),
  name: z.string(),
  concerned: z.enum(concerned),
})

/** Makes an incident of a confirmed report, under the same id; tells the desk, and the reporter unless the kind is sensitive. */
export const registerReport = defineAction<PublicQueryTables>()({
  name: 'public-query.registerReport',
  input: z.object({
    id: z.uuid(),
    attempts: z.number(),
    report: Report,
    phone: z.string(),
    language: z.enum(languages),
    confirmedAt: z.iso.datetime(),
  }),
  allowedTo: (actor) => actor.kind === 'job' && actor.id === takeReportsJob,

  async run(doing, { id, attempts, report, phone, language, confirmedAt }) {
    const { tx, actor } = doing
    const { bureauCode } = actor
    const subject = `incident:${id}`
    doing.about({ subject, bureauCode, unitCode: bureauCode })
    if (!(await isStillOpen(tx, { bureauCode, id, attempts }))) return { number: null }
    const { category, grade, sensitivity } = sortReport(report)
    const { number } = await registerOnlineReport(doing, {
      id,
      category,
      grade,
      sensitivity,
      // law: what was said is written down as it was said; the desk's words stand in brackets behind it.
      summary: `${report.what}${reportZh.record(report.when, report.concerned)}`,
      place: report.where,
      reporterName: report.name,
      reporterPhone: phone,
      receivedAt: new Date(confirmedAt),
    })
    await endReport(tx, { bureauCode, id, number })
    // why: such a phone may be read by the very person who must not know.
    if (sensitivity === 'none')
      await sendToPhone(doing, {
        reference: `report:${id}`,
        template: reportRegistered,
        parameters: { number },
        phone,
        language,
        subject,
        bureauCode,
        unitCode: bureauCode,
      })
    return { number }
  },
})
