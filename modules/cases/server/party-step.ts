import { type Actor, holds, type Officer } from '#kernel/actor.ts'
import type { Doing } from '#platform/server/context.ts'
import { type FactTime, factTime } from '#platform/server/fact-time.ts'
import { aboutCase } from './about-case.ts'
import { holdCase } from './case-repository.ts'
import { partiesOf, partyChangesOf } from './paper-repository.ts'
import { counterRoles, mayKnow, standsAtCounter } from './party-access.ts'
import { refusals } from './refusals.ts'
import type { CaseRow, CaseTables, PartyChangeRow, PartyRow } from './tables.ts'

export const worksAtCounter = (actor: Actor): boolean => holds(actor, ...counterRoles)

interface Held {
  readonly row: CaseRow
  readonly parties: readonly PartyRow[]
  /** What this very click did before, after a lost answer: it is answered like the first time and changes nothing. */
  readonly repeated: PartyChangeRow | undefined
}

/** The case held for an act about its parties, with the questions answered: may I know it, is it mine to do, was it done. */
export async function holdForParties(doing: Doing, caseId: string, changeId: string): Promise<Held> {
  const { actor, open, inputHash } = doing
  const tx = open.as<CaseTables>()
  const row = await holdCase(tx, actor, caseId)
  if (!row) throw refusals.caseNotFound(caseId)
  doing.about(aboutCase(row))
  if (!standsAtCounter(actor, row)) throw refusals.partyActNotYours(counterRoles)
  const repeated = (await partyChangesOf(tx, row.bureau_code, row.id)).find((change) => change.id === changeId)
  if (repeated && !(repeated.by_id === actor.id && repeated.input_hash.equals(inputHash))) throw refusals.movedMeanwhile(row.id)
  return { row, parties: await partiesOf(tx, row.bureau_code, row.id), repeated }
}

/** The same for one of its parties. */
export async function holdParty(doing: Doing, asked: { caseId: string; partyId: string; id: string }) {
  const held = await holdForParties(doing, asked.caseId, asked.id)
  const party = held.parties.find((one) => one.id === asked.partyId)
  if (!party) throw refusals.partyNotFound(asked.partyId)
  if (!held.repeated && !mayKnow(doing.actor, held.row, party)) throw refusals.identityKeptSecret()
  return { ...held, party }
}

interface Given {
  readonly occurredAt?: string | undefined
  readonly lateReason?: string | undefined
}

/** When a party came to the counter; never before the case was. */
export const counterTime = ({ now }: Doing, row: CaseRow, { occurredAt, lateReason }: Given): FactTime =>
  factTime({ occurredAt: occurredAt ? new Date(occurredAt) : undefined, after: row.opened_at, lateReason }, now)

type Done = Pick<PartyChangeRow, 'id' | 'party_id' | 'kind'> &
  Partial<Pick<PartyChangeRow, 'reason' | 'identity_check' | 'old_phone_sealed' | 'new_phone_sealed' | 'receipt_id' | 'late_reason'>>

/** The line that an act about a party leaves. */
export function partyChangeRow({ actor, now, inputHash }: Doing, row: CaseRow, time: FactTime, done: Done): PartyChangeRow {
  const officer = actor as Officer
  return {
    bureau_code: row.bureau_code,
    case_id: row.id,
    reason: null,
    identity_check: null,
    old_phone_sealed: null,
    new_phone_sealed: null,
    receipt_id: null,
    late_reason: null,
    ...done,
    occurred_at: time.occurredAt,
    recorded_at: now,
    is_late_entry: time.isLateEntry,
    by_id: officer.id,
    by_name: officer.name,
    by_unit: officer.unitCode,
    input_hash: inputHash,
  }
}
