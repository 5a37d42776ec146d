import { randomInt } from 'node:crypto'
import * as z from 'zod/mini'
import { dayOf, startOf } from '#kernel/beijing-time.ts'
import { languages } from '#kernel/bilingual.ts'
import { type BureauCode, unitCode } from '#kernel/unit-code.ts'
import { sendToPhone } from '#modules/notifications/index.ts'
import { defineAction } from '#platform/server/action.ts'
import { smsDigits } from '../domain/proof-code.ts'
import { codeMinutes, codesADay } from '../domain/query-limits.ts'
import { codeHash } from './hashes.ts'
import { queryCode } from './messages.ts'
import { saveCode } from './party-repository.ts'
import { endRequest } from './request-repository.ts'
import type { PublicQueryTables } from './tables.ts'

export const sendCodesJob = 'public-query.send-codes'

export const newCode = (): string => String(randomInt(10 ** smsDigits)).padStart(smsDigits, '0')

/** Sends a fresh code to the phone of a request whose number and phone belong together, five a day at most. */
export const sendCode = defineAction<PublicQueryTables>()({
  name: 'public-query.sendCode',
  input: z.object({
    requestId: z.uuid(),
    receiptId: z.uuid(),
    caseId: z.uuid(),
    unitCode: z.string(),
    phone: z.string(),
    language: z.enum(languages),
  }),
  allowedTo: (actor) => actor.kind === 'job' && actor.id === sendCodesJob,

  async run(doing, input) {
    const { actor, tx, now, vault } = doing
    const bureauCode: BureauCode = actor.bureauCode
    const about = { subject: `case:${input.caseId}`, bureauCode, unitCode: unitCode(input.unitCode) }
    doing.about(about)
    const digits = newCode()
    const expiresAt = new Date(now.getTime() + codeMinutes * 60_000)
    const isSaved = await saveCode(tx, {
      bureauCode,
      receiptId: input.receiptId,
      id: input.requestId,
      codeHash: codeHash(vault, input.receiptId, input.phone, digits),
      madeAt: now,
      expiresAt,
      dayBegan: startOf(dayOf(now)),
      dayLimit: codesADay,
    })
    if (isSaved)
      await sendToPhone(doing, {
        ...about,
        reference: `code:${input.requestId}`,
        // why: only the newest code is asked for by the page.
        topic: `code:${input.receiptId}`,
        template: queryCode,
        parameters: { minutes: codeMinutes },
        secrets: { code: digits },
        phone: input.phone,
        language: input.language,
        expiresAt,
      })
    await endRequest(tx, { bureauCode, id: input.requestId })
    return { isSent: isSaved }
  },
})
