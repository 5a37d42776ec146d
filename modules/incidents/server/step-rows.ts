import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import type { z } from 'zod'
import { asksForText } from '#modules/cases/index.ts'
import { type ClockStart, newClockRow, ruleInForce } from '#modules/deadlines/index.ts'
import type { Doing } from '#platform/server/context.ts'
import type { FactTime } from '#platform/server/fact-time.ts'
import type { DomainEvent } from '#platform/shared/event.ts'
import type { disposeIncident as disposeEndpoint, fileIncident as fileEndpoint, handOverIncident as handOverEndpoint } from '../contract.ts'
import { type HandOverWay, type ReporterTold, transferRule } from '../domain/hand-over.ts'
import type { Disposition } from '../domain/incident-state.ts'
import { dispositionCorrected, incidentDisposed, incidentHandedOver, incidentReceived } from '../events.ts'
import type { AskedCase } from './open-from-incident.ts'
import { type ByHand, stepRow, subjectOf } from './step.ts'
import type { IncidentRow, ReplacedDisposition, StepLogRow } from './tables.ts'

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

export type DisposeInput = z.output<typeof disposeEndpoint.input>
export type HandOverInput = z.output<typeof handOverEndpoint.input>
export type FileInput = z.output<typeof fileEndpoint.input>

/** The criminal case that a disposition asks for. */
/** law: only the person themselves lifts what they asked for (PROC-CRIM 173, PROC-ADMIN 63). */
const keptSecret = (row: IncidentRow, { reporterIdentitySecret }: Pick<AskedCase, 'reporterIdentitySecret'>) => ({
  reporterIdentitySecret: row.is_reporter_secret || reporterIdentitySecret === true,
})

export const askedAcceptance = (row: IncidentRow, input: DisposeInput): AskedCase => ({
  ...input,
  ...keptSecret(row, input),
  kind: 'criminal',
  sensitivity: input.sensitivity ?? row.sensitivity,
})

/** The administrative case that a unit head files; what was kept secret at the scene stays so. */
export const askedFiling = (row: IncidentRow, input: FileInput): AskedCase => ({
  ...input,
  ...keptSecret(row, input),
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

/** What the record holds of how it ended, and what is owed from then on. */
export const outcomeOf = (doing: Pick<Doing, 'vault'>, row: IncidentRow, { input, time, opened }: Disposed): Partial<IncidentRow> => ({
  disposition: input.disposition,
  disposition_note: input.note ?? null,
  ...proposedCause(input),
  sensitivity: input.sensitivity ?? row.sensitivity,
  secrecy: input.secrecy,
  is_reporter_secret: row.is_reporter_secret || input.reporterIdentitySecret === true,
  ...learned(doing, row, input),
  case_id: opened?.id ?? null,
  case_number: opened?.number ?? null,
  hand_over_due_at: input.disposition === 'transferred' ? handOverDueAt(row, time.occurredAt) : null,
})

export function disposedRows(doing: Stepping & Pick<Doing, 'vault'>, row: IncidentRow, { input, time, opened }: Disposed): StepRows {
  const { disposition, note, lateReason } = input
  return {
    change: { state: 'disposed', disposed_at: time.occurredAt, ...outcomeOf(doing, row, { input, time, opened }) },
    log: stepRow(doing, row, { step: 'dispose', ...time, lateReason, disposition, note }),
    event: incidentDisposed.of(subjectOf(row.id), time.occurredAt, { ...factsOf(row), disposition, caseId: opened?.id ?? null }),
  }
}

/** The outcome as it stands, for the line of history of whatever replaces it. */
export const recordedOutcome = (row: IncidentRow): ReplacedDisposition => ({
  disposition: row.disposition as Disposition,
  note: row.disposition_note,
  causeCode: row.proposed_cause,
  causeText: row.proposed_cause_text,
  causeLaw: row.proposed_cause_law,
  causeArticle: row.proposed_cause_article,
})

export const noCause = { proposed_cause: null, proposed_cause_text: null, proposed_cause_law: null, proposed_cause_article: null }

/** What the officer at the scene takes it for; the unit head files it. */
function proposedCause({ disposition, causeCode, causeText, causeLaw, causeArticle }: DisposeInput): Partial<IncidentRow> {
  if (disposition !== 'administrative-case') return noCause
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
  readonly asked: Pick<AskedCase, 'secrecy' | 'sensitivity' | 'reporterIdentitySecret'>
}

/** The filing of a proposed case; the case itself is announced by `cases`. */
export const caseFiledRows = (doing: Stepping, row: IncidentRow, { time, lateReason, opened, asked }: Filed): Omit<StepRows, 'event'> => ({
  // why: an incident must not tell of a case what the case itself keeps secret.
  change: {
    case_id: opened.id,
    case_number: opened.number,
    secrecy: asked.secrecy,
    sensitivity: asked.sensitivity,
    is_reporter_secret: asked.reporterIdentitySecret === true,
  },
  log: stepRow(doing, row, { step: 'file-case', ...time, lateReason, note: opened.number }),
})

/** From the end of the emergency to registration: 24 hours. */
export const registrationRule = 'report_registration_after_emergency'

const clockUnder = (rule: string, row: IncidentRow, { startedAt, secrecy }: Pick<ClockStart, 'startedAt'> & Pick<IncidentRow, 'secrecy'>) =>
  ruleInForce(rule, startedAt)
    ? {
        bureauCode: row.bureau_code as BureauCode,
        subject: subjectOf(row.id),
        rule,
        startedAt,
        access: { unitCode: row.unit_code as UnitCode, holderId: row.holder_id, secrecy },
      }
    : null

/** What is owed once it ended so: a proposed case is registered within 24 hours, a transfer handed over within 24 hours. */
export function clockOwed(row: IncidentRow, { disposition, secrecy }: DisposeInput, startedAt: Date): ClockStart | null {
  if (disposition === 'administrative-case') return clockUnder(registrationRule, row, { startedAt, secrecy })
  return disposition === 'transferred' ? clockUnder(transferRule, row, { startedAt, secrecy }) : null
}

/** By when a transfer that was found at this time has to be handed over; null where no rule was in force. */
function handOverDueAt(row: IncidentRow, startedAt: Date): Date | null {
  const clock = clockUnder(transferRule, row, { startedAt, secrecy: row.secrecy })
  return clock && newClockRow(clock, startedAt).due_at
}

interface HandedOver extends Late {
  readonly to: string
  readonly way: HandOverWay
  readonly reporterTold: ReporterTold
}

/** A transferred matter is with whoever is competent. */
export const handedOverRows = (doing: Stepping, row: IncidentRow, { to, way, reporterTold, time, lateReason }: HandedOver): StepRows => ({
  change: { handed_over_at: time.occurredAt, handed_over_to: to, handed_over_way: way, reporter_told: reporterTold },
  log: stepRow(doing, row, { step: 'hand-over', ...time, lateReason, note: to }),
  event: incidentHandedOver.of(subjectOf(row.id), time.occurredAt, factsOf(row)),
})

/** Another outcome in the place of the one recorded; the old one stays in the line of history. */
export function correctedRows(
  doing: Stepping & Pick<Doing, 'vault'>,
  row: IncidentRow,
  { reason, ...disposed }: Disposed & { readonly reason: string },
): StepRows {
  const { input, time, opened } = disposed
  const { disposition, note, lateReason } = input
  const replaced = recordedOutcome(row)
  return {
    change: { ...outcomeOf(doing, row, disposed), refused_at: null, corrected_at: doing.now },
    log: stepRow(doing, row, { step: 'correct', ...time, lateReason, disposition, note, reason, replaced }),
    event: dispositionCorrected.of(subjectOf(row.id), time.occurredAt, {
      ...factsOf(row),
      before: replaced.disposition,
      disposition,
      caseId: opened?.id ?? null,
    }),
  }
}
