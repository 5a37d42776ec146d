import type { CauseState } from '../domain/change.ts'
import type { CaseRow } from './tables.ts'

/** The cause of a case as its row holds it. */
export const causeOf = (row: Pick<CaseRow, 'cause_code' | 'cause_text' | 'cause_law' | 'cause_article'>): CauseState => ({
  causeCode: row.cause_code,
  causeText: row.cause_text,
  causeLaw: row.cause_law,
  causeArticle: row.cause_article,
})
