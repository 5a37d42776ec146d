import type * as z from 'zod/mini'
import type { When } from '#platform/web/when-field.tsx'
import { whenInput } from '#platform/web/when-field.tsx'
import type { receiveIncident } from '../contract.ts'
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
  readonly sensitivity: Sensitivity
  /** Set by hand: then they no longer follow the category. */
  readonly ownGrade: boolean
  readonly ownSensitivity: boolean
}

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
  sensitivity: 'none',
  ownGrade: false,
  ownSensitivity: false,
})

/** One change of the draft, with what follows from it. */
export function changed(draft: IntakeDraft, change: Partial<IntakeDraft>): IntakeDraft {
  if (change.grade !== undefined) return { ...draft, ...change, ownGrade: true }
  if (change.sensitivity !== undefined) return { ...draft, ...change, ownSensitivity: true }
  if (change.category === undefined) return { ...draft, ...change }
  const grade = draft.ownGrade ? draft.grade : (change.category && categoryOf(change.category)?.grade) || null
  // why: the phone may be in the hands of the very person who must not know that the police were called.
  const implied = change.category === 'domestic-violence' ? 'domestic' : 'none'
  return { ...draft, ...change, grade, sensitivity: draft.ownSensitivity ? draft.sensitivity : implied }
}

export type IntakeAct = 'dispatch' | 'register'
export type MissingField = 'place' | 'grade' | 'summary' | 'category' | 'unitCode'

/** The fields without which the act cannot be done, in the order of the form. */
export function missingOf(draft: IntakeDraft, act: IntakeAct): readonly MissingField[] {
  const missing: (MissingField | false)[] = [
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

/** What goes to the server; undefined while something is missing. */
export function intakeInput({ id, startedAt, draft, when }: Call, act: IntakeAct): Input | undefined {
  const { category, grade } = draft
  if (missingOf(draft, act).length > 0 || category === null || grade === null) return undefined
  const phone = draft.reporterPhone.replaceAll(/[\s-]/g, '')
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
    ...(act === 'dispatch' &&
      draft.unitCode && { dispatchTo: draft.unitCode, alsoTo: draft.alsoTo.filter((code) => code !== draft.unitCode) }),
    ...whenInput({ ...when, occurredAt: when.occurredAt ?? startedAt }),
  }
}
