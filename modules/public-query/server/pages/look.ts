import type { Language } from '#kernel/bilingual.ts'
import { en } from '../../words/en.ts'
import { reportEn } from '../../words/report-en.ts'
import { type ReportWords, reportZh } from '../../words/report-zh.ts'
import { type Words, zh } from '../../words/zh.ts'
import { type Html, markup, verbatim } from './markup.ts'

/** How a page is shown: chosen by link, carried along in every address and form, kept nowhere. */
export interface Look {
  readonly language: Language
  /** Chinese in Traditional characters: the Simplified page, converted as it leaves. */
  readonly isTraditional?: boolean
  readonly isLarge: boolean
  readonly isDemo: boolean
  /** Where the pages are found, for one printed on paper. */
  readonly site?: string
}

/** What a citizen chooses from, as it stands in addresses and forms. */
export const shownChoices = ['zh', 'zh-hant', 'en'] as const
export type ShownIn = (typeof shownChoices)[number]

export const isShownIn = (text: string): text is ShownIn => (shownChoices as readonly string[]).includes(text)

export const shownOf = ({ language, isTraditional = false }: Look): ShownIn => (language === 'zh' && isTraditional ? 'zh-hant' : language)

export const shownIn = (shown: ShownIn): Pick<Look, 'language' | 'isTraditional'> => ({
  language: shown === 'en' ? 'en' : 'zh',
  isTraditional: shown === 'zh-hant',
})

/** For the attribute `lang`. */
export const languageTags: Readonly<Record<ShownIn, string>> = { zh: 'zh-Hans', 'zh-hant': 'zh-Hant', en: 'en' }

export const wordsOf = ({ language }: Pick<Look, 'language'>): Words => (language === 'en' ? en : zh)

export const reportWordsOf = ({ language }: Pick<Look, 'language'>): ReportWords => (language === 'en' ? reportEn : reportZh)

/** `/q?lang=en&size=large`; nothing else ever stands in an address of ours. */
export const addressOf = (path: string, look: Look): string => `${path}?lang=${shownOf(look)}${look.isLarge ? '&size=large' : ''}`

/** A name as it is registered: it keeps its Simplified characters on a Traditional page, and says so to who reads it aloud. */
export const registeredName = (look: Look, name: string): Html | string =>
  look.isTraditional ? markup`<span lang="zh-Hans">${verbatim(name)}</span>` : name

/** What keeps its characters on any page: what a person typed, and the names of languages. */
export const asItIs = (look: Look, text: string): Html | string => (look.isTraditional ? verbatim(text) : text)
