import { holds } from '#kernel/actor.ts'
import type { BureauCode } from '#kernel/unit-code.ts'
import { meetClock } from '#modules/deadlines/index.ts'
import { defineAction } from '#platform/server/action.ts'
import { factTime } from '#platform/server/fact-time.ts'
import { handOverIncident as endpoint } from '../contract.ts'
import { transferRule } from '../domain/hand-over.ts'
import { stepped } from './dispatch-step.ts'
import { handOverDue } from './incident-card.ts'
import { addStep, updateIncident } from './incident-repository.ts'
import { refusals } from './refusals.ts'
import { subjectOf, takeUp } from './step.ts'
import { handedOverRows } from './step-rows.ts'
import type { IncidentTables } from './tables.ts'

/** A transferred matter was handed over to who is competent: the 24 hours end with it (PROC-ADMIN 61(2)). */
export const handOverIncident = defineAction<IncidentTables>()({
  name: 'incidents.handOver',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'officer', 'unit-head'),

  async run(doing, input) {
    const { tx, now } = doing
    const { row, isRepeat } = await takeUp(doing, input.incidentId, 'hand-over')
    if (isRepeat) return stepped(row)
    if (!handOverDue(row)) throw refusals.nothingToHandOver(row.disposition, row.handed_over_at?.toISOString() ?? null)
    const occurredAt = input.occurredAt ? new Date(input.occurredAt) : undefined
    const time = factTime({ occurredAt, after: row.disposed_at ?? undefined, lateReason: input.lateReason }, now)
    const { change, log, event } = handedOverRows(doing, row, { ...input, time, lateReason: input.lateReason })
    if (!(await updateIncident(tx, row, 'disposed', change))) throw refusals.takenMeanwhile(row.id)
    await addStep(tx, log)
    await meetClock(doing, {
      bureauCode: row.bureau_code as BureauCode,
      subject: subjectOf(row.id),
      rule: transferRule,
      metAt: time.occurredAt,
    })
    doing.emit(event)
    return stepped({ ...row, ...change })
  },
})
