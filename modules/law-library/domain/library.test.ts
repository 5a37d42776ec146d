import { expect, it } from 'vitest'
import { citationText } from './citation-text.ts'
import { citationExists, findLaw, laws } from './library.ts'

it('gives every edition an id of its own', () => {
  expect(new Set(laws.map((law) => law.id)).size).toBe(laws.length)
})

it('never has two editions of one law in force on the same day', () => {
  const byTitle = Map.groupBy(laws, (law) => law.title.zh)
  for (const editions of byTitle.values()) {
    const sorted = editions.toSorted((one, other) => (one.inForce.from ?? '').localeCompare(other.inForce.from ?? ''))
    sorted.slice(1).forEach((later, index) => expect((sorted[index]?.inForce.to ?? '9999') < (later.inForce.from ?? '')).toBe(true))
  }
})

it('takes an id without a year for the newest edition', () => {
  expect(findLaw('psapl')?.id).toBe('psapl-2025')
  expect(findLaw('psapl-2012')?.inForce.to).toBe('2025-12-31')
})

it.each([
  ['psapl-2025', '118', '《治安管理处罚法》（2025修订）第118条', 'Public Security Administration Penalties Law (2025 revision), art. 118'],
  [
    'proc-admin',
    '61(2)',
    '《公安机关办理行政案件程序规定》（2020修正）第61条第2项',
    'Rules of Procedure for Administrative Cases (2020 amendment), art. 61(2)',
  ],
  [
    'reporting-filing-rules-2023',
    '8(4)',
    '《公安机关接报案与立案工作规定》（2023）第8项（4）',
    'Reporting and Filing Rules (2023), item 8(4)',
  ],
  ['opinion-2015', '二(一)2', '《关于改革完善受案立案制度的意见》二（一）2', 'Opinion on Reforming Acceptance and Filing, section 二(一)2'],
])('writes %s %s out in both languages', (law, article, zh, en) => {
  expect(citationText({ law, article }, 'zh')).toBe(zh)
  expect(citationText({ law, article }, 'en')).toBe(en)
  expect(citationExists({ law, article })).toBe(true)
})

it('knows when a law or an article is missing, and shows the gap instead of hiding it', () => {
  expect(citationExists({ law: 'psapl-2025', article: '999' })).toBe(false)
  expect(citationExists({ law: 'nowhere', article: '1' })).toBe(false)
  expect(citationText({ law: 'nowhere', article: '1' }, 'zh')).toBe('nowhere 1')
})
