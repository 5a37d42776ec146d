import type { Bilingual } from '#kernel/bilingual.ts'
import type { Citation } from '#kernel/citation.ts'
import type { Edition } from './range.ts'

/** What a line of the sum decides. */
export type SumKind =
  | 'cause'
  | 'limitation'
  | 'age'
  | 'capacity'
  | 'edition'
  | 'comparison'
  | 'range'
  | 'cap'
  | 'detention'
  | 'review'
  | 'refused'

/** Where the decision within, below or beside the range leans. `may-` leaves it to who decides; `check` is a fact to establish first. */
export type DirectionKind =
  | 'lighter-or-reduced'
  | 'may-be-lighter-or-reduced'
  | 'may-be-lighter-reduced-or-none'
  | 'reduced-or-none'
  | 'lighter-reduced-or-none'
  | 'may-be-lenient'
  | 'heavier'
  | 'guardian'
  | 'education'
  | 'hearing'
  | 'check'

/** One line in both languages with its articles. */
export interface Line<Kind extends string> {
  readonly kind: Kind
  readonly text: Bilingual
  readonly basis: readonly Citation[]
}

export type SumLine = Line<SumKind>
export type Direction = Line<DirectionKind>

export const line = <Kind extends string>(kind: Kind, zh: string, en: string, basis: readonly Citation[] = []): Line<Kind> => ({
  kind,
  text: { zh, en },
  basis,
})

/** 治安管理处罚法 in this edition. */
export const psapl = (edition: Edition, ...articles: readonly string[]): readonly Citation[] =>
  articles.map((article) => ({ law: `psapl-${edition}`, article }))

/** The article alone, e.g. `50` of `50(1)(2)`: paragraphs and items stand in the text. */
export const causeBasis = (edition: Edition, article: string): readonly Citation[] => psapl(edition, article.replace(/\(.*$/, ''))
