import { expect, it } from 'vitest'
import { matching } from '#platform/web/combobox.tsx'
import { causeOptions } from './cause-options.ts'

it('finds a cause by pinyin initials, Chinese and English', () => {
  const options = causeOptions('administrative', 'zh')
  for (const typed of ['odtr', '殴打他人', 'beating']) expect(matching(options, typed)[0]?.label, typed).toContain('殴打他人')
})

it('offers the causes of one kind only, and always the other one', () => {
  const criminal = causeOptions('criminal', 'en').map(({ value }) => value)
  const administrative = causeOptions('administrative', 'en').map(({ value }) => value)
  expect(criminal.filter((code) => administrative.includes(code))).toEqual(['other'])
})
