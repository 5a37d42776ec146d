import { holds } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { factTime } from '#platform/server/fact-time.ts'
import { arriveAtIncident as endpoint } from '../contract.ts'
import { insertStep, updateIncident } from './incident-repository.ts'
import { refusals } from './refusals.ts'
import { takeUp } from './step.ts'
import { arrivedRows } from './step-rows.ts'
import type { IncidentTables } from './tables.ts'

/** The officer is at the scene. */
export const arriveAtIncident = defineAction<IncidentTables>()({
  name: 'incidents.arrive',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'officer', 'unit-head'),

  async run(doing, { incidentId, occurredAt, lateReason }) {
    const { tx, now } = doing
    const { row, isRepeat } = await takeUp(doing, incidentId, 'arrive')
    if (isRepeat) return { id: row.id, number: row.number, state: row.state }
    const time = factTime({ occurredAt: occurredAt ? new Date(occurredAt) : undefined, after: row.signed_at ?? undefined, lateReason }, now)
    const { change, log, event } = arrivedRows(doing, row, { time, lateReason })
    if (!(await updateIncident(tx, row, 'signed', change))) throw refusals.takenMeanwhile(row.id)
    await insertStep(tx, log)
    doing.emit(event)
    return { id: row.id, number: row.number, state: 'arrived' as const }
  },
})
