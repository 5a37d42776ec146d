import { holds } from '#kernel/actor.ts'
import type { BureauCode } from '#kernel/unit-code.ts'
import { cancelClock } from '#modules/deadlines/index.ts'
import { defineAction } from '#platform/server/action.ts'
import type { Doing } from '#platform/server/context.ts'
import { factTime } from '#platform/server/fact-time.ts'
import { correctDisposition as endpoint } from '../contract.ts'
import { transferRule } from '../domain/hand-over.ts'
import { disposalAnswer } from './dispose-incident.ts'
import { papersOf } from './incident-paper-repository.ts'
import { addStep, updateIncident } from './incident-repository.ts'
import { setOff } from './record-outcome.ts'
import { refusals } from './refusals.ts'
import { spreadDisclosure } from './spread-disclosure.ts'
import { aboutIncident, subjectOf, takeUp } from './step.ts'
import { correctedRows, type DisposeInput, registrationRule } from './step-rows.ts'
import type { IncidentRow, IncidentTables } from './tables.ts'

/**
 * Puts another outcome in the place of the one recorded, with a reason; the old one stays in the history. Only as long
 * as nothing has come of it: a case, a paper about it or a transfer that was handed over is not undone from here. What
 * the old outcome owed falls away, and what the new one owes begins at the time of the correction.
 */
export const correctDisposition = defineAction<IncidentTables>()({
  name: 'incidents.correct',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'officer', 'unit-head'),

  async run(doing, { reason, ...given }) {
    const { tx, now } = doing
    const { row, isRepeat } = await takeUp(doing, given.incidentId, 'correct')
    if (isRepeat) return disposalAnswer(doing, row)
    await expectNothingCameOfIt(doing, row)
    // why: a correction must not bring into the open what was kept secret.
    const input: DisposeInput = { ...given, secrecy: row.secrecy === 'secret' ? 'secret' : given.secrecy }
    expectDifferent(row, input)
    const occurredAt = input.occurredAt ? new Date(input.occurredAt) : undefined
    const time = factTime({ occurredAt, after: row.disposed_at ?? undefined, lateReason: input.lateReason }, now)
    const of = { bureauCode: row.bureau_code as BureauCode, subject: subjectOf(row.id) }
    for (const rule of [registrationRule, transferRule]) await cancelClock(doing, { ...of, rule })
    const opened = await setOff(doing, row, input, time)
    const { change, log, event } = correctedRows(doing, row, { input, time, opened, reason })
    if (!(await updateIncident(tx, row, 'disposed', change))) throw refusals.takenMeanwhile(row.id)
    doing.about(aboutIncident({ ...row, secrecy: input.secrecy }))
    await spreadDisclosure(doing, { ...row, ...change })
    await addStep(tx, log)
    doing.emit(event)
    return disposalAnswer(doing, { ...row, ...change })
  },
})

async function expectNothingCameOfIt({ open }: Doing, row: IncidentRow): Promise<void> {
  if (row.case_id) throw refusals.correctionHasCase(row.case_number)
  if (row.handed_over_at) throw refusals.correctionHandedOver(row.handed_over_at.toISOString())
  const papers = await papersOf(open.as<IncidentTables>(), row.bureau_code, row.id)
  // why: a list of evidence says what was received, not how the incident ended.
  const told = papers.find(({ form }) => form !== 'evidence-list')
  if (told) throw refusals.correctionHasPaper(told.form, told.paper_number)
}

function expectDifferent(row: IncidentRow, { disposition, note, causeCode }: DisposeInput): void {
  const isSame = row.disposition === disposition && row.disposition_note === (note ?? null) && row.proposed_cause === (causeCode ?? null)
  if (isSame) throw refusals.nothingToCorrect(disposition).at('disposition')
}
