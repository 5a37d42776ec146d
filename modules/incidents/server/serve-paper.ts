import { holds, holdsFor, type Officer } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { defineAction } from '#platform/server/action.ts'
import { factTime } from '#platform/server/fact-time.ts'
import { servePaper as endpoint } from '../contract.ts'
import { insertService, paperById, servicesOf } from './incident-paper-repository.ts'
import { holdIncident } from './incident-repository.ts'
import { refusals } from './refusals.ts'
import { aboutIncident } from './step.ts'
import type { IncidentTables } from './tables.ts'

/** Who may record that a paper reached its person. */
export const servers = ['officer', 'unit-head'] as const

/** The paper reached the person it is for. */
export const servePaper = defineAction<IncidentTables>()({
  name: 'incidents.servePaper',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, ...servers),

  async run(doing, { incidentId, paperId, way, occurredAt, lateReason }) {
    const { actor, tx, now } = doing
    const officer = actor as Officer
    const row = await holdIncident(tx, actor, incidentId)
    if (!row) throw refusals.incidentNotFound(incidentId)
    doing.about(aboutIncident(row))
    const paper = await paperById(tx, row.bureau_code, paperId)
    if (!paper || paper.incident_id !== row.id) throw refusals.paperNotFound(paperId)
    if (!holdsFor(actor, row.bureau_code as BureauCode, row.unit_code as UnitCode, ...servers))
      throw refusals.paperNotYours(paper.form, servers)
    const [served] = await servicesOf(tx, row.bureau_code, [paperId])
    if (served && (served.by_id !== officer.id || served.way !== way)) throw refusals.paperServedBefore(served.served_at.toISOString())
    if (served) return { servedAt: served.served_at.toISOString() }
    const time = factTime({ occurredAt: occurredAt ? new Date(occurredAt) : undefined, after: paper.issued_at, lateReason }, now)
    await insertService(tx, {
      bureau_code: row.bureau_code,
      paper_id: paperId,
      way,
      served_at: time.occurredAt,
      is_late_entry: time.isLateEntry,
      late_reason: lateReason ?? null,
      by_id: officer.id,
      by_name: officer.name,
      recorded_at: now,
    })
    return { servedAt: time.occurredAt.toISOString() }
  },
})
