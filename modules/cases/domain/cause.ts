import type { Language } from '#kernel/bilingual.ts'
import causes from './causes.json' with { type: 'json' }
import type { CaseKind } from './stage.ts'

/** 案由: what a case is about. `code` names the article of the law in force and stays when the wording changes. */
export interface Cause {
  readonly code: string
  readonly kind: CaseKind
  readonly zh: string
  readonly en: string
  readonly law: string
  readonly article: string
}

/** 其他: never a reason to refuse acceptance; the matter says what it is. */
export const otherCause = 'other'

export const allCauses = causes as readonly Cause[]

const byCode = new Map(allCauses.map((cause) => [cause.code, cause]))

/** A cause fits a case of its own kind; `other` fits both. */
export const causeFits = (code: string, kind: CaseKind): boolean => code === otherCause || byCode.get(code)?.kind === kind

const other = { zh: '其他', en: 'Other' }

export const causeName = (code: string, language: Language): string => (byCode.get(code) ?? other)[language]
