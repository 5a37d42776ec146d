import type { Secrecy, Sensitivity } from './disclosure.ts'

/** What may be changed on the record of a case, each with its history: cause, officers, secrecy and sensitivity, time of review. */
export const changeKinds = ['cause', 'officers', 'disclosure', 'review'] as const
export type ChangeKind = (typeof changeKinds)[number]

export interface CauseState {
  readonly causeCode: string
  readonly causeText: string | null
  readonly causeLaw: string | null
  readonly causeArticle: string | null
}

interface Named {
  readonly id: string
  readonly name: string
}

export interface OfficersState {
  readonly holder: Named
  readonly second: Named | null
}

export interface DisclosureState {
  readonly secrecy: Secrecy
  readonly sensitivity: Sensitivity
}

/** How many days the review for filing may take in all, and its last one. */
export interface ReviewState {
  readonly days: number
  /** An instant as text. */
  readonly dueAt: string
}

/** As it was and as it became. */
export type Change =
  | { readonly kind: 'cause'; readonly was: CauseState; readonly became: CauseState }
  | { readonly kind: 'officers'; readonly was: OfficersState; readonly became: OfficersState }
  | { readonly kind: 'disclosure'; readonly was: DisclosureState; readonly became: DisclosureState }
  | { readonly kind: 'review'; readonly was: ReviewState; readonly became: ReviewState }
