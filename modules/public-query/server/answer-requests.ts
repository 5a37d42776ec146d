import { openAs } from '#platform/server/database.ts'
import { perform } from '#platform/server/action.ts'
import type { Platform } from '#platform/server/platform.ts'
import type { Loop } from '#platform/server/worker.ts'
import { addDays, dayOf, startOf } from '#kernel/beijing-time.ts'
import { phoneHash } from './hashes.ts'
import { findParty, partyOfReceipt } from './party-repository.ts'
import { deleteOld, endRequest, isStillOpen, takeRequest, type TakenRequest } from './request-repository.ts'
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
  const party =
    number && phone && (await findParty(db, { bureauCode, number, phoneHash: phoneHash(platform.vault, phone), codeHash: nothing }))
  if (!party) return endRequest(db, request)
  const { receiptId, caseId, unitCode } = party
  await perform(
    platform,
    sendCode,
    { kind: 'job', id: sendCodesJob, bureauCode },
    { requestId: id, receiptId, caseId, unitCode, phone, language },
  )
}

/** The citizens' side writes only its own tables; that a party looked is put into the audit trail from here. */
async function recordView(platform: Platform, request: TakenRequest): Promise<void> {
  await platform.db.transaction().execute(async (tx) => {
    const open = openAs(tx)
    const db = open.as<PublicQueryTables>()
    if (!(await isStillOpen(db, request))) return
    const party = request.receiptId === null ? undefined : await partyOfReceipt(db, request.bureauCode, request.receiptId)
    if (party) {
      const { bureauCode } = request
      const about = { subject: `case:${party.caseId}`, bureauCode, unitCode: party.unitCode, isSecret: party.isHidden }
      await platform.audit.append(open, {
        actor: { kind: 'party', id: party.partyId, bureauCode },
        action: 'public-query.view',
        about,
        outcome: 'read',
        at: request.askedAt,
      })
    }
    await endRequest(db, request)
  })
}

export const answerRequests: Loop = {
  name: sendCodesJob,
  everyMs: 1_000,
  async turn(platform) {
    const open = openAs(platform.db)
    const request = await takeRequest(open.as<PublicQueryTables>(), await platform.clock.now(open))
    if (!request) return false
    await (request.kind === 'viewed' ? recordView(platform, request) : answerCodeRequest(platform, request))
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
