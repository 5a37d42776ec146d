import { expect, it } from 'vitest'
import { numberPattern } from './number-pattern.ts'

it('finds digits wherever they stand, and what begins with the letter of a number at its beginning', () => {
  expect(numberPattern('202603 000003')).toBe('%202603000003%')
  expect(numberPattern('j141199000000 2026')).toBe('J1411990000002026%')
})

it('takes signs of a pattern as they were typed', () => {
  expect(numberPattern('5%_\\')).toBe('%5\\%\\_\\\\%')
})
