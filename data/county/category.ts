import type { Bilingual } from '#kernel/bilingual.ts'
import type { DayShape } from './rhythm.ts'
import type { PlaceKind } from './places.ts'

type CategoryGroup = 'criminal' | 'public-order' | 'traffic' | 'dispute' | 'help' | 'other'
export type Grade = 'I' | 'II' | 'III' | 'IV'
export type CaseKind = 'administrative' | 'criminal'
type CaselessDisposition = 'not-accepted' | 'mediated' | 'transferred' | 'helped' | 'no-police-matter'
export type Disposition = CaselessDisposition | 'administrative-case' | 'criminal-case'
export type Sensitivity = 'none' | 'domestic' | 'sexual' | 'minor' | 'operational'

type Weighted<T> = readonly (readonly [T, number])[]

/** One kind of call: how often and when it comes, what callers say, and how it ends. */
export interface Category {
  readonly code: string
  /** The category that the call-taker chooses for it, of those of `incidents`. */
  readonly filedUnder: string
  readonly name: Bilingual
  readonly group: CategoryGroup
  /** Share of all calls; the shares need not add up to one. */
  readonly weight: number
  readonly grades: Weighted<Grade>
  readonly day: DayShape
  /** Factors of January to December; left out, every month is alike. */
  readonly months?: readonly number[]
  readonly places: readonly PlaceKind[]
  /** How often the brigade and not the station of the area is sent. */
  readonly brigade?: readonly [brigade: '刑侦' | '治安', share: number]
  readonly minutesOnScene: readonly [from: number, to: number]
  /** In one line, and as the caller told it; `{slots}` are filled from the vocabulary, alike in both. A tale may keep to places of its own. */
  readonly tales: readonly (readonly [matter: string, narrative: string, places?: readonly PlaceKind[]])[]
  /** Ends without a case, each with what the officer wrote. */
  readonly endings: readonly (readonly [CaselessDisposition, number, readonly string[]])[]
  readonly causes: readonly (readonly [kind: CaseKind, code: string, weight: number])[]
  /** The amount told decides whether it is a crime or a violation. */
  readonly isByAmount?: boolean
  /** How readily a case comes of it, against the other kinds; 0 never. */
  readonly caseOdds: number
  readonly sensitivity?: Weighted<Sensitivity>
  /** Share of calls that are kept secret. */
  readonly secretShare?: number
}
