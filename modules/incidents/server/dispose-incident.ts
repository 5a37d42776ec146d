import { holds } from '#kernel/actor.ts'
import { asksForText, causeFits, firstReceiptOf, type Opened } from '#modules/cases/index.ts'
import { startClock } from '#modules/deadlines/index.ts'
import { defineAction } from '#platform/server/action.ts'
import type { Doing } from '#platform/server/context.ts'
import { type FactTime, factTime } from '#platform/server/fact-time.ts'
import { disposeIncident as endpoint } from '../contract.ts'
import { asksFor } from '../domain/incident-state.ts'
import { tellCaseProposed } from './dispatch-message.ts'
import { insertStep, updateIncident } from './incident-repository.ts'
import { openFromIncident } from './open-from-incident.ts'
import { refusals } from './refusals.ts'
import { aboutIncident, takeUp } from './step.ts'
import { askedAcceptance, type DisposeInput, disposedRows, registrationClock } from './step-rows.ts'
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
    if (isRepeat) return answerOf(doing, row)
    if (asksFor[input.disposition] !== 'case' && !input.note) throw refusals.noteRequired(input.disposition).at('note')
    const time = timeOfDisposal(doing, row, input)
    const opened = await openOrPropose(doing, row, input, time)
    const { change, log, event } = disposedRows(doing, row, { input, time, opened })
    if (!(await updateIncident(tx, row, row.state, change))) throw refusals.takenMeanwhile(row.id)
    // why: only now, since a refused attempt leaves the incident as it was.
    doing.about(aboutIncident({ ...row, secrecy: input.secrecy }))
    await insertStep(tx, log)
    doing.emit(event)
    const { id: caseId = null, number: caseNumber = null, receipt } = opened ?? {}
    return { id: row.id, number: row.number, state: 'disposed' as const, caseId, caseNumber, receiptId: receipt?.id ?? null }
  },
})

/** What a disposition answers, from the record: for a click that came twice. */
const answerOf = async ({ open }: Doing, row: IncidentRow) => ({
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

/** What a disposition sets off at once: the acceptance of a crime, the proposal of an administrative case, or nothing. */
async function openOrPropose(doing: Doing, row: IncidentRow, input: DisposeInput, time: FactTime): Promise<Opened | null> {
  if (input.disposition === 'criminal-case') return acceptCrime(doing, row, input, time)
  if (input.disposition === 'administrative-case') await proposeCase(doing, row, input, time)
  return null
}

const acceptCrime = (doing: Doing, row: IncidentRow, input: DisposeInput, time: FactTime): Promise<Opened> =>
  openFromIncident(doing, row, askedAcceptance(row, input), time)

async function proposeCase(doing: Doing, row: IncidentRow, input: DisposeInput, time: FactTime): Promise<void> {
  if (!input.causeCode || !causeFits(input.causeCode, 'administrative')) throw refusals.causeRequired().at('causeCode')
  if (asksForText(input.causeCode) && !input.causeText) throw refusals.causeTextRequired().at('causeText')
  const clock = registrationClock(row, input.secrecy, time.occurredAt)
  if (clock) await startClock(doing, clock)
  await tellCaseProposed(doing, row)
}
