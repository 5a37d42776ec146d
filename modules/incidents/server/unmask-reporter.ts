import { holds } from '#kernel/actor.ts'
import { mayKnowReporter } from '#modules/cases/index.ts'
import { defineQuery } from '#platform/server/query.ts'
import { unmaskReporter as endpoint } from '../contract.ts'
import { mayUnmask } from './find-incident.ts'
import { findIncident, readers } from './incident-repository.ts'
import { reporterOf } from './open-from-incident.ts'
import { refusals } from './refusals.ts'
import { aboutIncident } from './step.ts'
import type { IncidentTables } from './tables.ts'

/** Tells the reporter's name and phone in full, and writes down who asked. */
export const unmaskReporter = defineQuery<IncidentTables>()({
  name: 'incidents.unmaskReporter',
  input: endpoint.input,
  isSensitive: true,
  allowedTo: (actor) => holds(actor, ...readers),

  async read({ actor, db, open, vault, about }, { incidentId }) {
    const row = await findIncident(db, actor, incidentId)
    if (!row) throw refusals.incidentNotFound(incidentId)
    about(aboutIncident(row))
    if (!mayUnmask(actor, row) || !(await mayKnowReporter(open, actor, row.bureau_code, row.case_id))) throw refusals.unmaskNotYours(row.id)
    return reporterOf({ vault }, row, { reporterName: undefined, reporterPhone: undefined })
  },
})
