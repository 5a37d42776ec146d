import { describe, expect, it } from 'vitest'
import { addDays, addMonths, day, dayOf, endOf, inBeijing, isDay, startOf, startOfNext, weekdayOf } from './beijing-time.ts'

describe('a day', () => {
  it('is written YYYY-MM-DD and must exist', () => {
    expect(isDay('2028-02-29')).toBe(true)
    for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-1-1', '2026-01-01T00:00', ''])
      expect(isDay(text)).toBe(false)
    expect(() => day('2026-02-30')).toThrow('YYYY-MM-DD')
  })

  it('begins at midnight in Beijing, wherever the machine stands', () => {
    expect(dayOf(new Date('2026-03-01T15:59:59Z'))).toBe('2026-03-01')
    expect(dayOf(new Date('2026-03-01T16:00:00Z'))).toBe('2026-03-02')
    expect(startOf(day('2026-03-02')).toISOString()).toBe('2026-03-01T16:00:00.000Z')
  })

  it('ends in its last second, which still belongs to it', () => {
    expect(inBeijing(endOf(day('2026-03-02')))).toBe('2026-03-02T23:59:59+08:00')
    expect(dayOf(endOf(day('2026-03-02')))).toBe('2026-03-02')
    expect(inBeijing(startOfNext(day('2026-12-31')))).toBe('2027-01-01T00:00:00+08:00')
  })
})

describe('adding', () => {
  it('crosses months, years and leap days', () => {
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01')
    expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29')
    expect(addDays(day('2026-03-01'), -1)).toBe('2026-02-28')
    expect(addDays(day('2026-03-01'), 0)).toBe('2026-03-01')
  })

  it.each([
    ['2026-01-15', 2, '2026-03-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-06-30', 2, '2026-08-30'],
    ['2026-01-31', 12, '2027-01-31'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months is %s: the same-numbered day, or the last of a shorter month', (from, count, to) => {
    expect(addMonths(day(from), count)).toBe(to)
  })
})

it('knows the day of the week', () => {
  expect(weekdayOf(day('2026-11-22'))).toBe(0)
  expect(weekdayOf(day('2026-11-24'))).toBe(2)
  expect(weekdayOf(day('2026-11-28'))).toBe(6)
})

it("writes an instant with Beijing's offset", () => {
  expect(inBeijing(new Date('2026-11-24T02:03:04.567Z'))).toBe('2026-11-24T10:03:04+08:00')
})
