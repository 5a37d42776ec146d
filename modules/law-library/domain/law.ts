import type { Day } from '#kernel/beijing-time.ts'
import type { Bilingual } from '#kernel/bilingual.ts'

/** How a text counts its parts: 第118条, 第8项, or by the numbers of a document without articles. */
export type Numbering = 'article' | 'item' | 'section'

/** One edition of a law or regulation, with what each article that Daylight cites is about, in our own words. */
export interface Law {
  readonly id: string
  readonly title: Bilingual
  /** Set beside the title where editions have to be told apart, e.g. 2025修订. */
  readonly edition: Bilingual | null
  readonly documentNumber: string | null
  readonly inForce: { readonly from: Day | null; readonly to: Day | null }
  readonly numbering: Numbering
  readonly articles: Readonly<Record<string, Bilingual>>
}

/** Stands for an article whose number was not seen: the citation names the text alone. */
export const wholeText = '*'

type Article = readonly [article: string, zh: string, en: string]

export const articles = (...all: readonly Article[]): Law['articles'] =>
  Object.fromEntries(all.map(([article, zh, en]) => [article, { zh, en }]))
