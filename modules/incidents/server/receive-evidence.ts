import { holds } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { factTime } from '#platform/server/fact-time.ts'
import { receiveEvidence as endpoint } from '../contract.ts'
import { incidentPaperIssued } from '../events.ts'
import { issuePaper, takeUpForPaper } from './issue-paper.ts'
import { subjectOf } from './step.ts'
import type { IncidentTables } from './tables.ts'

/** What a person hands over is listed, numbered and signed for on the spot; the list is theirs (PROC-CRIM 171). */
export const receiveEvidence = defineAction<IncidentTables>()({
  name: 'incidents.receiveEvidence',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'officer', 'unit-head', 'dispatcher'),

  async run(doing, { incidentId, paperId, giverName, items, occurredAt, lateReason }) {
    const form = 'evidence-list' as const
    const { row, known } = await takeUpForPaper(doing, { incidentId, paperId, form })
    if (known) return { paperId: known.id, paperNumber: known.paper_number }
    const time = factTime({ occurredAt: occurredAt ? new Date(occurredAt) : undefined, after: row.received_at, lateReason }, doing.now)
    const paper = await issuePaper(doing, row, { paperId, own: { form, giverName, items }, issuedAt: time.occurredAt })
    doing.emit(incidentPaperIssued.of(subjectOf(row.id), time.occurredAt, { incidentId: row.id, unitCode: row.unit_code, paperId, form }))
    return { paperId, paperNumber: paper.paper_number }
  },
})
