import type { Officer } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import type { z } from 'zod'
import { asksForText } from '#modules/cases/index.ts'
import { type ClockStart, ruleInForce } from '#modules/deadlines/index.ts'
import type { Doing } from '#platform/server/context.ts'
import type { FactTime } from '#platform/server/fact-time.ts'
import type { DomainEvent } from '#platform/shared/event.ts'
import type { disposeIncident as disposeEndpoint, fileIncident as fileEndpoint } from '../contract.ts'
import { incidentArrived, incidentDispatched, incidentDisposed, incidentReceived, incidentSigned } from '../events.ts'
import type { AskedCase } from './open-from-incident.ts'
import { type ByHand, stepRow, subjectOf } from './step.ts'
import type { IncidentRow, StepLogRow } from './tables.ts'

/** What one step writes; for one incident and for a whole county. */
export interface StepRows {
  readonly change: Partial<IncidentRow>
  readonly log: Omit<StepLogRow, 'seq'>
  readonly event: DomainEvent
}

type Stepping = Pick<Doing, 'actor' | 'now' | 'inputHash'>
interface Late {
  readonly time: FactTime
  readonly lateReason: string | undefined
}

const factsOf = ({ id, unit_code }: IncidentRow) => ({ incidentId: id, unitCode: unit_code })

export const receivedRows = (doing: ByHand<'now' | 'inputHash'>, row: IncidentRow, { time, lateReason }: Late): StepRows => ({
  change: {},
  log: stepRow(doing, row, { step: 'receive', ...time, lateReason }),
  event: incidentReceived.of(subjectOf(row.id), time.occurredAt, { incidentId: row.id, unitCode: row.desk_code }),
})

export const dispatchedRows = (doing: Stepping, row: IncidentRow, target: UnitCode): StepRows => ({
  change: { state: 'dispatched', unit_code: target, dispatched_at: doing.now },
  log: stepRow(doing, row, { step: 'dispatch', occurredAt: doing.now, isLateEntry: false, targetUnit: target }),
  event: incidentDispatched.of(subjectOf(row.id), doing.now, { incidentId: row.id, unitCode: target }),
})

/** Who signs holds it from then on. */
export function signedRows(doing: Stepping, row: IncidentRow): StepRows {
  const officer = doing.actor as Officer
  return {
    change: { state: 'signed', signed_at: doing.now, holder_id: officer.id, holder_name: officer.name },
    log: stepRow(doing, row, { step: 'sign', occurredAt: doing.now, isLateEntry: false }),
    event: incidentSigned.of(subjectOf(row.id), doing.now, factsOf(row)),
  }
}

export const arrivedRows = (doing: Stepping, row: IncidentRow, { time, lateReason }: Late): StepRows => ({
  change: { state: 'arrived', arrived_at: time.occurredAt },
  log: stepRow(doing, row, { step: 'arrive', ...time, lateReason }),
  event: incidentArrived.of(subjectOf(row.id), time.occurredAt, factsOf(row)),
})

export type DisposeInput = z.output<typeof disposeEndpoint.input>
export type FileInput = z.output<typeof fileEndpoint.input>

/** The criminal case that a disposition asks for. */
export const askedAcceptance = (row: IncidentRow, input: DisposeInput): AskedCase => ({
  ...input,
  kind: 'criminal',
  sensitivity: input.sensitivity ?? row.sensitivity,
})

/** The administrative case that a unit head files; what was kept secret at the scene stays so. */
export const askedFiling = (row: IncidentRow, input: FileInput): AskedCase => ({
  ...input,
  kind: 'administrative',
  sensitivity: input.sensitivity ?? row.sensitivity,
  secrecy: input.secrecy === 'secret' ? 'secret' : row.secrecy,
})

interface CaseRef {
  readonly id: string
  readonly number: string
}

interface Disposed {
  readonly input: DisposeInput
  readonly time: FactTime
  /** The case that was accepted with it. */
  readonly opened: CaseRef | null
}

export function disposedRows(doing: Stepping & Pick<Doing, 'vault'>, row: IncidentRow, { input, time, opened }: Disposed): StepRows {
  const { disposition, note, lateReason } = input
  return {
    change: {
      state: 'disposed',
      disposed_at: time.occurredAt,
      disposition,
      disposition_note: note ?? null,
      ...proposedCause(input),
      sensitivity: input.sensitivity ?? row.sensitivity,
      secrecy: input.secrecy,
      ...learned(doing, row, input),
      case_id: opened?.id ?? null,
      case_number: opened?.number ?? null,
    },
    log: stepRow(doing, row, { step: 'dispose', ...time, lateReason, disposition, note }),
    event: incidentDisposed.of(subjectOf(row.id), time.occurredAt, { ...factsOf(row), disposition, caseId: opened?.id ?? null }),
  }
}

/** What the officer at the scene takes it for; the unit head files it. */
function proposedCause({ disposition, causeCode, causeText, causeLaw, causeArticle }: DisposeInput): Partial<IncidentRow> {
  if (disposition !== 'administrative-case') return { proposed_cause: null }
  const inWords = asksForText(causeCode)
  return {
    proposed_cause: causeCode ?? null,
    proposed_cause_text: inWords ? (causeText ?? null) : null,
    proposed_cause_law: inWords ? (causeLaw ?? null) : null,
    proposed_cause_article: inWords ? (causeArticle ?? null) : null,
  }
}

/** Who reported, as the officer at the scene learned it: the unit head files the case under this name. */
function learned({ vault }: Pick<Doing, 'vault'>, row: IncidentRow, { reporterName, reporterPhone }: DisposeInput): Partial<IncidentRow> {
  const seal = (column: string, text: string) =>
    vault.seal(text, { bureauCode: row.bureau_code, table: 'incidents.incident', column, id: row.id })
  return {
    ...(reporterName && { reporter_name_sealed: seal('reporter_name', reporterName) }),
    ...(reporterPhone && {
      reporter_phone_sealed: seal('reporter_phone', reporterPhone),
      reporter_phone_hash: vault.hash('phone', reporterPhone),
    }),
  }
}

interface Filed extends Late {
  readonly opened: CaseRef
  readonly asked: Pick<AskedCase, 'secrecy' | 'sensitivity'>
}

/** The filing of a proposed case; the case itself is announced by `cases`. */
export const caseFiledRows = (doing: Stepping, row: IncidentRow, { time, lateReason, opened, asked }: Filed): Omit<StepRows, 'event'> => ({
  // why: an incident must not tell of a case what the case itself keeps secret.
  change: { case_id: opened.id, case_number: opened.number, secrecy: asked.secrecy, sensitivity: asked.sensitivity },
  log: stepRow(doing, row, { step: 'file-case', ...time, lateReason, note: opened.number }),
})

/** From the end of the emergency to registration: 24 hours. */
export const registrationRule = 'report_registration_after_emergency'

/** The 24 hours in which a proposed case is to be registered. */
export const registrationClock = (row: IncidentRow, secrecy: IncidentRow['secrecy'], startedAt: Date): ClockStart | null =>
  ruleInForce(registrationRule, startedAt)
    ? {
        bureauCode: row.bureau_code as BureauCode,
        subject: subjectOf(row.id),
        rule: registrationRule,
        startedAt,
        access: { unitCode: row.unit_code as UnitCode, holderId: row.holder_id, secrecy },
      }
    : null
