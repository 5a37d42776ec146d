import { holdsFor, type Officer } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import type { Doing } from '#platform/server/context.ts'
import type { FactTime } from '#platform/server/fact-time.ts'
import { mayFollow, openSteps, ruleOf, type Step } from '../domain/incident-state.ts'
import { holdIncident } from './incident-repository.ts'
import { refusals } from './refusals.ts'
import type { IncidentRow, IncidentTables, StepLogRow } from './tables.ts'

export const subjectOf = (incidentId: string): string => `incident:${incidentId}`

/** The incident held for one step, with the three questions answered: may I know it, is it my step, is it its turn. */
export async function takeUp(doing: Doing, incidentId: string, step: Step): Promise<IncidentRow> {
  const { actor, open } = doing
  const row = await holdIncident(open.as<IncidentTables>(), actor, incidentId)
  if (!row) throw refusals.incidentNotFound(incidentId)
  const bureauCode = row.bureau_code as BureauCode
  doing.about({ subject: subjectOf(row.id), bureauCode, unitCode: row.unit_code as UnitCode })
  const rule = ruleOf(step)
  if (!holdsFor(actor, bureauCode, row.unit_code as UnitCode, ...rule.by)) throw refusals.stepNotYours(step, rule.by)
  if (!mayFollow(row.state, step)) throw refusals.stepNotOpen(row.state, step, openSteps(row.state))
  return row
}

interface Taken extends FactTime {
  readonly step: Step
  readonly lateReason?: string | undefined
  readonly targetUnit?: string | undefined
  readonly disposition?: StepLogRow['disposition'] | undefined
  readonly note?: string | undefined
}

/** The line of history that a step leaves. */
export function stepRow(doing: Pick<Doing, 'actor' | 'now'>, row: Pick<IncidentRow, 'bureau_code' | 'id'>, taken: Taken): Omit<StepLogRow, 'seq'> {
  const officer = doing.actor as Officer
  return {
    bureau_code: row.bureau_code,
    incident_id: row.id,
    step: taken.step,
    occurred_at: taken.occurredAt,
    recorded_at: doing.now,
    is_late_entry: taken.isLateEntry,
    late_reason: taken.lateReason ?? null,
    by_id: officer.id,
    by_name: officer.name,
    by_unit: officer.unitCode,
    target_unit: taken.targetUnit ?? null,
    disposition: taken.disposition ?? null,
    note: taken.note ?? null,
  }
}
