import { holds } from '#kernel/actor.ts'
import { unitCode } from '#kernel/unit-code.ts'
import { defineAction } from '#platform/server/action.ts'
import { dispatchIncident as endpoint } from '../contract.ts'
import { tellDispatched } from './dispatch-message.ts'
import { insertStep, updateIncident } from './incident-repository.ts'
import { dispatchTarget } from './receive-incident.ts'
import { refusals } from './refusals.ts'
import { takeUp } from './step.ts'
import { dispatchedRows } from './step-rows.ts'
import type { IncidentTables } from './tables.ts'

/** Sends an incident to a unit. As long as nobody signed for it, it can be sent elsewhere. */
export const dispatchIncident = defineAction<IncidentTables>()({
  name: 'incidents.dispatch',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'dispatcher'),

  async run(doing, { incidentId, unitCode: wanted }) {
    const { tx } = doing
    const { row, isRepeat } = await takeUp(doing, incidentId, 'dispatch')
    if (isRepeat) return { id: row.id, number: row.number, state: row.state }
    const target = await dispatchTarget(doing, unitCode(wanted))
    const { change, log, event } = dispatchedRows(doing, row, target)
    if (!(await updateIncident(tx, row, row.state, change))) throw refusals.takenMeanwhile(row.id)
    await insertStep(tx, log)
    doing.emit(event)
    await tellDispatched(doing, { ...row, ...change }, target)
    return { id: row.id, number: row.number, state: 'dispatched' as const }
  },
})
