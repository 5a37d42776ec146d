import type { Language } from '#kernel/bilingual.ts'
import type { ComboOption } from '#platform/web/combobox.tsx'
import { categories, type CategoryGroup } from '../domain/category.ts'

/** All categories, found by pinyin initials, Chinese, English or code. */
export const categoryOptions = (language: Language, groups: Readonly<Record<CategoryGroup, string>>): readonly ComboOption[] =>
  categories.map((category) => ({
    value: category.code,
    label: category[language],
    search: `${category.letters} ${category.zh} ${category.en} ${category.code}`,
    detail: groups[category.group],
  }))
