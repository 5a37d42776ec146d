import { dayOf, inBeijing } from '#kernel/beijing-time.ts'
import { receiptContact } from '#modules/cases/index.ts'
import { sendToPhone } from '#modules/notifications/index.ts'
import type { Platform } from '#platform/server/platform.ts'
import { lookedUp } from './messages.ts'
import { type PartyAct, recordPartyAct } from './record-party-act.ts'
import type { TakenRequest } from './request-repository.ts'

/** A completed query goes into the trail, and the party is told of it once a day. */
export const recordView = (platform: Platform, request: TakenRequest): Promise<void> =>
  recordPartyAct(platform, request, { action: 'public-query.view', outcome: 'read', follow: (act) => tellParty(platform, act) })

async function tellParty({ vault, addresses }: Platform, { open, now, request, receiptId, party }: PartyAct): Promise<void> {
  // why: such a phone may be in the hands of the very person who must not know.
  if (party.sensitivity !== 'none' || party.isHidden) return
  const { bureauCode, askedAt } = request
  const { phone } = await receiptContact({ open, vault }, bureauCode, receiptId)
  if (phone === null) return
  const day = dayOf(askedAt)
  await sendToPhone(
    { open, now, vault },
    {
      reference: `looked-up:${party.partyId}:${day}`,
      template: lookedUp,
      parameters: { number: party.number, day, time: inBeijing(askedAt).slice(11, 16), link: `${addresses.publicUrl}/q` },
      phone,
      subject: `case:${party.caseId}`,
      bureauCode,
      unitCode: party.unitCode,
    },
  )
}
