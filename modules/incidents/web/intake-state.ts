import type * as z from 'zod/mini'
import type { When } from '#platform/web/when-field.tsx'
import { whenInput } from '#platform/web/when-field.tsx'
import type { addCall, receiveIncident } from '../contract.ts'
import { categoryOf } from '../domain/category.ts'
import type { Grade, Source } from '../domain/incident-state.ts'

type Input = z.input<typeof receiveIncident.input>
export type Sensitivity = NonNullable<Input['sensitivity']>

export interface IntakeDraft {
  readonly reporterName: string
  readonly reporterPhone: string
  readonly source: Source
  readonly place: string
  readonly grade: Grade | null
  readonly summary: string
  readonly category: string | null
  readonly unitCode: string | null
  /** Units that go with the first, to assist it. */
  readonly alsoTo: readonly string[]
  /** For what another organ hands over. */
  readonly fromOrgan: string
  readonly fromNumber: string
  readonly sensitivity: Sensitivity
  /** Set by hand: then they no longer follow the category. */
  readonly ownGrade: boolean
  readonly ownSensitivity: boolean
  /** Chosen by hand: no place suggests another. */
  readonly ownUnit: boolean
}

/** A change by hand, or the unit that a chosen place suggests. */
export type IntakeChange = Partial<IntakeDraft> & { readonly suggestedUnit?: string }

export const emptyDraft = (source: Source, unitCode: string | null): IntakeDraft => ({
  reporterName: '',
  reporterPhone: '',
  source,
  place: '',
  grade: null,
  summary: '',
  category: null,
  unitCode,
  alsoTo: [],
  fromOrgan: '',
  fromNumber: '',
  sensitivity: 'none',
  ownGrade: false,
  ownSensitivity: false,
  ownUnit: unitCode !== null,
})

/** One change of the draft, with what follows from it. */
export function changed(draft: IntakeDraft, { suggestedUnit, ...change }: IntakeChange): IntakeDraft {
  const next = { ...draft, ...change }
  if (suggestedUnit) return { ...next, unitCode: draft.ownUnit ? draft.unitCode : suggestedUnit }
  if (change.unitCode !== undefined) return { ...next, ownUnit: change.unitCode !== null }
  if (change.grade !== undefined) return { ...next, ownGrade: true }
  if (change.sensitivity !== undefined) return { ...next, ownSensitivity: true }
  return change.category === undefined ? next : { ...next, ...impliedBy(change.category, draft) }
}

/** Grade and sensitivity follow the category, unless they were set by hand. */
function impliedBy(category: string | null, draft: IntakeDraft): Pick<IntakeDraft, 'grade' | 'sensitivity'> {
  // why: the phone may be in the hands of the very person who must not know that the police were called.
  const implied = category === 'domestic-violence' ? 'domestic' : 'none'
  return {
    grade: draft.ownGrade ? draft.grade : (category && categoryOf(category)?.grade) || null,
    sensitivity: draft.ownSensitivity ? draft.sensitivity : implied,
  }
}

export type IntakeAct = 'dispatch' | 'register'
export type MissingField = 'place' | 'grade' | 'summary' | 'category' | 'unitCode' | 'fromOrgan'

/** The fields without which the act cannot be done, in the order of the form. */
export function missingOf(draft: IntakeDraft, act: IntakeAct): readonly MissingField[] {
  const missing: (MissingField | false)[] = [
    draft.source === 'transfer' && draft.fromOrgan.trim().length < 2 && 'fromOrgan',
    draft.place.trim().length < 2 && 'place',
    draft.grade === null && draft.category !== null && 'grade',
    draft.summary.trim().length < 2 && 'summary',
    draft.category === null && 'category',
    act === 'dispatch' && draft.unitCode === null && 'unitCode',
  ]
  return missing.filter((field) => field !== false)
}

/** Nothing was typed yet: there is nothing to lose, and no call is under way. */
export const isUntouched = (draft: IntakeDraft): boolean =>
  [draft.reporterName, draft.reporterPhone, draft.place, draft.summary].every((text) => text === '') && draft.category === null

export interface Call {
  readonly id: string
  /** When the first entry was made: the time of receipt, unless another is given. */
  readonly startedAt: Date | null
  readonly draft: IntakeDraft
  readonly when: When
}

export const phoneOf = ({ reporterPhone }: IntakeDraft): string => reporterPhone.replaceAll(/[\s-]/g, '')

/** What was typed, as a later call to an incident that is there; undefined while nothing says what was said. */
export function laterCallInput({ id, startedAt, draft, when }: Call, incidentId: string): z.input<typeof addCall.input> | undefined {
  if (draft.summary.trim().length < 2) return undefined
  const phone = phoneOf(draft)
  return {
    incidentId,
    callId: id,
    channel: draft.source,
    said: draft.summary,
    ...(draft.reporterName.trim() && { callerName: draft.reporterName }),
    ...(phone && { callerPhone: phone }),
    ...whenInput({ ...when, occurredAt: when.occurredAt ?? startedAt }),
  }
}

/** What goes to the server; undefined while something is missing. */
export function intakeInput({ id, startedAt, draft, when }: Call, act: IntakeAct): Input | undefined {
  const { category, grade } = draft
  if (missingOf(draft, act).length > 0 || category === null || grade === null) return undefined
  const phone = phoneOf(draft)
  return {
    id,
    source: draft.source,
    category,
    grade,
    place: draft.place,
    summary: draft.summary,
    sensitivity: draft.sensitivity,
    ...(draft.reporterName.trim() && { reporterName: draft.reporterName }),
    ...(phone && { reporterPhone: phone }),
    ...(draft.source === 'transfer' && {
      transferFrom: { organ: draft.fromOrgan, ...(draft.fromNumber.trim() && { number: draft.fromNumber }) },
    }),
    ...(act === 'dispatch' &&
      draft.unitCode && { dispatchTo: draft.unitCode, alsoTo: draft.alsoTo.filter((code) => code !== draft.unitCode) }),
    ...whenInput({ ...when, occurredAt: when.occurredAt ?? startedAt }),
  }
}
