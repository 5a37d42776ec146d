import { describe, expect, it } from 'vitest'
import { day } from '#kernel/beijing-time.ts'
import { dayInWords, groupedByFour, groupedCaseNumber, groupedPhone, timeInWords } from './paper-text.ts'

describe('the words of a paper', () => {
  it('writes days and times of Beijing without leading zeros in the day', () => {
    expect(dayInWords(day('2026-01-06'))).toBe('2026年1月6日')
    expect(timeInWords(new Date('2025-12-31T16:05:00Z'))).toBe('2026年1月1日 00时05分')
  })

  it('groups numbers, codes and phones, and leaves alone what has another form', () => {
    expect(groupedCaseNumber('A141199550100202611' + '0037')).toBe('A141199 550100 202611 0037')
    expect(groupedCaseNumber('X1')).toBe('X1')
    expect(groupedByFour('7304118266550917')).toBe('7304 1182 6655 0917')
    expect(groupedPhone('19900000417')).toBe('199 0000 0417')
    expect(groupedPhone('0350-000-0110')).toBe('0350-000-0110')
  })
})
