import { asksForText, causeFits, type Opened } from '#modules/cases/index.ts'
import { startClock } from '#modules/deadlines/index.ts'
import type { Doing } from '#platform/server/context.ts'
import type { FactTime } from '#platform/server/fact-time.ts'
import { asksFor } from '../domain/incident-state.ts'
import { tellCaseProposed } from './dispatch-message.ts'
import { openFromIncident } from './open-from-incident.ts'
import { refusals } from './refusals.ts'
import { askedAcceptance, clockOwed, type DisposeInput } from './step-rows.ts'
import type { IncidentRow } from './tables.ts'

/**
 * What an outcome sets off at once, whether it is recorded or corrected: a suspected crime is accepted, an administrative
 * case is proposed to the unit head, and what is owed within hours begins to run.
 */
export async function setOff(doing: Doing, row: IncidentRow, input: DisposeInput, time: FactTime): Promise<Opened | null> {
  if (asksFor[input.disposition] !== 'case' && !input.note) throw refusals.noteRequired(input.disposition).at('note')
  if (input.disposition === 'criminal-case') return openFromIncident(doing, row, askedAcceptance(row, input), time)
  if (input.disposition === 'administrative-case') expectCause(input)
  const clock = clockOwed(row, input, time.occurredAt)
  if (clock) await startClock(doing, clock)
  if (input.disposition === 'administrative-case') await tellCaseProposed(doing, row)
  return null
}

function expectCause({ causeCode, causeText }: DisposeInput): void {
  if (!causeCode || !causeFits(causeCode, 'administrative')) throw refusals.causeRequired().at('causeCode')
  if (asksForText(causeCode) && !causeText) throw refusals.causeTextRequired().at('causeText')
}
