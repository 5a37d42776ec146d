import { isWorkday } from 'chinese-days'
import { expect, it } from 'vitest'
import { addDays, day } from '#kernel/beijing-time.ts'
import { calendar } from './calendar.ts'

it('knows every working day from 2007 to 2026 as the State Council announced it', () => {
  const differing: string[] = []
  for (let today = day('2007-01-01'); today <= day('2026-12-31'); today = addDays(today, 1)) {
    if (calendar().isWorkday(today) !== isWorkday(today)) differing.push(today)
  }
  expect(differing).toEqual([])
})

it('knows no year without a notice', () => {
  expect(calendar().knownUntil >= day('2026-12-31')).toBe(true)
  expect(calendar().knownFrom).toBe('2007-01-01')
})

it('works an exchanged weekend and rests on a holiday', () => {
  expect(calendar().isWorkday(day('2026-09-20'))).toBe(true)
  expect(calendar().isWorkday(day('2026-10-10'))).toBe(true)
  expect(calendar().isWorkday(day('2026-10-07'))).toBe(false)
})
