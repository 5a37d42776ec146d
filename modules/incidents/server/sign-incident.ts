import { holds, type Officer } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { signIncident as endpoint } from '../contract.ts'
import { incidentSigned } from '../events.ts'
import { insertStep, updateIncident } from './incident-repository.ts'
import { refusals } from './refusals.ts'
import { stepRow, subjectOf, takeUp } from './step.ts'
import type { IncidentTables } from './tables.ts'

/** The unit signs for an incident; who signs holds it from then on. */
export const signIncident = defineAction<IncidentTables>()({
  name: 'incidents.sign',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'officer', 'unit-head'),

  async run(doing, { incidentId }) {
    const { tx, now } = doing
    const officer = doing.actor as Officer
    const row = await takeUp(doing, incidentId, 'sign')
    const change = { state: 'signed', signed_at: now, holder_id: officer.id, holder_name: officer.name } as const
    if (!(await updateIncident(tx, row, 'dispatched', change))) throw refusals.takenMeanwhile(row.id)
    await insertStep(tx, stepRow(doing, row, { step: 'sign', occurredAt: now, isLateEntry: false }))
    doing.emit(incidentSigned.of(subjectOf(row.id), now, { incidentId: row.id, unitCode: row.unit_code }))
    return { id: row.id, number: row.number, state: 'signed' as const }
  },
})
