import type { z } from 'zod'
import { holds } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { causeFits, type Opened } from '#modules/cases/index.ts'
import { ruleInForce, startClock } from '#modules/deadlines/index.ts'
import { defineAction } from '#platform/server/action.ts'
import type { Doing } from '#platform/server/context.ts'
import { type FactTime, factTime } from '#platform/server/fact-time.ts'
import { disposeIncident as endpoint } from '../contract.ts'
import { asksFor } from '../domain/incident-state.ts'
import { incidentDisposed } from '../events.ts'
import { tellCaseProposed } from './dispatch-message.ts'
import { insertStep, updateIncident } from './incident-repository.ts'
import { openFromIncident } from './open-from-incident.ts'
import { refusals } from './refusals.ts'
import { stepRow, subjectOf, takeUp } from './step.ts'
import type { IncidentRow, IncidentTables } from './tables.ts'

type Input = z.output<typeof endpoint.input>

/** From the end of the emergency to registration: 24 hours. */
export const registrationRule = 'report_registration_after_emergency'

/**
 * Records how an incident ended. A suspected crime is accepted by the station in the same transaction; an administrative
 * case is proposed to the unit head, who files it at once, and the 24 hours of registration begin.
 */
export const disposeIncident = defineAction<IncidentTables>()({
  name: 'incidents.dispose',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'officer', 'unit-head'),

  async run(doing, input) {
    const { tx, now } = doing
    const row = await takeUp(doing, input.incidentId, 'dispose')
    if (asksFor[input.disposition] !== 'case' && !input.note) throw refusals.noteRequired(input.disposition).at('note')
    const time = factTime(
      { occurredAt: input.occurredAt ? new Date(input.occurredAt) : undefined, after: row.arrived_at ?? row.signed_at ?? undefined, lateReason: input.lateReason },
      now,
    )
    const opened = input.disposition === 'criminal-case' ? await acceptCrime(doing, row, input, time) : null
    if (input.disposition === 'administrative-case') await proposeCase(doing, row, input, time)
    const changed = await updateIncident(tx, row, row.state, {
      state: 'disposed',
      disposed_at: time.occurredAt,
      disposition: input.disposition,
      disposition_note: input.note ?? null,
      proposed_cause: input.disposition === 'administrative-case' ? (input.causeCode ?? null) : null,
      sensitivity: input.sensitivity ?? row.sensitivity,
      secrecy: input.secrecy,
      ...learned(doing, row, input),
      case_id: opened?.id ?? null,
      case_number: opened?.number ?? null,
    })
    if (!changed) throw refusals.takenMeanwhile(row.id)
    await insertStep(tx, stepRow(doing, row, { step: 'dispose', ...time, lateReason: input.lateReason, disposition: input.disposition, note: input.note }))
    const facts = { incidentId: row.id, unitCode: row.unit_code, disposition: input.disposition, caseId: opened?.id ?? null }
    doing.emit(incidentDisposed.of(subjectOf(row.id), time.occurredAt, facts))
    return {
      id: row.id,
      number: row.number,
      state: 'disposed' as const,
      caseId: opened?.id ?? null,
      caseNumber: opened?.number ?? null,
      receiptId: opened?.receipt.id ?? null,
    }
  },
})

/** Who reported, as the officer at the scene learned it: the unit head files the case under this name. */
function learned({ vault }: Doing, row: IncidentRow, { reporterName, reporterPhone }: Input): Partial<IncidentRow> {
  const seal = (column: string, text: string) => vault.seal(text, { bureauCode: row.bureau_code, table: 'incidents.incident', column, id: row.id })
  return {
    ...(reporterName && { reporter_name_sealed: seal('reporter_name', reporterName) }),
    ...(reporterPhone && { reporter_phone_sealed: seal('reporter_phone', reporterPhone), reporter_phone_hash: vault.hash('phone', reporterPhone) }),
  }
}

const acceptCrime = (doing: Doing, row: IncidentRow, input: Input, time: FactTime): Promise<Opened> =>
  openFromIncident(
    doing,
    row,
    {
      kind: 'criminal',
      caseId: input.caseId,
      causeCode: input.causeCode,
      matter: input.matter,
      reporterName: input.reporterName,
      reporterPhone: input.reporterPhone,
      sensitivity: input.sensitivity ?? row.sensitivity,
      secrecy: input.secrecy,
      lateReason: input.lateReason,
    },
    time,
  )

async function proposeCase(doing: Doing, row: IncidentRow, input: Input, time: FactTime): Promise<void> {
  if (!input.causeCode || !causeFits(input.causeCode, 'administrative')) throw refusals.causeRequired().at('causeCode')
  if (ruleInForce(registrationRule, time.occurredAt))
    await startClock(doing, {
      bureauCode: row.bureau_code as BureauCode,
      subject: subjectOf(row.id),
      rule: registrationRule,
      startedAt: time.occurredAt,
      access: { unitCode: row.unit_code as UnitCode, holderId: row.holder_id, secrecy: input.secrecy },
    })
  await tellCaseProposed(doing, row)
}
