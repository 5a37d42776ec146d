import type { Language } from '#kernel/bilingual.ts'
import causes from './causes.json' with { type: 'json' }
import type { CaseKind, CaseLaw } from './stage.ts'

/** 案由: what a case is about. `code` names the article of the law in force and stays when the wording changes. */
export interface Cause {
  readonly code: string
  readonly kind: CaseKind
  readonly zh: string
  readonly en: string
  readonly law: string
  readonly article: string
}

/** 其他: never a reason to refuse acceptance; free text says what it is, law and article where they are known. */
export const otherCause = 'other'

/** A cause as a case holds it. The three words stand beside `other` only; law and article are as the officer wrote them. */
export interface GivenCause {
  readonly causeCode: string
  readonly causeText?: string | null | undefined
  readonly causeLaw?: string | null | undefined
  readonly causeArticle?: string | null | undefined
}

export const allCauses = causes as readonly Cause[]

const byCode = new Map(allCauses.map((cause) => [cause.code, cause]))

/** A cause fits a case of its own kind; `other` fits both. */
export const causeFits = (code: string, kind: CaseKind): boolean => code === otherCause || byCode.get(code)?.kind === kind

/** Only `other` is told by its own words. */
export const asksForText = (code: string | null | undefined): boolean => code === otherCause

const other = { zh: '其他', en: 'Other' }

export const causeName = (code: string, language: Language): string => (byCode.get(code) ?? other)[language]

const publicOrderLaw = /治安(?:管理)?处罚/

/**
 * The law under which such a case is handled. Every administrative cause of the list stands in the law on public order; of one told in
 * words that law is taken for granted until another is named, since its limit is the shorter one.
 */
export const lawOfCase = ({ causeCode, causeLaw }: GivenCause): CaseLaw =>
  asksForText(causeCode) && causeLaw && !publicOrderLaw.test(causeLaw) ? 'other-law' : 'public-order'

/** Law and article of a cause that is told in words, e.g. `《网络安全法》第63条`; null where the officer did not know them. */
const lawOfCause = ({ causeLaw, causeArticle }: GivenCause): string | null => {
  const text = [causeLaw, causeArticle].filter(Boolean).join('')
  return text === '' ? null : text
}

/** The cause as it is read: its name, or for `other` what was written beside it. */
export function causeTitle(cause: GivenCause, language: Language): string {
  const name = causeName(cause.causeCode, language)
  if (!asksForText(cause.causeCode) || !cause.causeText) return name
  return language === 'zh' ? `${name}（${cause.causeText}）` : `${name} (${cause.causeText})`
}

/** The same with law and article, as a paper prints it. */
export function causeInFull(cause: GivenCause, language: Language): string {
  const law = asksForText(cause.causeCode) ? lawOfCause(cause) : null
  const text = [cause.causeText, law].filter(Boolean).join(language === 'zh' ? '，' : ', ')
  return causeTitle({ ...cause, causeText: text }, language)
}

/** What a case keeps beside the code: nothing but for `other`. */
export const causeColumns = ({ causeCode, causeText, causeLaw, causeArticle }: GivenCause) => ({
  cause_code: causeCode,
  cause_text: asksForText(causeCode) ? (causeText ?? null) : null,
  cause_law: asksForText(causeCode) ? (causeLaw ?? null) : null,
  cause_article: asksForText(causeCode) ? (causeArticle ?? null) : null,
})
