import { holds } from '#kernel/actor.ts'
import { defineQuery } from '#platform/server/query.ts'
import { unmaskReporter as endpoint } from '../contract.ts'
import { callsOf } from './call-repository.ts'
import { callerOf } from './call-row.ts'
import { mayUnmask } from './find-incident.ts'
import { findIncident, readers } from './incident-repository.ts'
import { mayKnowCallers } from './may-know-callers.ts'
import { reporterOf } from './open-from-incident.ts'
import { refusals } from './refusals.ts'
import { aboutIncident } from './step.ts'
import type { IncidentTables } from './tables.ts'

/** Tells the names and phones of the reporter and of later callers in full, and writes down who asked. */
export const unmaskReporter = defineQuery<IncidentTables>()({
  name: 'incidents.unmaskReporter',
  input: endpoint.input,
  isSensitive: true,
  allowedTo: (actor) => holds(actor, ...readers),

  async read({ actor, db, open, vault, about }, { incidentId }) {
    const row = await findIncident(db, actor, incidentId)
    if (!row) throw refusals.incidentNotFound(incidentId)
    about(aboutIncident(row))
    if (!mayUnmask(actor, row) || !(await mayKnowCallers(open, actor, row))) throw refusals.unmaskNotYours(row.id)
    const calls = await callsOf(db, row.bureau_code, row.id)
    const callers = calls.map((call) => ({ callId: call.id, ...callerOf(vault, call) }))
    return { ...reporterOf({ vault }, row, { reporterName: undefined, reporterPhone: undefined }), callers }
  },
})
