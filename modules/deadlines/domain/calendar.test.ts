import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, weekdayOf } from '#kernel/beijing-time.ts'
import { createCalendar, firstUnknownDay, type YearNotice } from './calendar.ts'
import { dayNumberOf, dayOfNumber } from './day-number.ts'

const notice = (year: number, holidays: YearNotice['holidays'] = []): YearNotice => ({ year, holidays })
const breaks: YearNotice['holidays'] = [
  { name: '国庆节', from: day('2026-10-01'), to: day('2026-10-07'), worked: [day('2026-09-20'), day('2026-10-10')] },
]
const calendar = createCalendar([notice(2026, breaks)])
const noYears = createCalendar([])

const anyDay = fc.integer({ min: dayNumberOf(day('2025-06-01')), max: dayNumberOf(day('2027-06-30')) })
const isWorkedNaively = (number: number) => {
  const today = dayOfNumber(number)
  const [holiday] = breaks
  if (holiday && today >= holiday.from && today <= holiday.to) return false
  if (holiday?.worked.includes(today)) return true
  return weekdayOf(today) >= 1 && weekdayOf(today) <= 5
}

describe('working days', () => {
  it('are weekdays, without the days off and with the exchanged weekends', () => {
    fc.assert(fc.property(anyDay, (number) => calendar.isWorkdayAt(number) === isWorkedNaively(number)))
  })

  it('are found forwards and backwards as a day-by-day count finds them', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (from, count) => {
        let [after, left] = [from, count]
        while (left > 0) if (isWorkedNaively(++after)) left--
        let [before, rest] = [from, count]
        while (rest > 0) if (isWorkedNaively(--before)) rest--
        expect(calendar.workdayAfter(from, count)).toBe(after)
        expect(calendar.workdayBefore(from, count)).toBe(before)
      }),
    )
  })

  it('are counted between two days, the first included and the last not', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (from, length) => {
        let counted = 0
        for (let number = from; number < from + length; number++) if (isWorkedNaively(number)) counted++
        expect(calendar.workdaysBetween(from, from + length)).toBe(counted)
      }),
    )
  })

  it('stay where they are when the day itself is worked', () => {
    fc.assert(
      fc.property(anyDay, (number) => {
        const moved = calendar.workdayFrom(number)
        expect(calendar.isWorkdayAt(moved)).toBe(true)
        expect(moved === number).toBe(calendar.isWorkdayAt(number))
      }),
    )
  })
})

describe('what is known', () => {
  it('ends with the last notice', () => {
    expect([calendar.knownFrom, calendar.knownUntil, firstUnknownDay(calendar)]).toEqual(['2026-01-01', '2026-12-31', '2027-01-01'])
    expect(calendar.isKnownAt(dayNumberOf(day('2026-12-31')))).toBe(true)
    expect(calendar.isKnownAt(dayNumberOf(day('2027-01-01')))).toBe(false)
    expect(calendar.isKnownAt(dayNumberOf(day('2025-12-31')))).toBe(false)
  })

  it('stops before a year whose notice is missing', () => {
    expect(createCalendar([notice(2028), notice(2025), notice(2026)]).knownUntil).toBe('2026-12-31')
  })

  it('is nothing at all without a notice, and weekends are still free', () => {
    expect(noYears.isWorkday(day('2026-10-01'))).toBe(true)
    expect(noYears.isWorkday(addDays(day('2026-10-01'), 2))).toBe(false)
    expect(noYears.isKnownAt(dayNumberOf(day('2026-10-01')))).toBe(false)
  })
})
