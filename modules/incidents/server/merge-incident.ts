import { holds, holdsFor } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { defineAction } from '#platform/server/action.ts'
import type { Doing } from '#platform/server/context.ts'
import { mergeIncident as endpoint } from '../contract.ts'
import { underWay } from '../domain/dispatch.ts'
import { courseStates, ruleOf } from '../domain/incident-state.ts'
import { incidentMerged } from '../events.ts'
import { tellMerged } from './dispatch-message.ts'
import { sentTo } from './dispatch-queries.ts'
import { activeOf } from './dispatch-rows.ts'
import { papersOf } from './incident-paper-repository.ts'
import { findIncident, holdIncident, addNumberedStep, updateIncident } from './incident-repository.ts'
import { hasMerged, insertMergeLine } from './merge-repository.ts'
import { refusals } from './refusals.ts'
import { stepRow, subjectOf, takeUp } from './step.ts'
import type { IncidentRow, IncidentTables } from './tables.ts'

/** A second registration of the same matter goes on in the first. It keeps its number, and both say where the other is. */
export const mergeIncident = defineAction<IncidentTables>()({
  name: 'incidents.merge',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'dispatcher', 'unit-head'),

  async run(doing, { incidentId, intoId, reason }) {
    const { tx, now } = doing
    if (incidentId === intoId) throw refusals.mergesIntoItself().at('intoId')
    const into = await holdBoth(doing, incidentId, intoId)
    const { row, isRepeat } = await takeUp(doing, incidentId, 'merge')
    if (!into) throw refusals.incidentNotFound(intoId).at('intoId')
    if (isRepeat && row.merged_into === into.id) return answerOf(row, into)
    await mustBeMergeable(doing, row, into)
    const isSecret = into.secrecy === 'secret'
    const change: Partial<IncidentRow> = {
      state: 'merged',
      merged_into: into.id,
      merged_into_number: into.number,
      // why: what the first keeps secret must not be told by the second.
      ...(isSecret && { secrecy: into.secrecy, sensitivity: into.sensitivity }),
    }
    if (!(await updateIncident(tx, row, row.state, change))) throw refusals.takenMeanwhile(row.id)
    const line = { step: 'merge', occurredAt: now, isLateEntry: false, note: reason } as const
    await insertMergeLine(tx, {
      ...lineOf(row, into),
      seq: await addNumberedStep(tx, stepRow(doing, row, line)),
      state_before: row.state,
      secrecy_before: row.secrecy,
      sensitivity_before: row.sensitivity,
    })
    await insertMergeLine(tx, { ...lineOf(into, row), seq: await addNumberedStep(tx, stepRow(doing, into, line)) })
    for (const { unit_code: unit } of activeOf(await sentTo(tx, row.bureau_code, row.id))) await tellMerged(doing, row, { unit, into })
    doing.emit(incidentMerged.of(subjectOf(row.id), now, { incidentId: row.id, unitCode: row.unit_code, intoId: into.id }))
    return answerOf({ ...row, ...change }, into)
  },
})

const answerOf = ({ id, number, state }: IncidentRow, into: IncidentRow) => ({
  id,
  number,
  state,
  into: { id: into.id, number: into.number },
})

export const lineOf = (row: IncidentRow, other: Pick<IncidentRow, 'id' | 'number'>) => ({
  bureau_code: row.bureau_code,
  incident_id: row.id,
  other_id: other.id,
  other_number: other.number,
  state_before: null,
  secrecy_before: null,
  sensitivity_before: null,
})

/** Both rows held, in the order of their ids: two who merge them into each other at once must not wait for each other for ever. */
export async function holdBoth({ actor, open }: Doing, incidentId: string, otherId: string): Promise<IncidentRow | undefined> {
  const tx = open.as<IncidentTables>()
  const first = await findIncident(tx, actor, incidentId)
  if (!first) return undefined
  let other: IncidentRow | undefined
  for (const id of [incidentId, otherId].toSorted()) {
    const held = await holdIncident(tx, actor, id)
    if (id === otherId) other = held
  }
  return other?.bureau_code === first.bureau_code ? other : undefined
}

async function mustBeMergeable({ actor, open }: Doing, row: IncidentRow, into: IncidentRow): Promise<void> {
  const tx = open.as<IncidentTables>()
  const { by } = ruleOf('merge')
  if (!holdsFor(actor, into.bureau_code as BureauCode, into.unit_code as UnitCode, ...by)) throw refusals.stepNotYours('merge', by)
  if (!courseStates.some((state) => state === into.state)) {
    const further = into.merged_into && (await findIncident(tx, actor, into.merged_into))
    throw refusals.cannotMergeInto(into.number, further ? further.number : null).at('intoId')
  }
  // why: a unit that is on its way would have a matter of which nobody is in charge; merging the other way round keeps it.
  if (underWay.includes(row.state) && into.state === 'received') throw refusals.mergeWouldLose(row.number, 'units')
  // why: a paper that a person holds names this number; it must go on to stand for what the paper says.
  if ((await papersOf(tx, row.bureau_code, row.id)).length > 0) throw refusals.mergeWouldLose(row.number, 'paper')
  if (await hasMerged(tx, row)) throw refusals.mergeWouldLose(row.number, 'merged')
}
