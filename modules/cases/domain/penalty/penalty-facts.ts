import type { Day } from '#kernel/beijing-time.ts'

export const capacities = ['full', 'diminished', 'none'] as const
/** Whether the person could recognise and control the act when doing it. */
export type Capacity = (typeof capacities)[number]

/** What a penalty depends on. */
export interface PenaltyFacts {
  readonly cause: string
  readonly tier: string
  /** The day of the act, of a continuing one the day on which it ended. */
  readonly actDate: Day
  readonly decidedOn: Day
  /** null: discovered in time. */
  readonly discoveredOn: Day | null
  /** Full years at the act; null: an adult below seventy. */
  readonly age: number | null
  readonly capacity: Capacity
  /** Violations within one year, this one included: at least 1. */
  readonly timesWithinYear: number
  readonly firstTime: boolean
  /** 情节严重、影响恶劣 */
  readonly gravelyBad: boolean
  /** 怀孕或者哺乳自己不满一周岁婴儿 */
  readonly pregnantOrNursing: boolean
  /** Words of `circumstance.ts`, in either language; what it does not know is put to the reviewer. */
  readonly circumstances: readonly string[]
}

export const isMinor = ({ age }: PenaltyFacts): boolean => age !== null && age < 18
