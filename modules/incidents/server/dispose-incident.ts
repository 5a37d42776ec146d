import { holds } from '#kernel/actor.ts'
import { firstReceiptOf } from '#modules/cases/index.ts'
import { defineAction } from '#platform/server/action.ts'
import type { Doing } from '#platform/server/context.ts'
import { type FactTime, factTime } from '#platform/server/fact-time.ts'
import { disposeIncident as endpoint } from '../contract.ts'
import { addStep, updateIncident } from './incident-repository.ts'
import { setOff } from './record-outcome.ts'
import { refusals } from './refusals.ts'
import { spreadDisclosure } from './spread-disclosure.ts'
import { aboutIncident, takeUp } from './step.ts'
import { type DisposeInput, disposedRows } from './step-rows.ts'
import type { IncidentRow, IncidentTables } from './tables.ts'

/**
 * Records how an incident ended. A suspected crime is accepted by the station in the same transaction; an administrative
 * case is proposed to the unit head, who files it at once, and the 24 hours of registration begin.
 */
export const disposeIncident = defineAction<IncidentTables>()({
  name: 'incidents.dispose',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'officer', 'unit-head'),

  async run(doing, input) {
    const { tx } = doing
    const { row, isRepeat } = await takeUp(doing, input.incidentId, 'dispose')
    if (isRepeat) return disposalAnswer(doing, row)
    const time = timeOfDisposal(doing, row, input)
    const opened = await setOff(doing, row, input, time)
    const { change, log, event } = disposedRows(doing, row, { input, time, opened })
    if (!(await updateIncident(tx, row, row.state, change))) throw refusals.takenMeanwhile(row.id)
    // why: only now, since a refused attempt leaves the incident as it was.
    doing.about(aboutIncident({ ...row, secrecy: input.secrecy }))
    await spreadDisclosure(doing, { ...row, ...change })
    await addStep(tx, log)
    doing.emit(event)
    return disposalAnswer(doing, { ...row, ...change })
  },
})

/** What a disposition answers, from the record; so a click that came twice is answered like the first. */
export const disposalAnswer = async ({ open }: Doing, row: IncidentRow) => ({
  id: row.id,
  number: row.number,
  state: row.state,
  caseId: row.case_id,
  caseNumber: row.case_number,
  receiptId: row.case_id && (await firstReceiptOf(open, row.bureau_code, row.case_id)),
})

const timeOfDisposal = ({ now }: Doing, row: IncidentRow, { occurredAt, lateReason }: DisposeInput): FactTime =>
  factTime(
    { occurredAt: occurredAt ? new Date(occurredAt) : undefined, after: row.arrived_at ?? row.signed_at ?? undefined, lateReason },
    now,
  )
