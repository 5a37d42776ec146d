export const lifeStates = ['running', 'met', 'stopped', 'cancelled'] as const
export type LifeState = (typeof lifeStates)[number]

export type ClockLevel = 'normal' | 'due-soon' | 'urgent' | 'overdue' | 'stopped'

/** How much time must be left for a level not to be reached: a share of the whole period, or a fixed lead. */
export interface Thresholds {
  readonly dueSoonShare: number
  readonly urgentShare: number
  readonly urgentHours: number
  /** Fixed lead times where liberty is restricted: hours for periods of hours, days for custody. */
  readonly liberty: { readonly hours: Leads; readonly days: Leads }
}

interface Leads {
  readonly dueSoonHours: number
  readonly urgentHours: number
}

// The board's alert policy; no article sets it, so a bureau may set it otherwise.
const defaultThresholds: Thresholds = {
  dueSoonShare: 0.3,
  urgentShare: 0.1,
  urgentHours: 24,
  liberty: { hours: { dueSoonHours: 2, urgentHours: 1 }, days: { dueSoonHours: 7 * 24, urgentHours: 3 * 24 } },
}

/** What of a clock decides its state. */
export interface Ticking {
  readonly state: LifeState
  readonly startedAt: Date
  readonly dueAt: Date
  readonly metAt: Date | null
  readonly restrictsLiberty: boolean
}

const hourMs = 3_600_000
const shortestOfDaysMs = 48 * hourMs

function leadsOf({ startedAt, dueAt, restrictsLiberty }: Ticking, thresholds: Thresholds): { dueSoonMs: number; urgentMs: number } {
  const wholeMs = dueAt.getTime() - startedAt.getTime()
  if (restrictsLiberty) {
    const { dueSoonHours, urgentHours } = wholeMs > shortestOfDaysMs ? thresholds.liberty.days : thresholds.liberty.hours
    return { dueSoonMs: dueSoonHours * hourMs, urgentMs: urgentHours * hourMs }
  }
  // why: "less than 24 hours left" would make every period of 24 hours urgent from its first minute; those go by their share.
  const lastDayMs = wholeMs > shortestOfDaysMs ? thresholds.urgentHours * hourMs : 0
  return { dueSoonMs: wholeMs * thresholds.dueSoonShare, urgentMs: Math.max(wholeMs * thresholds.urgentShare, lastDayMs) }
}

/** Whole days belong to their last second: a period that ends at 24:00 is kept until then. */
const isPast = (moment: Date, dueAt: Date): boolean => moment.getTime() >= dueAt.getTime() + 1000

/** The colour of a clock. A clock that was met keeps telling whether it was met in time. */
export function stateOf(clock: Ticking, now: Date, thresholds: Thresholds = defaultThresholds): ClockLevel {
  if (clock.state === 'met') return clock.metAt && isPast(clock.metAt, clock.dueAt) ? 'overdue' : 'normal'
  if (clock.state !== 'running') return 'stopped'
  if (isPast(now, clock.dueAt)) return 'overdue'
  const leftMs = clock.dueAt.getTime() - now.getTime()
  const { dueSoonMs, urgentMs } = leadsOf(clock, thresholds)
  if (leftMs <= urgentMs) return 'urgent'
  return leftMs <= dueSoonMs ? 'due-soon' : 'normal'
}

/** Time left, or by how much it is over; null for a clock that does not run. */
export function remaining(clock: Ticking, now: Date): { readonly isOver: boolean; readonly ms: number } | null {
  if (clock.state !== 'running') return null
  const ms = clock.dueAt.getTime() - now.getTime()
  return { isOver: isPast(now, clock.dueAt), ms: Math.abs(ms) }
}
