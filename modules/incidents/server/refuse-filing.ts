import { holds } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { unitByCode } from '#modules/accounts/index.ts'
import { cancelClock } from '#modules/deadlines/index.ts'
import { sendToPhone } from '#modules/notifications/index.ts'
import { defineAction } from '#platform/server/action.ts'
import { factTime } from '#platform/server/fact-time.ts'
import { refuseFiling as endpoint } from '../contract.ts'
import { awaitsFiling, awaitsRefusal } from './incident-card.ts'
import { addStep, updateIncident } from './incident-repository.ts'
import { issuePaper, takeUpForPaper } from './issue-paper.ts'
import { refusalFacts, refusalMessage, refusedRows } from './refusal-rows.ts'
import { refusals } from './refusals.ts'
import { subjectOf } from './step.ts'
import { registrationRule } from './step-rows.ts'
import type { IncidentTables } from './tables.ts'

/**
 * The head of the unit decides that no administrative case is filed, whether the officer saw it so or proposed a case.
 * The reporter is told with reasons and remedies (PSAPL 2025 art. 90).
 */
export const refuseFiling = defineAction<IncidentTables>()({
  name: 'incidents.refuseFiling',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'unit-head'),

  async run(doing, input) {
    const { tx, now, open } = doing
    const { row, known } = await takeUpForPaper(doing, { ...input, form: 'refusal-notice' })
    if (known) return { id: row.id, paperId: known.id, paperNumber: known.paper_number }
    if (!awaitsFiling(row) && !awaitsRefusal(row)) throw refusals.notAwaitingRefusal(row.case_number)
    const occurredAt = input.occurredAt ? new Date(input.occurredAt) : undefined
    const time = factTime({ occurredAt, after: row.disposed_at ?? undefined, lateReason: input.lateReason }, now)
    const { change, log, event } = refusedRows(doing, row, { input, time })
    if (!(await updateIncident(tx, row, 'disposed', change))) throw refusals.takenMeanwhile(row.id)
    await addStep(tx, log)
    if (awaitsFiling(row))
      await cancelClock(doing, { bureauCode: row.bureau_code as BureauCode, subject: subjectOf(row.id), rule: registrationRule })
    const paper = await issuePaper(doing, row, { paperId: input.paperId, own: refusalFacts({ input, time }), issuedAt: time.occurredAt })
    doing.emit(event)
    const unit = await unitByCode(open, row.unit_code as UnitCode)
    const message = refusalMessage(doing, row, { paperId: paper.id, unitName: unit?.nameZh ?? row.unit_code })
    if (message) await sendToPhone(doing, message)
    return { id: row.id, paperId: paper.id, paperNumber: paper.paper_number }
  },
})
