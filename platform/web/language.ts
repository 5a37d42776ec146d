import { languages } from '#kernel/bilingual.ts'
import type { Bilingual, Language } from '#kernel/bilingual.ts'
import { keptSetting, useKeptSetting } from './kept-setting.ts'

export const languageSetting = keptSetting<Language>('daylight.language', languages, 'zh')

const htmlLang: Record<Language, string> = { zh: 'zh-CN', en: 'en' }

export const useLanguage = (): Language => useKeptSetting(languageSetting)

/** Keeps `<html lang>` true to the words shown, so that readers aloud and line breaking follow. */
export function followLanguage(): void {
  const show = () => document.documentElement.setAttribute('lang', htmlLang[languageSetting.read()])
  languageSetting.subscribe(show)
  show()
}

/** The words of one module in the person's language: `const words = useWords(casesWords)`. */
export const useWords = <Words>(words: Readonly<Record<Language, Words>>): Words => words[useLanguage()]

export const useBilingual = (): ((text: Bilingual) => string) => {
  const language = useLanguage()
  return (text) => text[language]
}
