import { holds } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { unmergeIncident as endpoint } from '../contract.ts'
import { incidentUnmerged } from '../events.ts'
import { incidentById, addNumberedStep, updateIncident } from './incident-repository.ts'
import { lineOf } from './merge-incident.ts'
import { insertMergeLine, mergeLinesOf } from './merge-repository.ts'
import { refusals } from './refusals.ts'
import { aboutIncident, stepRow, subjectOf, takeUp } from './step.ts'
import type { IncidentRow, IncidentTables } from './tables.ts'

/** Two matters were taken for one: the merged one stands again where it stood, and both histories say so. */
export const unmergeIncident = defineAction<IncidentTables>()({
  name: 'incidents.unmerge',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'dispatcher', 'unit-head'),

  async run(doing, { incidentId, reason }) {
    const { tx, now } = doing
    const { row, isRepeat } = await takeUp(doing, incidentId, 'unmerge')
    if (isRepeat && row.state !== 'merged') return { id: row.id, number: row.number, state: row.state }
    const before = (await mergeLinesOf(tx, row)).findLast((line) => line.state_before !== null)
    const into = row.merged_into && (await incidentById(tx, row.bureau_code, row.merged_into))
    if (!before?.state_before || !into) throw refusals.takenMeanwhile(row.id)
    const change: Partial<IncidentRow> = {
      state: before.state_before,
      merged_into: null,
      merged_into_number: null,
      secrecy: before.secrecy_before ?? row.secrecy,
      sensitivity: before.sensitivity_before ?? row.sensitivity,
    }
    if (!(await updateIncident(tx, row, 'merged', change))) throw refusals.takenMeanwhile(row.id)
    const line = { step: 'unmerge', occurredAt: now, isLateEntry: false, note: reason } as const
    for (const [one, other] of [
      [row, into],
      [into, row],
    ] as const)
      await insertMergeLine(tx, { ...lineOf(one, other), seq: await addNumberedStep(tx, stepRow(doing, one, line)) })
    doing.about(aboutIncident({ ...row, ...change }))
    doing.emit(incidentUnmerged.of(subjectOf(row.id), now, { incidentId: row.id, unitCode: row.unit_code, intoId: into.id }))
    return { id: row.id, number: row.number, state: before.state_before }
  },
})
