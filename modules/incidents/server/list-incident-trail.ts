import { type Actor, holds, holdsFor } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { trailOf } from '#modules/audit/index.ts'
import { defineQuery } from '#platform/server/query.ts'
import { listIncidentTrail as endpoint } from '../contract.ts'
import { findIncident, readers } from './incident-repository.ts'
import { refusals } from './refusals.ts'
import { subjectOf } from './step.ts'
import type { IncidentRow, IncidentTables } from './tables.ts'

const overseers = ['unit-head', 'supervisor', 'leader', 'case-centre'] as const

/** Who looked is for those who answer for the incident: the officer who holds it, and who leads, supervises or manages cases. */
export const seesTrail = (actor: Actor, row: Pick<IncidentRow, 'bureau_code' | 'unit_code' | 'holder_id'>): boolean =>
  actor.id === row.holder_id || holdsFor(actor, row.bureau_code as BureauCode, row.unit_code as UnitCode, ...overseers)

/** Who looked at an incident and who acted on it, the newest first. */
export const listIncidentTrail = defineQuery<IncidentTables>()({
  name: 'incidents.listTrail',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, ...readers),

  async read({ actor, db, open }, { incidentId, after, limit = 50 }) {
    const row = await findIncident(db, actor, incidentId)
    if (!row) throw refusals.incidentNotFound(incidentId)
    if (!seesTrail(actor, row)) throw refusals.trailNotYours()
    return trailOf(open, row.bureau_code as BureauCode, subjectOf(row.id), { after, limit })
  },
})
