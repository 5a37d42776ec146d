import type { Day } from '#kernel/beijing-time.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { Citation } from '#kernel/citation.ts'
import type { Approver, ExtensionGround, PauseReason, RestartReason, Tier } from './clock-event.ts'
import { dayNumberAt, dayNumberOf } from './day-number.ts'
import type { Length, Unit } from './length.ts'

type Basis = readonly Citation[]

/** A fixed length, a length that a decision gives (and the most it may give), or a duty for which the law names no number. */
export type Limit = Length | { readonly decided: Unit; readonly most?: number } | { readonly words: Bilingual }

/** A kind of case for which the law sets another length. `closed`: nobody may extend it. */
interface OtherLength {
  readonly limit: Length
  readonly approver?: Approver
  readonly closed?: true
}

/** One way of making the period longer. */
export interface ExtensionStep {
  /** `adds` and `total` are the most that one extension may give; `as-decided`: the law names no number. */
  readonly most: { readonly adds: Length } | { readonly total: Length } | 'as-decided'
  /** How often; once, if absent. */
  readonly times?: number | 'any'
  /** Who decides it; a higher one of the same side may too. Empty: the law names an office that is not on our list, or none. */
  readonly approvers: readonly Approver[]
  readonly grounds?: readonly ExtensionGround[]
  /** Not before the step above it was used: 12, then 24, then 48 hours. */
  readonly follows?: true
  readonly when?: Bilingual
  readonly basis?: Basis
}

/** C, S and U of the research: read in the article; seen in a secondary source; from memory. */
export type Standing = 'confirmed' | 'secondary' | 'unconfirmed'

/**
 * What a rest day at the end does. Liberty never waits for a working day.
 * `not-relied-on`: the text would allow the move, but a restraint on property should not use it.
 */
export type RollOver = 'never' | 'always' | 'unless-in-custody' | 'not-relied-on'

/** One statutory period, as data: what it is, how long, what moves it, and where the law says so. */
export interface DeadlineRule {
  readonly id: string
  readonly title: Bilingual
  /** What sets it running; for a rule that counts back, the day that is counted back from. */
  readonly startsWith: Bilingual
  readonly inForce: { readonly from: Day | null; readonly to: Day | null }
  readonly standing: Standing
  readonly limit: Limit
  /** A second period that follows this one and is neither extended nor decided on with it, e.g. the seven days of the procuratorate. */
  readonly followedBy?: { readonly length: Length; readonly when: Bilingual; readonly basis: Basis }
  readonly tiers?: Partial<Record<Tier, OtherLength>>
  readonly extensions?: readonly ExtensionStep[]
  /** What all parts together may not exceed, whatever the steps would add up to. */
  readonly mostInAll?: Length
  readonly pausedBy?: Partial<Record<PauseReason, Basis>>
  readonly restartedBy?: Partial<Record<RestartReason, Basis>>
  readonly rollsOver: RollOver
  readonly restrictsLiberty?: true
  /** The clock runs backwards: from the day given as start, or from the end of another period. */
  readonly countsBackFrom?: 'start' | DeadlineRule
  /** What a convention other than the default one says of the opening hour. */
  readonly hoursCountFrom?: 'the-event' | 'next-full-hour'
  readonly basis: Basis
  /** The article that says how periods of this kind are counted. */
  readonly counting: Basis
}

/** Several articles of one law. */
export const cite = (law: string, ...articles: readonly string[]): Basis => articles.map((article) => ({ law, article }))

/** How often a step may be used. */
export const timesOf = ({ times = 1 }: ExtensionStep): number => (times === 'any' ? Number.POSITIVE_INFINITY : times)

/** Checks the shape where the rule is written, so that a fault shows in its own file. */
export const defineRule = (rule: DeadlineRule): DeadlineRule => rule

export function isInForce({ inForce: { from, to } }: DeadlineRule, at: Date): boolean {
  const day = dayNumberAt(at)
  return (from === null || day >= dayNumberOf(from)) && (to === null || day <= dayNumberOf(to))
}

export const hasNumber = (rule: DeadlineRule): boolean => !('words' in rule.limit)

/** Only what was read in the law itself, and never a clock of custody or measures, may be told to a citizen. */
export const forCitizen = (rule: DeadlineRule): boolean => rule.standing === 'confirmed' && !rule.restrictsLiberty

// law: how periods are counted.
export const criminalCounting: Basis = [{ law: 'cpl', article: '105' }]
export const administrativeCounting: Basis = [{ law: 'proc-admin', article: '35' }]
