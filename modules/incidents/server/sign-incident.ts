import { holds } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { signIncident as endpoint } from '../contract.ts'
import { insertStep, updateIncident } from './incident-repository.ts'
import { refusals } from './refusals.ts'
import { takeUp } from './step.ts'
import { signedRows } from './step-rows.ts'
import type { IncidentTables } from './tables.ts'

/** The unit signs for an incident; who signs holds it from then on. */
export const signIncident = defineAction<IncidentTables>()({
  name: 'incidents.sign',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'officer', 'unit-head'),

  async run(doing, { incidentId }) {
    const { tx } = doing
    const { row, isRepeat } = await takeUp(doing, incidentId, 'sign')
    if (isRepeat) return { id: row.id, number: row.number, state: row.state }
    const { change, log, event } = signedRows(doing, row)
    if (!(await updateIncident(tx, row, 'dispatched', change))) throw refusals.takenMeanwhile(row.id)
    await insertStep(tx, log)
    doing.emit(event)
    return { id: row.id, number: row.number, state: 'signed' as const }
  },
})
