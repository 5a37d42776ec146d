import type { Role } from '#kernel/actor.ts'
import type { Citation } from '#kernel/citation.ts'

/** 刑事立案审查: 3 days; 7 where leads have to be verified; 30 where the case is major, difficult or complex. */
export const reviewTiers = ['leads-to-verify', 'major-complex'] as const
export type ReviewTier = (typeof reviewTiers)[number]

interface ReviewTierLaw {
  /** Days in all, counted from acceptance. */
  readonly days: number
  readonly by: readonly Role[]
  readonly level: 'unit' | 'bureau'
  readonly basis: Citation
}

// law: seven days need no special approval, thirty the approval of a leader of the county bureau (意见 二(一)2).
const basis: Citation = { law: 'opinion-2015', article: '二(一)2' }

export const reviewTierLaw: Readonly<Record<ReviewTier, ReviewTierLaw>> = {
  'leads-to-verify': { days: 7, by: ['unit-head', 'leader'], level: 'unit', basis },
  'major-complex': { days: 30, by: ['leader'], level: 'bureau', basis },
}

export const reviewRule = 'crim_filing_review'
export const firstReviewDays = 3
