import { holds } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { issueNotice as endpoint } from '../contract.ts'
import { incidentPaperIssued } from '../events.ts'
import { issuePaper, takeUpForPaper } from './issue-paper.ts'
import { subjectOf } from './step.ts'
import type { IncidentTables } from './tables.ts'

/** Puts into writing that a matter is transferred, or that it is not for the police (PROC-ADMIN 61(2), 61(3), 62). */
export const issueNotice = defineAction<IncidentTables>()({
  name: 'incidents.issueNotice',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'officer', 'unit-head'),

  async run(doing, { form, paperId, addressee, reason, incidentId }) {
    const { row, known } = await takeUpForPaper(doing, { incidentId, paperId, form })
    if (known) return { paperId: known.id, paperNumber: known.paper_number }
    const own =
      form === 'transfer-notice'
        ? ({ form, recipient: addressee, reasons: reason } as const)
        : ({ form, authority: addressee, reasons: reason } as const)
    const paper = await issuePaper(doing, row, { paperId, own, issuedAt: doing.now })
    doing.emit(incidentPaperIssued.of(subjectOf(row.id), doing.now, { incidentId: row.id, unitCode: row.unit_code, paperId, form }))
    return { paperId, paperNumber: paper.paper_number }
  },
})
