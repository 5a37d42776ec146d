import type { Citation } from '#kernel/citation.ts'
import type { Law } from './law.ts'
import { otherSources } from './other-sources.ts'
import { regulations } from './regulations.ts'
import { statutes } from './statutes.ts'

/** Every law and regulation that Daylight cites. No text of a law is kept here, only titles, dates and what articles are about. */
export const laws: readonly Law[] = [...statutes, ...regulations, ...otherSources]

const yearAtEnd = /-20\d\d$/

/** An id without a year means the newest edition: `psapl` is `psapl-2025`. */
export const findLaw = (id: string): Law | undefined =>
  laws.find((law) => law.id === id) ?? laws.findLast((law) => law.id.replace(yearAtEnd, '') === id)

/** `61(2)` is item 2 of article 61: the article without its item. */
const articleOf = (article: string): string => article.replace(/\(\d+\)$/, '')

export function citationExists({ law, article }: Citation): boolean {
  const found = findLaw(law)
  if (!found) return false
  return article in found.articles || (found.numbering !== 'section' && articleOf(article) in found.articles)
}
