import type { z } from 'zod'
import { monthOf } from '#modules/cases/index.ts'
import type { FactTime } from '#platform/server/fact-time.ts'
import type { Series } from '#platform/server/number.ts'
import type { receiveIncident as endpoint } from '../contract.ts'
import { incidentNumber } from '../domain/incident-number.ts'
import type { ByHand, Hand } from './step.ts'
import type { IncidentRow } from './tables.ts'

export type ReceiveInput = z.output<typeof endpoint.input>
/** What of a call is kept with it; to whom it is sent is another matter. */
type Registered = Omit<ReceiveInput, 'dispatchTo' | 'alsoTo'>

/** Numbers are given by the bureau's desk, month by month. */
export const incidentSeries = (bureauCode: string, now: Date): Series => ({
  bureauCode,
  unitCode: bureauCode,
  kind: 'incident',
  period: monthOf(now),
})

export const numberIn = ({ unitCode, period }: Series, serial: number): string => incidentNumber(unitCode, period, serial)

interface Prepared {
  readonly time: FactTime
  readonly number: string
}

/** The incident as it is registered; for one call and for a whole county. */
export function incidentRow(doing: ByHand<'now' | 'vault' | 'inputHash'>, input: Registered, { time, number }: Prepared): IncidentRow {
  const { vault, now, inputHash } = doing
  const hand = doing.actor as Hand
  const seal = (column: string, text: string) =>
    vault.seal(text, { bureauCode: hand.bureauCode, table: 'incidents.incident', column, id: input.id })
  return {
    bureau_code: hand.bureauCode,
    id: input.id,
    number,
    state: 'received',
    source: input.source,
    category: input.category,
    grade: input.grade,
    summary: input.summary,
    reporter_name_sealed: input.reporterName ? seal('reporter_name', input.reporterName) : null,
    reporter_phone_sealed: input.reporterPhone ? seal('reporter_phone', input.reporterPhone) : null,
    reporter_phone_hash: input.reporterPhone ? vault.hash('phone', input.reporterPhone) : null,
    is_reporter_secret: false,
    place_sealed: seal('place', input.place),
    unit_code: hand.unitCode,
    desk_code: hand.unitCode,
    holder_id: null,
    holder_name: null,
    secrecy: 'ordinary',
    sensitivity: input.sensitivity,
    received_at: time.occurredAt,
    dispatched_at: null,
    signed_at: null,
    arrived_at: null,
    disposed_at: null,
    disposition: null,
    disposition_note: null,
    proposed_cause: null,
    proposed_cause_text: null,
    proposed_cause_law: null,
    proposed_cause_article: null,
    case_id: null,
    case_number: null,
    created_by: hand.id,
    input_hash: inputHash,
    recorded_at: now,
    merged_into: null,
    merged_into_number: null,
    source_system: null,
    source_number: null,
    hand_ons: 0,
    refused_at: null,
    assists: 0,
    hand_over_due_at: null,
    handed_over_at: null,
    handed_over_to: null,
    handed_over_way: null,
    reporter_told: null,
    corrected_at: null,
  }
}
