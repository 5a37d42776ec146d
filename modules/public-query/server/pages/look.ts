import type { Language } from '#kernel/bilingual.ts'
import { en } from '../../words/en.ts'
import { type Words, zh } from '../../words/zh.ts'

/** How a page is shown: chosen by link, carried along in every address and form, kept nowhere. */
export interface Look {
  readonly language: Language
  readonly isLarge: boolean
  readonly isDemo: boolean
}

export const wordsOf = ({ language }: Pick<Look, 'language'>): Words => (language === 'en' ? en : zh)

/** `/q?lang=en&size=large`; nothing else ever stands in an address of ours. */
export const addressOf = (path: string, { language, isLarge }: Look): string => `${path}?lang=${language}${isLarge ? '&size=large' : ''}`
