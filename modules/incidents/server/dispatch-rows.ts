import type { Officer } from '#kernel/actor.ts'
import type { UnitCode } from '#kernel/unit-code.ts'
import type { Doing } from '#platform/server/context.ts'
import type { FactTime } from '#platform/server/fact-time.ts'
import type { DomainEvent } from '#platform/shared/event.ts'
import { type DispatchEnding, nextLead, type Progress, stateOf } from '../domain/dispatch.ts'
import { incidentArrived, incidentDispatched, incidentHandedOn, incidentRecalled, incidentSigned } from '../events.ts'
import { type ByHand, stepRow, subjectOf } from './step.ts'
import type { DispatchRow, IncidentRow, StepLogRow } from './tables.ts'

/** An incident with every unit that was ever sent to it, in the order of sending. */
export interface Board {
  readonly row: IncidentRow
  readonly sent: readonly DispatchRow[]
}

/** What one act on the board writes; for one incident and for a whole county. */
export interface BoardRows {
  readonly change: Partial<IncidentRow>
  /** All units after the act; those that are not the same object as before are to be written. */
  readonly sent: readonly DispatchRow[]
  readonly logs: readonly Omit<StepLogRow, 'seq'>[]
  readonly events: readonly DomainEvent[]
}

type Stepping = ByHand<'now' | 'inputHash'>
type ByOfficer = Pick<Doing, 'actor' | 'now' | 'inputHash'>

export const progressOf = (unit: DispatchRow): Progress & { readonly isLead: boolean } => ({
  signedAt: unit.signed_at,
  arrivedAt: unit.arrived_at,
  isLead: unit.is_lead,
})

/** The units that are on it now. */
export const activeOf = (sent: readonly DispatchRow[]): readonly DispatchRow[] => sent.filter(({ ended_at }) => ended_at === null)
export const leadOf = (sent: readonly DispatchRow[]): DispatchRow | undefined => activeOf(sent).find(({ is_lead }) => is_lead)
export const unitOn = (sent: readonly DispatchRow[], unitCode: string): DispatchRow | undefined =>
  activeOf(sent).find(({ unit_code }) => unit_code === unitCode)

const changed = (sent: readonly DispatchRow[], unit: DispatchRow, change: Partial<DispatchRow>): readonly DispatchRow[] =>
  sent.map((one) => (one.seq === unit.seq ? { ...one, ...change } : one))

const ended = (sent: readonly DispatchRow[], unit: DispatchRow, end: { at: Date; how: DispatchEnding; reason?: string }) =>
  changed(sent, unit, { ended_at: end.at, ending: end.how, end_reason: end.reason ?? null })

/** A unit as it is sent, nothing signed for yet. */
export const dispatchRow = (
  row: Pick<IncidentRow, 'bureau_code' | 'id'>,
  unit: Pick<DispatchRow, 'seq' | 'unit_code' | 'is_lead' | 'dispatched_at'>,
): DispatchRow => ({
  bureau_code: row.bureau_code,
  incident_id: row.id,
  ...unit,
  signed_at: null,
  signed_by: null,
  signed_by_name: null,
  arrived_at: null,
  arrived_by: null,
  arrived_by_name: null,
  ended_at: null,
  ending: null,
  end_reason: null,
})

const withNobody = {
  state: 'received',
  dispatched_at: null,
  signed_at: null,
  arrived_at: null,
  holder_id: null,
  holder_name: null,
  assists: 0,
} as const

/** How the incident stands with these units: as the one that leads, or back at the desk where none does. */
function standing(row: IncidentRow, sent: readonly DispatchRow[]): Partial<IncidentRow> {
  const lead = leadOf(sent)
  if (!lead) return { ...withNobody, unit_code: row.desk_code }
  return {
    state: stateOf(progressOf(lead)),
    unit_code: lead.unit_code,
    dispatched_at: lead.dispatched_at,
    signed_at: lead.signed_at,
    arrived_at: lead.arrived_at,
    holder_id: lead.signed_by,
    holder_name: lead.signed_by_name,
    assists: activeOf(sent).length - 1,
  }
}

interface Sending {
  readonly units: readonly UnitCode[]
  /** Instead of the unit that leads now. */
  readonly instead?: boolean
}

/** Units are sent; the first of them leads where none does. */
export function sentRows(doing: Stepping, { row, sent: before }: Board, { units, instead = false }: Sending): BoardRows {
  const { now } = doing
  const lead = leadOf(before)
  let sent = lead && instead ? ended(before, lead, { at: now, how: 'redirected' }) : before
  for (const unit of units) {
    const there = unitOn(sent, unit)
    const leads = leadOf(sent) === undefined
    if (there) sent = changed(sent, there, { is_lead: leads })
    else sent = [...sent, dispatchRow(row, { seq: sent.length + 1, unit_code: unit, is_lead: leads, dispatched_at: now })]
  }
  return {
    change: standing(row, sent),
    sent,
    logs: units.map((targetUnit) => stepRow(doing, row, { step: 'dispatch', occurredAt: now, isLateEntry: false, targetUnit })),
    events: units.map((unitCode) => incidentDispatched.of(subjectOf(row.id), now, { incidentId: row.id, unitCode })),
  }
}

/** A unit signs; who signs for the one that leads holds the incident from then on. */
export function signedRows(doing: ByOfficer, { row, sent: before }: Board, unit: DispatchRow): BoardRows {
  const { id, name } = doing.actor as Officer
  const sent = changed(before, unit, { signed_at: doing.now, signed_by: id, signed_by_name: name })
  return {
    change: unit.is_lead ? standing(row, sent) : {},
    sent,
    logs: [stepRow(doing, row, { step: 'sign', occurredAt: doing.now, isLateEntry: false, targetUnit: assisting(unit) })],
    events: [incidentSigned.of(subjectOf(row.id), doing.now, { incidentId: row.id, unitCode: unit.unit_code })],
  }
}

// why: a line of history names the unit where it is not the one that the incident itself names.
const assisting = (unit: DispatchRow): string | undefined => (unit.is_lead ? undefined : unit.unit_code)

interface Arrival {
  readonly unit: DispatchRow
  readonly time: FactTime
  readonly lateReason: string | undefined
}

/** A unit is at the scene. */
export function arrivedRows(doing: ByOfficer, { row, sent: before }: Board, { unit, time, lateReason }: Arrival): BoardRows {
  const { id, name } = doing.actor as Officer
  const sent = changed(before, unit, { arrived_at: time.occurredAt, arrived_by: id, arrived_by_name: name })
  return {
    change: unit.is_lead ? standing(row, sent) : {},
    sent,
    logs: [stepRow(doing, row, { step: 'arrive', ...time, lateReason, targetUnit: assisting(unit) })],
    events: [incidentArrived.of(subjectOf(row.id), time.occurredAt, { incidentId: row.id, unitCode: unit.unit_code })],
  }
}

/** The desk takes a unit back; if it led, the next one does, or the incident is at the desk again. */
export function recalledRows(
  doing: Stepping,
  { row, sent: before }: Board,
  { unit, reason }: { readonly unit: DispatchRow; readonly reason: string },
): BoardRows {
  const { now } = doing
  const without = ended(before, unit, { at: now, how: 'recalled', reason })
  const next = unit.is_lead ? nextLead(activeOf(without).map((one) => ({ ...progressOf(one), one })))?.one : undefined
  const sent = next ? changed(without, next, { is_lead: true }) : without
  return {
    change: standing(row, sent),
    sent,
    logs: [stepRow(doing, row, { step: 'recall', occurredAt: now, isLateEntry: false, targetUnit: unit.unit_code, reason })],
    events: [incidentRecalled.of(subjectOf(row.id), now, { incidentId: row.id, unitCode: unit.unit_code })],
  }
}

interface HandOn {
  readonly unit: DispatchRow
  readonly target: UnitCode
  readonly reason: string
}

/** A unit hands its part on; the one that receives it has to sign anew, and the incident counts it. */
export function handedOnRows(doing: Stepping, { row, sent: before }: Board, { unit, target, reason }: HandOn): BoardRows {
  const { now } = doing
  const left = ended(before, unit, { at: now, how: 'handed-on', reason })
  const there = unitOn(left, target)
  const free = there ? ended(left, there, { at: now, how: 'took-over' }) : left
  const next = { seq: free.length + 1, unit_code: target, is_lead: unit.is_lead, dispatched_at: now }
  const sent = [...free, dispatchRow(row, next)]
  const handOns = row.hand_ons + 1
  return {
    change: { ...standing(row, sent), hand_ons: handOns },
    sent,
    logs: [stepRow(doing, row, { step: 'hand-on', occurredAt: now, isLateEntry: false, targetUnit: target, reason })],
    events: [incidentHandedOn.of(subjectOf(row.id), now, { incidentId: row.id, fromUnit: unit.unit_code, unitCode: target, handOns })],
  }
}
