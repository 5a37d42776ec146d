import type { Language } from '#kernel/bilingual.ts'
import type { ComboOption } from '#platform/web/combobox.tsx'
import { pinyinLetters } from '#platform/shared/pinyin-letters.ts'
import { allCauses, causeName, otherCause } from '../domain/cause.ts'
import type { CaseKind } from '../domain/stage.ts'

/** The causes of one kind of case, found by Chinese, English, pinyin initials or article; “other” is always among them. */
export function causeOptions(kind: CaseKind, language: Language): readonly ComboOption[] {
  const ofKind = allCauses.filter((cause) => cause.kind === kind)
  return [
    ...ofKind.map((cause) => ({
      value: cause.code,
      label: cause[language],
      search: `${pinyinLetters(cause.zh)} ${cause.zh} ${cause.en} ${cause.article}`,
      detail: cause[language === 'zh' ? 'en' : 'zh'],
    })),
    { value: otherCause, label: causeName(otherCause, language), search: 'qt other', detail: null },
  ]
}
