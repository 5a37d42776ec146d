import { holds } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { factTime } from '#platform/server/fact-time.ts'
import { arriveAtIncident as endpoint } from '../contract.ts'
import { incidentArrived } from '../events.ts'
import { insertStep, updateIncident } from './incident-repository.ts'
import { refusals } from './refusals.ts'
import { stepRow, subjectOf, takeUp } from './step.ts'
import type { IncidentTables } from './tables.ts'

/** The officer is at the scene. */
export const arriveAtIncident = defineAction<IncidentTables>()({
  name: 'incidents.arrive',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'officer', 'unit-head'),

  async run(doing, { incidentId, occurredAt, lateReason }) {
    const { tx, now } = doing
    const row = await takeUp(doing, incidentId, 'arrive')
    const time = factTime({ occurredAt: occurredAt ? new Date(occurredAt) : undefined, after: row.signed_at ?? undefined, lateReason }, now)
    if (!(await updateIncident(tx, row, 'signed', { state: 'arrived', arrived_at: time.occurredAt }))) throw refusals.takenMeanwhile(row.id)
    await insertStep(tx, stepRow(doing, row, { step: 'arrive', ...time, lateReason }))
    doing.emit(incidentArrived.of(subjectOf(row.id), time.occurredAt, { incidentId: row.id, unitCode: row.unit_code }))
    return { id: row.id, number: row.number, state: 'arrived' as const }
  },
})
