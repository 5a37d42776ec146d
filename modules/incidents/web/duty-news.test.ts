import { expect, it } from 'vitest'
import { countedTitle, hasNews, unsignedIds } from './duty-news.ts'

const rows = [
  { id: 'a', state: 'dispatched' },
  { id: 'b', state: 'signed' },
  { id: 'c', state: 'received' },
] as const

it('takes as unsigned what nobody has signed for', () => {
  expect([...unsignedIds(rows)]).toEqual(['a', 'c'])
})

it('rings for what is new, not for what was there when the page was opened', () => {
  const now = unsignedIds(rows)
  expect(hasNews(null, now)).toBe(false)
  expect(hasNews(now, now)).toBe(false)
  expect(hasNews(new Set(['a']), now)).toBe(true)
  expect(hasNews(new Set(['a', 'c', 'd']), now)).toBe(false)
})

it('counts in the title and takes the count away again', () => {
  expect(countedTitle('我的一天 · 阳光执法', 2)).toBe('(2) 我的一天 · 阳光执法')
  expect(countedTitle('(2) 我的一天 · 阳光执法', 0)).toBe('我的一天 · 阳光执法')
  expect(countedTitle('(2) 我的一天 · 阳光执法', 3)).toBe('(3) 我的一天 · 阳光执法')
})
