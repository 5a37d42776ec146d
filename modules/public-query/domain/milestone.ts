import type { Bilingual } from '#kernel/bilingual.ts'
import type { Citation } from '#kernel/citation.ts'

export const partyRoles = ['reporter', 'complainant', 'victim'] as const
export type PartyRole = (typeof partyRoles)[number]

export const caseKinds = ['administrative', 'criminal'] as const
export type CaseKind = (typeof caseKinds)[number]

export const sensitivities = ['none', 'domestic', 'sexual', 'minor', 'operational'] as const
export type Sensitivity = (typeof sensitivities)[number]
export const sensitiveKinds = sensitivities.filter((one) => one !== 'none')

/** How an administrative case ended, as `cases` says it. */
export const outcomes = ['penalty', 'not-punished', 'mediated', 'ended'] as const
export type Outcome = (typeof outcomes)[number]

/** A sentence to a citizen, the roles it concerns (all, if none is named) and the articles that promise it. */
export interface Saying {
  readonly for?: readonly PartyRole[]
  readonly text: Bilingual
  readonly basis: readonly Citation[]
}

/**
 * The last lawful date of the next step: the clocks of `deadlines` that may run for it, or a sentence why no date is shown.
 * `for` names the roles to whom that step is owed.
 */
export type NextLimit =
  | { readonly rules: readonly string[]; readonly for?: readonly PartyRole[]; readonly otherwise: Bilingual }
  | { readonly none: Bilingual }

/** A point a case has reached, as a citizen reads it. Plain words; never a promise that no article makes. */
export interface Milestone {
  readonly id: string
  /** Name of the event of `cases`. */
  readonly reachedOn: string
  /** Set where the two kinds of case reach it with different words. */
  readonly kind?: CaseKind
  /** Set where the result decides the words. */
  readonly outcome?: Outcome
  /** Kinds of case that read the plain words of the same event in its place, so that not even the result is told. */
  readonly plainIn?: readonly Sensitivity[]
  /** Who may read it. */
  readonly roles: readonly PartyRole[]
  readonly title: Bilingual
  readonly meaning: Bilingual
  /** The next step in a few words, as the heading of the promise; null when nothing follows here. */
  readonly nextStep: Bilingual | null
  /** What is said of that step once it is done; a plain word if not given. */
  readonly nextStepDone?: Bilingual
  readonly whatIsNext: readonly Saying[]
  /** What one may do in any case, and what once the date has passed. */
  readonly remedy: readonly Saying[]
  readonly remedyWhenLate: readonly Saying[]
  readonly nextLimit: NextLimit
  /** Kinds of case of which this point is not shown. */
  readonly hiddenIn: readonly Sensitivity[]
  readonly basis: readonly Citation[]
}

export const defineMilestone = <const Id extends string>(milestone: Milestone & { readonly id: Id }): Milestone & { readonly id: Id } =>
  milestone

export const isFor = (roles: readonly PartyRole[] | undefined, role: PartyRole): boolean => roles === undefined || roles.includes(role)

export const sayingsFor = (sayings: readonly Saying[], role: PartyRole): readonly Saying[] =>
  sayings.filter((saying) => isFor(saying.for, role))

/** The rules whose clock gives this party a date after the milestone. */
export const limitRulesFor = (milestone: Milestone, role: PartyRole): readonly string[] =>
  'rules' in milestone.nextLimit && isFor(milestone.nextLimit.for, role) ? milestone.nextLimit.rules : []
