import type { Citation } from './citation.ts'

/** `block` stops a decision, a paper or a departure; never the recording of what happened. */
export type Severity = 'block' | 'warn' | 'remind'

/** What a rule found: the action turns it into a refusal, the board into a colour. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly basis: readonly Citation[]
  readonly facts: Readonly<Record<string, string | number | boolean | null>>
}
