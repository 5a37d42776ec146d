import { type Actor, holdsFor } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import type { About, Doing } from '#platform/server/context.ts'
import type { FactTime } from '#platform/server/fact-time.ts'
import { mayFollow, openSteps, ruleOf, type Step } from '../domain/incident-state.ts'
import { holdIncident, wasTaken } from './incident-repository.ts'
import { refusals } from './refusals.ts'
import type { IncidentRow, IncidentTables, StepLogRow } from './tables.ts'

export const subjectOf = (incidentId: string): string => `incident:${incidentId}`

/** What the trail says of an act on this incident. */
export const aboutIncident = (row: Pick<IncidentRow, 'id' | 'bureau_code' | 'unit_code' | 'secrecy'>): About => ({
  subject: subjectOf(row.id),
  bureauCode: row.bureau_code as BureauCode,
  unitCode: row.unit_code as UnitCode,
  isSecret: row.secrecy === 'secret',
})

/** By whom a step is written down: an officer, or somebody outside of the house. */
export interface Hand {
  readonly id: string
  readonly name: string
  readonly unitCode: UnitCode
  readonly bureauCode: BureauCode
}

export type ByHand<Needed extends keyof Doing = never> = Pick<Doing, Needed> & { readonly actor: Actor | Hand }

interface TakenUp {
  readonly row: IncidentRow
  /** The same officer sent the same thing before: it is answered like the first time and changes nothing. */
  readonly isRepeat: boolean
}

/** The incident held for one step, with the three questions answered: may I know it, is it my step, is it its turn. */
export async function takeUp(doing: Doing, incidentId: string, step: Step): Promise<TakenUp> {
  const { actor, open } = doing
  const row = await holdIncident(open.as<IncidentTables>(), actor, incidentId)
  if (!row) throw refusals.incidentNotFound(incidentId)
  const bureauCode = row.bureau_code as BureauCode
  doing.about(aboutIncident(row))
  const rule = ruleOf(step)
  if (!holdsFor(actor, bureauCode, row.unit_code as UnitCode, ...rule.by)) throw refusals.stepNotYours(step, rule.by)
  if (await wasTaken(open.as<IncidentTables>(), row, { step, byId: actor.id, inputHash: doing.inputHash })) return { row, isRepeat: true }
  if (!mayFollow(row.state, step)) throw refusals.stepNotOpen(row.state, step, openSteps(row.state))
  return { row, isRepeat: false }
}

interface Taken extends FactTime {
  readonly step: Step
  readonly lateReason?: string | undefined
  readonly targetUnit?: string | undefined
  readonly disposition?: StepLogRow['disposition'] | undefined
  readonly note?: string | undefined
  readonly reason?: string | undefined
  readonly replaced?: StepLogRow['replaced'] | undefined
}

/** The line of history that a step leaves. */
export function stepRow(
  doing: ByHand<'now' | 'inputHash'>,
  row: Pick<IncidentRow, 'bureau_code' | 'id'>,
  taken: Taken,
): Omit<StepLogRow, 'seq'> {
  const hand = doing.actor as Hand
  return {
    bureau_code: row.bureau_code,
    incident_id: row.id,
    step: taken.step,
    occurred_at: taken.occurredAt,
    recorded_at: doing.now,
    is_late_entry: taken.isLateEntry,
    late_reason: taken.lateReason ?? null,
    by_id: hand.id,
    by_name: hand.name,
    by_unit: hand.unitCode,
    target_unit: taken.targetUnit ?? null,
    disposition: taken.disposition ?? null,
    note: taken.note ?? null,
    reason: taken.reason ?? null,
    replaced: taken.replaced ?? null,
    input_hash: doing.inputHash,
  }
}
