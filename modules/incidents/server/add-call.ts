import { holds } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import type { Doing } from '#platform/server/context.ts'
import { factTime } from '#platform/server/fact-time.ts'
import { houseRefusals } from '#platform/server/refusal.ts'
import { addCall as endpoint } from '../contract.ts'
import { callAdded } from '../events.ts'
import { callById, insertCall } from './call-repository.ts'
import { callRow } from './call-row.ts'
import { tellCallAdded } from './dispatch-message.ts'
import { addNumberedStep } from './incident-repository.ts'
import { stepRow, subjectOf, takeUp } from './step.ts'
import type { CallRow, IncidentRow, IncidentTables } from './tables.ts'

/** A later call about the same matter is written down where the matter stands, so that it has one number and one outcome. */
export const addCall = defineAction<IncidentTables>()({
  name: 'incidents.addCall',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'dispatcher', 'officer', 'unit-head'),

  async run(doing, input) {
    const { tx, now } = doing
    const { row } = await takeUp(doing, input.incidentId, 'add-call')
    const known = await callById(tx, row.bureau_code, input.callId)
    if (known) return answerOf(row, repeated(known, doing))
    const { occurredAt, lateReason } = input
    const time = factTime({ occurredAt: occurredAt ? new Date(occurredAt) : undefined, after: row.received_at, lateReason }, now)
    const seq = await addNumberedStep(tx, stepRow(doing, row, { step: 'add-call', ...time, lateReason }))
    const call = callRow(doing, row, input, { seq, calledAt: time.occurredAt })
    if (!(await insertCall(tx, call))) throw houseRefusals.sameIdOtherContent()
    doing.emit(callAdded.of(subjectOf(row.id), time.occurredAt, { incidentId: row.id, unitCode: row.unit_code, callId: call.id }))
    // why: the desk wrote it down itself; who is on the way must hear of it, and whoever disposed of the matter, that it is not over.
    if (row.state !== 'received') await tellCallAdded(doing, row, call.id)
    return answerOf(row, call)
  },
})

const answerOf = (row: IncidentRow, call: CallRow) => ({
  id: row.id,
  number: row.number,
  callId: call.id,
  calledAt: call.called_at.toISOString(),
})

/** A repeat by the same officer with the same content is answered like the first; anything else is a clash. */
function repeated(known: CallRow, { actor, inputHash }: Doing): CallRow {
  if (known.by_id !== actor.id || !known.input_hash.equals(inputHash)) throw houseRefusals.sameIdOtherContent()
  return known
}
