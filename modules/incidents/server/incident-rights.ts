import { type Actor, holdsFor } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { unitNames } from '#modules/accounts/index.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import type { IncidentDetail } from '../contract.ts'
import { mayRecall, stepsOfUnit } from '../domain/dispatch.ts'
import { type Step, stepRules } from '../domain/incident-state.ts'
import { activeOf, type Board, progressOf } from './dispatch-rows.ts'
import { ownUnit } from './dispatch-step.ts'
import { awaitsFiling, awaitsRefusal, handOverDue } from './incident-card.ts'
import type { DispatchRow, IncidentRow } from './tables.ts'

const isDesk = (actor: Actor, row: IncidentRow): boolean =>
  holdsFor(actor, row.bureau_code as BureauCode, row.unit_code as UnitCode, 'dispatcher')

const canBeRecalled = (row: IncidentRow, unit: DispatchRow): boolean => unit.ended_at === null && mayRecall(row.state)

/** The steps that this officer may take now: those of the unit that leads, of the own unit where it was sent, and of the desk. */
export function openStepsFor(actor: Actor, { row, sent }: Board): Step[] {
  const at = [row.bureau_code as BureauCode, row.unit_code as UnitCode] as const
  const unit = ownUnit(actor, row, sent)
  const ofUnit = unit ? stepsOfUnit(row.state, progressOf(unit)) : []
  const isOpen: Partial<Record<Step, boolean>> = {
    sign: ofUnit.includes('sign'),
    arrive: ofUnit.includes('arrive'),
    'hand-on': ofUnit.includes('hand-on'),
    recall: isDesk(actor, row) && activeOf(sent).some((one) => canBeRecalled(row, one)),
    'file-case': awaitsFiling(row),
    'refuse-case': awaitsFiling(row) || awaitsRefusal(row),
    'hand-over': handOverDue(row) !== null,
    correct: row.case_id === null && row.handed_over_at === null && row.refused_at === null,
  }
  const ownWay: readonly Step[] = ['sign', 'arrive', 'hand-on']
  return (
    stepRules
      // why: a unit that assists may be further or less far than the incident, which stands where the unit that leads stands.
      .filter(({ step, from, by }) => ownWay.includes(step) || (from.includes(row.state) && holdsFor(actor, ...at, ...by)))
      .map(({ step }) => step)
      .filter((step) => isOpen[step] ?? true)
  )
}

const text = (at: Date | null): string | null => at?.toISOString() ?? null

/** How far the reader's own unit has come, where it was sent. */
export function ownPartOf(actor: Actor, row: IncidentRow, sent: readonly DispatchRow[]): IncidentDetail['ownPart'] {
  const unit = ownUnit(actor, row, sent)
  if (!unit) return null
  return {
    unitCode: unit.unit_code,
    isLead: unit.is_lead,
    dispatchedAt: unit.dispatched_at.toISOString(),
    signedAt: text(unit.signed_at),
    arrivedAt: text(unit.arrived_at),
  }
}

/** Every unit that was sent, as the page shows it. */
export async function unitsSent(open: OpenTransaction, actor: Actor, { row, sent }: Board): Promise<IncidentDetail['sent']> {
  const names = await unitNames(
    open,
    sent.map(({ unit_code }) => unit_code as UnitCode),
  )
  return sent.map((unit) => ({
    unitCode: unit.unit_code,
    unitName: names.get(unit.unit_code) ?? unit.unit_code,
    isLead: unit.is_lead,
    dispatchedAt: unit.dispatched_at.toISOString(),
    signedAt: text(unit.signed_at),
    signedByName: unit.signed_by_name,
    arrivedAt: text(unit.arrived_at),
    endedAt: text(unit.ended_at),
    ending: unit.ending,
    endReason: unit.end_reason,
    canRecall: isDesk(actor, row) && canBeRecalled(row, unit),
  }))
}
