import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { defineTemplate, type PhoneMessage } from '#modules/notifications/index.ts'
import type { z } from 'zod'
import type { Doing } from '#platform/server/context.ts'
import type { FactTime } from '#platform/server/fact-time.ts'
import type { refuseFiling as endpoint } from '../contract.ts'
import { filingRefused } from '../events.ts'
import type { OwnFacts } from './incident-paper-rows.ts'
import { reporterOf } from './open-from-incident.ts'
import { noCause, recordedOutcome, type StepRows } from './step-rows.ts'
import { stepRow, subjectOf } from './step.ts'
import type { IncidentRow } from './tables.ts'

export type RefuseInput = z.output<typeof endpoint.input>

/** Neutral: it says neither the matter nor the decision, since others may read the phone. */
const refusalReady = defineTemplate({
  id: 'incidents.refusal-ready',
  version: 1,
  zh: ({ unitName, number }) => `您反映的事项（编号 ${number}）已有书面答复，请到${unitName}领取，或打电话询问。`,
  en: ({ unitName, number }) => `There is a written answer to your report ${number}; collect it at ${unitName}, or ask by phone.`,
})

interface Refusing {
  readonly input: RefuseInput
  readonly time: FactTime
}

/** What the refusal changes; a proposed case becomes one that is not filed, and the proposal stays in the history. */
export const refusedRows = (doing: Pick<Doing, 'actor' | 'now' | 'inputHash'>, row: IncidentRow, { input, time }: Refusing): StepRows => ({
  change: { refused_at: time.occurredAt, disposition: 'not-accepted', ...noCause },
  log: stepRow(doing, row, {
    step: 'refuse-case',
    ...time,
    lateReason: input.lateReason,
    note: input.reason,
    replaced: recordedOutcome(row),
  }),
  event: filingRefused.of(subjectOf(row.id), time.occurredAt, { incidentId: row.id, unitCode: row.unit_code, paperId: input.paperId }),
})

export const refusalFacts = ({ input, time }: Refusing): OwnFacts => ({
  form: 'refusal-notice',
  decidedAt: time.occurredAt,
  reasons: input.reason,
})

const mobile = /^1\d{10}$/

/** To the reporter's mobile; none where no message may go out by itself. */
export function refusalMessage(
  { vault }: Pick<Doing, 'vault'>,
  row: IncidentRow,
  { paperId, unitName }: { readonly paperId: string; readonly unitName: string },
): PhoneMessage | null {
  const { phone } = reporterOf({ vault }, row, { reporterName: undefined, reporterPhone: undefined })
  if (phone === null || !mobile.test(phone) || row.sensitivity !== 'none' || row.secrecy !== 'ordinary') return null
  return {
    reference: `incident-refusal:${paperId}`,
    template: refusalReady,
    parameters: { number: row.number, unitName },
    phone,
    subject: subjectOf(row.id),
    bureauCode: row.bureau_code as BureauCode,
    unitCode: row.unit_code as UnitCode,
  }
}

/** What goes to the phones of reporters, for approval by gateways. */
export const phoneTemplates = [refusalReady]
