import { expect, it } from 'vitest'
import { matching } from '#platform/web/combobox.tsx'
import { findCategories } from '../domain/category.ts'
import { zh } from '../words/zh.ts'
import { categoryOptions } from './category-options.ts'

it.each(['dj', '打架', 'fight', 'jt', '纠纷', 'theft', 'q'])('the field offers for “%s” what the domain finds', (typed) => {
  const options = categoryOptions('zh', zh.categoryGroups)
  const offered = matching(options, typed).map(({ value }) => value)
  expect(offered).toEqual(expect.arrayContaining(findCategories(typed).map(({ code }) => code)))
  expect(offered[0]).toBe(findCategories(typed)[0]?.code)
})
