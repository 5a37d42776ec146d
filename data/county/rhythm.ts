import { addDays, type Day, startOf, weekdayOf } from '#kernel/beijing-time.ts'
import type { Random } from './random.ts'

/** How a kind of call spreads over the 24 hours of a day. */
const shapes = {
  even: [2, 1, 1, 1, 1, 2, 4, 6, 8, 9, 9, 8, 7, 7, 8, 8, 8, 9, 9, 8, 7, 6, 4, 3],
  business: [0, 0, 0, 0, 0, 0, 1, 4, 10, 13, 12, 9, 5, 6, 11, 12, 11, 9, 5, 3, 2, 1, 0, 0],
  morning: [1, 0, 0, 0, 1, 4, 10, 13, 12, 9, 7, 5, 4, 4, 4, 4, 4, 5, 5, 4, 3, 2, 2, 1],
  rush: [1, 1, 0, 0, 1, 2, 5, 11, 10, 6, 5, 6, 6, 5, 5, 5, 7, 12, 11, 7, 5, 4, 2, 1],
  evening: [6, 4, 2, 1, 1, 1, 1, 2, 3, 4, 4, 5, 5, 4, 4, 4, 5, 6, 8, 10, 12, 13, 12, 9],
  night: [12, 10, 7, 4, 2, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 4, 6, 9, 12, 14, 14],
  school: [0, 0, 0, 0, 0, 0, 1, 7, 5, 3, 4, 7, 8, 5, 4, 5, 12, 13, 7, 4, 3, 2, 1, 0],
} as const
export type DayShape = keyof typeof shapes

const hours = Array.from({ length: 24 }, (_, hour) => hour)
const weightedHours = (day: DayShape) => hours.map((hour) => [hour, shapes[day][hour] ?? 0] as const)

/** Sunday to Saturday. */
const weekdays = [1.02, 0.97, 0.95, 0.96, 0.98, 1.07, 1.08]

const highest = (factors: readonly number[]) => Math.max(...factors)
const monthOf = (of: Day) => Number(of.slice(5, 7)) - 1
const hourMs = 3_600_000

/** When a call comes in: somewhere in these days, by month, weekday and hour of its kind. */
export function drawInstant(random: Random, days: readonly Day[], { day, months }: { day: DayShape; months?: readonly number[] }): Date {
  const peak = (months ? highest(months) : 1) * highest(weekdays)
  for (;;) {
    const date = random.pick(days)
    const weight = (months?.[monthOf(date)] ?? 1) * (weekdays[weekdayOf(date)] ?? 1)
    if (random.next() * peak > weight) continue
    const hour = random.weighted(weightedHours(day))
    return new Date(startOf(date).getTime() + hour * hourMs + random.int(0, 3_599) * 1_000)
  }
}

/** The year before the anchor day, which itself is still empty. */
export const yearBefore = (anchorDay: Day): readonly Day[] => Array.from({ length: 365 }, (_, index) => addDays(anchorDay, index - 365))
