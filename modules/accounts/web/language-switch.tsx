import { languageSetting, useLanguage, useWords } from '#platform/web/language.ts'
import { kitWords } from '#platform/web/words/kit-words.ts'

/** The other language, on the pages before the log-in. */
export function LanguageSwitch() {
  const kit = useWords(kitWords)
  const other = useLanguage() === 'zh' ? 'en' : 'zh'
  return (
    <button type="button" className="bar-button" lang={other === 'en' ? 'en' : 'zh-CN'} onClick={() => languageSetting.write(other)}>
      {kit.otherLanguage}
    </button>
  )
}
