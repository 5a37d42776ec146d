import type { Calendar } from './calendar.ts'
import type { Course } from './course.ts'
import { dayNumberAt, type DayNumber, endOfNumber, monthsAfter } from './day-number.ts'
import type { DeadlineRule } from './deadline-rule.ts'
import { amountOf, type Length, runsOnWallClock } from './length.ts'
import type { Pause } from './pause.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Where a period ends, with what the explanation needs. Day numbers are null for periods that run to the minute. */
export interface PeriodEnd {
  readonly due: Date
  readonly provisional: boolean
  /** Stops that counted, in order. */
  readonly pauses: readonly { readonly pause: Pause; readonly stopped: number }[]
  /** The last day before rest days are looked at, and after. */
  readonly last: DayNumber | null
  readonly moved: DayNumber | null
  /** The other reading of a month's end, where the two differ (R8). */
  readonly otherMonthEnd: DayNumber | null
}

export const isWallClock = (limit: Length): boolean => runsOnWallClock(limit.unit)

/** True if a rest day at the end moves it to the next working day (R3, R4). */
const rolls = (rule: DeadlineRule, inCustody: boolean): boolean =>
  !rule.restrictsLiberty && (rule.rollsOver === 'always' || (rule.rollsOver === 'unless-in-custody' && !inCustody))

interface Measure {
  readonly from: number
  /** Where a moment stands, in the unit of the period. */
  readonly unitAt: (at: Date) => number
  /** How much of the period lies between two such places. */
  readonly between: (from: number, to: number) => number
  readonly endAfter: (stopped: number) => number
  readonly roll: (end: number) => number
}

/** Lets stops push the end, one after the other. Overlapping stops count once; one that begins after the end no longer counts. */
function pushed(pauses: readonly Pause[], { from, unitAt, between, endAfter, roll }: Measure) {
  const counted: { pause: Pause; stopped: number }[] = []
  let stopped = 0
  let covered = from
  const sorted = pauses.length < 2 ? pauses : pauses.toSorted((one, other) => one.from.getTime() - other.from.getTime())
  for (const pause of sorted) {
    const begins = Math.max(unitAt(pause.from), covered)
    const ends = pause.to ? unitAt(pause.to) : begins
    if (begins > roll(endAfter(stopped)) || (ends <= begins && pause.to)) continue
    const counts = between(begins, ends)
    stopped += counts
    covered = ends
    counted.push({ pause, stopped: counts })
  }
  return { counted, end: endAfter(stopped) }
}

function wallClockEnd(rule: DeadlineRule, course: Course, lengths: readonly Length[]): PeriodEnd {
  const event = course.start.getTime()
  // why: R10, the exam reading drops the opening clock hour; the house counts from the minute, which never favours the police.
  const start = rule.hoursCountFrom === 'next-full-hour' && course.limit.unit === 'hour' ? (Math.floor(event / hourMs) + 1) * hourMs : event
  const ends = start + amountOf('hour', lengths) * hourMs + course.pausedCount * dayMs
  const { counted, end } = pushed(course.pauses, {
    from: start,
    unitAt: (at) => at.getTime(),
    between: (from, to) => to - from,
    endAfter: (stopped) => ends + stopped,
    roll: (last) => last,
  })
  const provisional = counted.some(({ pause }) => pause.to === null)
  return { due: new Date(end), provisional, pauses: counted, last: null, moved: null, otherMonthEnd: null }
}

/** Months first and together, so 31 January plus one month twice is 31 March, not 28 March. */
function dayEnd(rule: DeadlineRule, course: Course, lengths: readonly Length[], calendar: Calendar): PeriodEnd {
  const start = dayNumberAt(course.start)
  const [monthCount, dayCount, workdayCount] = [amountOf('month', lengths), amountOf('day', lengths), amountOf('workday', lengths)]
  const monthEnd = rule.restrictsLiberty || course.inCustody ? 'same-number' : 'last-day'
  const afterMonths = monthsAfter(start, monthCount, monthEnd)
  const base = afterMonths + dayCount

  const byWorkdays = course.limit.unit === 'workday'
  const endAfter = (stopped: number): DayNumber => {
    const paused = stopped + course.pausedCount
    return byWorkdays ? calendar.workdayAfter(base, workdayCount + paused) : base + paused
  }
  const between = byWorkdays ? calendar.workdaysBetween : (from: number, to: number) => to - from
  const moves = rolls(rule, course.inCustody)
  const roll = (end: DayNumber) => (moves ? calendar.workdayFrom(end) : end)
  const { counted, end } = pushed(course.pauses, { from: start, unitAt: dayNumberAt, between, endAfter, roll })

  const moved = roll(end)
  const unknown = (moves || byWorkdays) && !(calendar.isKnownAt(moved) && (!byWorkdays || calendar.isKnownAt(start)))
  const other = monthsAfter(start, monthCount, monthEnd === 'last-day' ? 'same-number' : 'last-day')
  return {
    due: endOfNumber(moved),
    provisional: unknown || counted.some(({ pause }) => pause.to === null),
    pauses: counted,
    last: end,
    moved: moved === end ? null : moved,
    otherMonthEnd: other === afterMonths ? null : other,
  }
}

/** The end of a period of these parts, after its stops. */
export const periodEnd = (rule: DeadlineRule, course: Course, lengths: readonly Length[], calendar: Calendar): PeriodEnd =>
  isWallClock(course.limit) ? wallClockEnd(rule, course, lengths) : dayEnd(rule, course, lengths, calendar)
