import type { Bilingual, Language } from '#kernel/bilingual.ts'
import type { Citation } from '#kernel/citation.ts'
import { type Law, wholeText } from './law.ts'
import { findLaw } from './library.ts'

/** `《治安管理处罚法》（2025修订）`, `Public Security Administration Penalties Law (2025 revision)` */
export function lawTitle({ title, edition }: Pick<Law, 'title' | 'edition'>): Bilingual {
  return {
    zh: `《${title.zh.replaceAll('《', '〈').replaceAll('》', '〉')}》${edition ? `（${edition.zh}）` : ''}`,
    en: `${title.en}${edition ? ` (${edition.en})` : ''}`,
  }
}

const withItem = /^(\d+)\((\d+)\)$/

function placeText({ numbering }: Pick<Law, 'numbering'>, article: string): Bilingual {
  if (article === wholeText) return { zh: '', en: '' }
  if (numbering === 'section') return { zh: article.replace('(', '（').replace(')', '）'), en: `section ${article}` }
  const [, number = article, item] = withItem.exec(article) ?? []
  if (numbering === 'item') return { zh: `第${number}项${item ? `（${item}）` : ''}`, en: `item ${article}` }
  return { zh: `第${number}条${item ? `第${item}项` : ''}`, en: `art. ${article}` }
}

/** `《治安管理处罚法》（2025修订）第118条`; a law that is not in the library is named by its id, so that the gap shows. */
export function citationWords(citation: Citation): Bilingual {
  const law = findLaw(citation.law)
  if (!law) return { zh: `${citation.law} ${citation.article}`, en: `${citation.law} ${citation.article}` }
  const [title, place] = [lawTitle(law), placeText(law, citation.article)]
  return { zh: `${title.zh}${place.zh}`, en: [title.en, place.en].filter(Boolean).join(', ') }
}

export const citationText = (citation: Citation, language: Language): string => citationWords(citation)[language]
