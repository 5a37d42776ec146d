import { v7 as uuid } from 'uuid'
import * as z from 'zod/mini'
import { dayOf, startOf } from '#kernel/beijing-time.ts'
import { languages } from '#kernel/bilingual.ts'
import { sendToPhone } from '#modules/notifications/index.ts'
import { defineAction } from '#platform/server/action.ts'
import { codeMinutes, codesADay } from '../domain/query-limits.ts'
import { reportCodesADay } from '../domain/report-limits.ts'
import { codeHash, phoneHash } from './hashes.ts'
import { saveCode } from './party-repository.ts'
import { reportCode } from './report-messages.ts'
import { countPhone, endReport, waitForCode } from './report-repository.ts'
import { isStillOpen } from './request-repository.ts'
import { newCode } from './send-code.ts'
import type { PublicQueryTables } from './tables.ts'

export const takeReportsJob = 'public-query.take-reports'

/** Of a report that is not registered yet; the incident has the same id. */
export const reportSubject = (id: string): string => `report:${id}`

/** Sends the code that confirms a report; a phone that had its number of codes today gets none, and the report is forgotten. */
export const sendReportCode = defineAction<PublicQueryTables>()({
  name: 'public-query.sendReportCode',
  input: z.object({ id: z.uuid(), attempts: z.number(), phone: z.string(), language: z.enum(languages) }),
  allowedTo: (actor) => actor.kind === 'job' && actor.id === takeReportsJob,

  async run(doing, { id, attempts, phone, language }) {
    const { actor, tx, now, vault } = doing
    const { bureauCode } = actor
    const about = { subject: reportSubject(id), bureauCode, unitCode: bureauCode }
    doing.about(about)
    if (!(await isStillOpen(tx, { bureauCode, id, attempts }))) return { isSent: false }
    const digits = newCode()
    const [codeId, expiresAt] = [uuid(), new Date(now.getTime() + codeMinutes * 60_000)]
    const maySend = await countPhone(tx, { kind: 'report-code', phoneHash: phoneHash(vault, phone), limit: reportCodesADay, now })
    const code = { bureauCode, receiptId: id, id: codeId, codeHash: codeHash(vault, id, null, digits), madeAt: now, expiresAt }
    if (!maySend || !(await saveCode(tx, { ...code, dayBegan: startOf(dayOf(now)), dayLimit: codesADay }))) {
      await endReport(tx, { bureauCode, id, number: null })
      return { isSent: false }
    }
    await sendToPhone(doing, {
      ...about,
      reference: `report-code:${codeId}`,
      template: reportCode,
      parameters: { minutes: codeMinutes },
      secrets: { code: digits },
      phone,
      language,
      expiresAt,
    })
    await waitForCode(tx, { bureauCode, id }, now)
    return { isSent: true }
  },
})
