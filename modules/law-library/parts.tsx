import type { Citation } from '#kernel/citation.ts'
import { useLanguage } from '#platform/web/language.ts'
import { citationText } from './domain/citation-text.ts'

/** The articles something rests on, in the person's language. */
export function Citations({ of }: { of: readonly Citation[] }) {
  const language = useLanguage()
  return <span className="muted">{of.map((citation) => citationText(citation, language)).join(language === 'zh' ? '；' : '; ')}</span>
}
