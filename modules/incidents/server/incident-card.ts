import type { UnitCode } from '#kernel/unit-code.ts'
import { unitNames } from '#modules/accounts/index.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import type { Vault } from '#platform/server/vault.ts'
import type { IncidentCard } from '../contract.ts'
import { responseOf } from '../domain/response.ts'
import type { IncidentRow } from './tables.ts'

/** What a card is made of; a list reads no more of a row, and nothing of who reported. */
export const cardColumns = [
  'bureau_code',
  'id',
  'number',
  'state',
  'source',
  'category',
  'grade',
  'summary',
  'place_sealed',
  'unit_code',
  'holder_name',
  'sensitivity',
  'secrecy',
  'received_at',
  'dispatched_at',
  'signed_at',
  'arrived_at',
  'disposed_at',
  'disposition',
  'refused_at',
  'case_id',
  'case_number',
  'hand_ons',
  'assists',
  'hand_over_due_at',
  'handed_over_at',
] as const
export type CardRow = Pick<IncidentRow, (typeof cardColumns)[number]>

/** The officer found no violation; whether no case is filed is for the head of the unit to decide. */
export const awaitsRefusal = (row: CardRow): boolean => row.disposition === 'not-accepted' && row.refused_at === null

export const awaitsFiling = (row: CardRow): boolean => row.disposition === 'administrative-case' && row.case_id === null

/** A transfer that was recorded and is still to be handed over; its day and hour are those of the law. */
export const handOverDue = (row: CardRow): Date | null => (row.handed_over_at === null ? row.hand_over_due_at : null)

interface Reading {
  readonly open: OpenTransaction
  readonly vault: Vault
  readonly now: Date
}

function cardOf(row: CardRow, unitName: string, { vault, now }: Reading): IncidentCard {
  const response = responseOf(
    {
      state: row.state,
      receivedAt: row.received_at,
      dispatchedAt: row.dispatched_at,
      signedAt: row.signed_at,
      arrivedAt: row.arrived_at,
      disposedAt: row.disposed_at,
      awaitsFiling: awaitsFiling(row),
      awaitsRefusal: awaitsRefusal(row),
      handOverDueAt: handOverDue(row),
    },
    now,
  )
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    source: row.source,
    category: row.category,
    grade: row.grade,
    summary: row.summary,
    place: vault.open(row.place_sealed, { bureauCode: row.bureau_code, table: 'incidents.incident', column: 'place', id: row.id }),
    unitCode: row.unit_code,
    unitName,
    holderName: row.holder_name,
    sensitivity: row.sensitivity,
    secrecy: row.secrecy,
    receivedAt: row.received_at.toISOString(),
    disposition: row.disposition,
    caseId: row.case_id,
    caseNumber: row.case_number,
    handOns: row.hand_ons,
    assists: row.assists,
    handOverDueAt: handOverDue(row)?.toISOString() ?? null,
    response: { ...response, since: response.since.toISOString() },
  }
}

/** Cards for a page of rows; the names of their units are read once. */
export async function cardsOf(reading: Reading, rows: readonly CardRow[]): Promise<IncidentCard[]> {
  const names = await unitNames(
    reading.open,
    rows.map((row) => row.unit_code as UnitCode),
  )
  return rows.map((row) => cardOf(row, names.get(row.unit_code) ?? row.unit_code, reading))
}
