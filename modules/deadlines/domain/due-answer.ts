import type { Bilingual } from '#kernel/bilingual.ts'
import type { Citation } from '#kernel/citation.ts'
import type { Finding } from '#kernel/finding.ts'
import type { DeadlineRule } from './deadline-rule.ts'

/** The last lawful moment, or why there is none. `provisional`: a holiday notice is missing, or the clock still stands. */
export type Due = { readonly due: Date; readonly provisional: boolean } | { readonly refused: Finding }

export const stepKinds = [
  'edition',
  'start',
  'limit',
  'tier',
  'restarted',
  'extended',
  'paused',
  'no-effect',
  'counted',
  'month-end',
  'rolled',
  'not-rolled',
  'practical',
  'standing-still',
  'provisional',
  'due',
  'refused',
] as const
export type StepKind = (typeof stepKinds)[number]

/** One line of the sum, with the article it rests on. `at` is the date that this line arrives at. */
export interface Step {
  readonly kind: StepKind
  readonly text: Bilingual
  readonly at: Date | null
  readonly basis: readonly Citation[]
}

/** Takes the lines of the sum while it is done; absent when only the end is wanted. */
export type Note = ((step: Step) => void) | undefined

export const block = (rule: DeadlineRule, name: string, facts: Finding['facts'], basis = rule.basis): Finding => ({
  rule: name,
  severity: 'block',
  basis,
  facts: { deadline: rule.id, ...facts },
})
