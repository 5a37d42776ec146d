import { openAs } from '#platform/server/database.ts'
import { perform } from '#platform/server/action.ts'
import type { Platform } from '#platform/server/platform.ts'
import type { Loop } from '#platform/server/worker.ts'
import { addDays, dayOf, startOf } from '#kernel/beijing-time.ts'
import { phoneHash } from './hashes.ts'
import { findParty } from './party-repository.ts'
import { recordDisagreement } from './record-disagreement.ts'
import { recordNotMe } from './record-not-me.ts'
import { recordView } from './record-view.ts'
import { deleteOld, endRequest, takeRequest, type TakenRequest } from './request-repository.ts'
import { sendCode, sendCodesJob } from './send-code.ts'
import type { PublicQueryTables } from './tables.ts'
import { deleteCountsBefore } from './throttle-repository.ts'

export const phoneCell = (bureauCode: string, id: string) => ({ bureauCode, table: 'public_query.request', column: 'phone', id })

const nothing = Buffer.alloc(0)

/** Looks up what the citizens' side may not: whether number and phone belong together. If not, nothing happens and nobody is told. */
async function answerCodeRequest(platform: Platform, request: TakenRequest): Promise<void> {
  const db = openAs(platform.db).as<PublicQueryTables>()
  const { bureauCode, id, number, phoneSealed, language } = request
  const phone = phoneSealed && platform.vault.open(phoneSealed, phoneCell(bureauCode, id))
  const now = await platform.clock.now(openAs(platform.db))
  const party =
    number && phone && (await findParty(db, { bureauCode, number, phoneHash: phoneHash(platform.vault, phone), codeHash: nothing, now }))
  if (!party) return endRequest(db, request)
  const { receiptId, caseId, unitCode } = party
  await perform(
    platform,
    sendCode,
    { kind: 'job', id: sendCodesJob, bureauCode },
    { requestId: id, receiptId, caseId, unitCode, phone, language },
  )
}

/** Reports have a loop of their own. */
const answers: Readonly<Record<TakenRequest['kind'], (platform: Platform, request: TakenRequest) => Promise<void>>> = {
  'send-code': answerCodeRequest,
  viewed: recordView,
  disagree: recordDisagreement,
  'not-me': recordNotMe,
}

export const answerRequests: Loop = {
  name: sendCodesJob,
  everyMs: 1_000,
  async turn(platform) {
    const open = openAs(platform.db)
    const request = await takeRequest(open.as<PublicQueryTables>(), await platform.clock.now(open))
    if (!request) return false
    await answers[request.kind](platform, request)
    return true
  },
}

const trailDays = 180

export const forgetOld: Loop = {
  name: 'public-query.forget-old',
  everyMs: 3_600_000,
  async turn(platform) {
    const open = openAs(platform.db)
    const db = open.as<PublicQueryTables>()
    const today = dayOf(await platform.clock.now(open))
    await deleteCountsBefore(db, addDays(today, -1))
    await deleteOld(db, { requests: startOf(addDays(today, -1)), views: startOf(addDays(today, -trailDays)) })
    return false
  },
}
