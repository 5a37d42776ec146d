import type { BureauCode } from '#kernel/unit-code.ts'
import { withdrawMessage } from '#modules/notifications/index.ts'
import type { Doing } from '#platform/server/context.ts'
import { milestones } from '../domain/milestones/index.ts'
import { endProofs } from './party-repository.ts'
import { receiptIdsOf } from './projection-repository.ts'
import type { PublicQueryTables } from './tables.ts'
import { milestoneReference } from './tell-milestone.ts'

/** A party has another phone: what the old one opened or was sent proves nobody any more, and what still waits for it does not leave. */
export async function endOldPhone(doing: Doing, bureauCode: BureauCode, partyId: string): Promise<void> {
  const db = doing.open.as<PublicQueryTables>()
  for (const receiptId of await receiptIdsOf(db, bureauCode, partyId)) {
    await endProofs(db, { bureauCode, receiptId, now: doing.now })
    for (const { id } of milestones) await withdrawMessage(doing, bureauCode, milestoneReference(receiptId, id))
  }
}
