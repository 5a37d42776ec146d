import { expect, it } from 'vitest'
import { day } from '#kernel/beijing-time.ts'
import { dayInWords, timeInWords } from './day-in-words.ts'

it('writes days and times of Beijing without leading zeros in the day', () => {
  expect(dayInWords(day('2026-01-06'))).toBe('2026年1月6日')
  expect(timeInWords(new Date('2025-12-31T16:05:00Z'))).toBe('2026年1月1日 00时05分')
})
