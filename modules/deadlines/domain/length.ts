import type { Bilingual } from '#kernel/bilingual.ts'

/** `full-day` is 24 hours from the minute of the event, as custody counts; `day` is a calendar day that ends at 24:00. */
export const units = ['hour', 'full-day', 'day', 'workday', 'month', 'year'] as const
export type Unit = (typeof units)[number]

export interface Length {
  readonly count: number
  readonly unit: Unit
}

const of =
  (unit: Unit) =>
  (count: number): Length => ({ count, unit })

export const hours = of('hour')
export const fullDays = of('full-day')
export const days = of('day')
export const workdays = of('workday')
export const months = of('month')
export const years = of('year')

/** Hours and full days run to the minute and never wait for a working day. */
export const runsOnWallClock = (unit: Unit): boolean => unit === 'hour' || unit === 'full-day'

type Family = 'hour' | 'day' | 'workday' | 'month'

const families: Record<Unit, readonly [family: Family, factor: number]> = {
  hour: ['hour', 1],
  'full-day': ['hour', 24],
  day: ['day', 1],
  workday: ['workday', 1],
  month: ['month', 1],
  year: ['month', 12],
}

/** How much of one family these lengths hold together, e.g. the months of `1 month + 15 days`. */
export const amountOf = (family: Family, lengths: readonly Length[]): number =>
  lengths.reduce((sum, length) => {
    const [its, factor] = families[length.unit]
    return its === family ? sum + length.count * factor : sum
  }, 0)

/** Negative if shorter, positive if longer, null where the two cannot be compared without a date (a month and thirty days). */
export function compareLengths(one: readonly Length[], other: readonly Length[]): number | null {
  const all = [...one, ...other].filter((length) => length.count !== 0)
  const first = all[0]
  if (!first) return 0
  const [family] = families[first.unit]
  if (all.some((length) => families[length.unit][0] !== family)) return null
  return amountOf(family, one) - amountOf(family, other)
}

const unitWords: Record<Unit, readonly [zh: string, one: string, many: string]> = {
  hour: ['小时', 'hour', 'hours'],
  'full-day': ['日（每满24小时为一日）', 'full day of 24 hours', 'full days of 24 hours'],
  day: ['日', 'day', 'days'],
  workday: ['个工作日', 'working day', 'working days'],
  month: ['个月', 'month', 'months'],
  year: ['年', 'year', 'years'],
}

export function lengthText({ count, unit }: Length): Bilingual {
  const [zh, one, many] = unitWords[unit]
  return { zh: `${count}${zh}`, en: `${count} ${count === 1 ? one : many}` }
}
