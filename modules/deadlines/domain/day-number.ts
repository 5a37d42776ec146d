import type { Day } from '#kernel/beijing-time.ts'

/** Beijing days counted from 1 January 1970. */
export type DayNumber = number

// why: the engine must answer a million times in a few seconds, and adding to a number is twenty times faster than to a text.
const dayMs = 86_400_000
const offsetMs = 8 * 3_600_000

export const dayNumberAt = (at: Date): DayNumber => Math.floor((at.getTime() + offsetMs) / dayMs)

// why: from its parts, since reading a whole text as a date takes five times as long.
export const dayNumberOf = (day: Day): DayNumber =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / dayMs

export const dayOfNumber = (number: DayNumber): Day => new Date(number * dayMs).toISOString().slice(0, 10) as Day

/** 24:00, kept as the last full second of the day. */
export const endOfNumber = (number: DayNumber): Date => new Date((number + 1) * dayMs - offsetMs - 1000)

const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate()

/**
 * The day that ends a period of months (R6, R8).
 * `last-day`: a start on the last day of a month ends on the last day of the target month (SPC Interpretation 202).
 * `same-number`: always the same-numbered day, which is the earlier one and the one used for custody.
 */
export function monthsAfter(start: DayNumber, count: number, monthEnd: 'last-day' | 'same-number'): DayNumber {
  if (count === 0) return start
  const from = new Date(start * dayMs)
  const [year, month, day] = [from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate()]
  const last = lastOfMonth(year, month + count)
  const sticks = monthEnd === 'last-day' && day === lastOfMonth(year, month)
  return Date.UTC(year, month + count, sticks ? last : Math.min(day, last)) / dayMs
}
