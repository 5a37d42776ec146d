import { openAs, type OpenTransaction } from '#platform/server/database.ts'
import type { Platform } from '#platform/server/platform.ts'
import { partyOfReceipt, type ReceiptParty } from './party-repository.ts'
import { endRequest, isStillOpen, type TakenRequest } from './request-repository.ts'
import type { PublicQueryTables } from './tables.ts'

/** What follows from a request of a party, inside the transaction that ends it. */
export interface PartyAct {
  readonly open: OpenTransaction
  readonly now: Date
  readonly request: TakenRequest
  readonly receiptId: string
  readonly party: ReceiptParty
}

interface Recorded {
  readonly action: string
  readonly outcome: 'read' | 'done'
  readonly follow: (act: PartyAct) => Promise<void>
}

/**
 * The citizens' side writes only its own tables; what a party did there is put into the audit trail from here, with all that follows
 * from it, in one transaction: once, also if the worker is killed in the middle or another one takes the request over.
 */
export async function recordPartyAct(platform: Platform, request: TakenRequest, { action, outcome, follow }: Recorded): Promise<void> {
  await platform.db.transaction().execute(async (tx) => {
    const open = openAs(tx)
    const db = open.as<PublicQueryTables>()
    if (!(await isStillOpen(db, request))) return
    const { bureauCode, receiptId, askedAt } = request
    const party = receiptId === null ? undefined : await partyOfReceipt(db, bureauCode, receiptId)
    await endRequest(db, request)
    if (!party || receiptId === null) return
    await follow({ open, now: await platform.clock.now(open), request, receiptId, party })
    const about = { subject: `case:${party.caseId}`, bureauCode, unitCode: party.unitCode, isSecret: party.isHidden }
    // why: last, since its chain is the one lock that all changes of a unit share.
    await platform.audit.append(open, { actor: { kind: 'party', id: party.partyId, bureauCode }, action, about, outcome, at: askedAt })
  })
}
