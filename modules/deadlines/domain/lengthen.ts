import type { Calendar } from './calendar.ts'
import type { ClockEvent } from './clock-event.ts'
import type { DeadlineRule } from './deadline-rule.ts'
import { dueAt } from './due.ts'
import { block, type Due } from './due-answer.ts'
import { dayNumberAt } from './day-number.ts'
import { runsOnWallClock } from './length.ts'

/** What makes a clock that runs longer, and when it was decided. */
export type Lengthening = Extract<ClockEvent, { kind: 'tier' | 'extended' | 'extended-to' }> & { readonly at: Date }

interface Running {
  readonly startedAt: Date
  readonly events: readonly ClockEvent[]
}

/**
 * The end of a running clock after it was made longer, or the sentence of the law that forbids it.
 * law: what has ended cannot be made longer (SPP Rules 309, 312; R22), whether by an extension or by finding the case to be of another kind.
 */
export function lengthened(rule: DeadlineRule, { startedAt, events }: Running, by: Lengthening, calendar: Calendar): Due {
  const before = dueAt(rule, startedAt, events, calendar)
  if ('refused' in before) return before
  if (by.kind === 'tier' && !rule.tiers?.[by.tier])
    return { refused: block(rule, 'extension-known-to-law', { asked: by.tier, at: by.at.toISOString() }) }
  if (isOver(rule, by.at, before.due))
    return { refused: block(rule, 'extension-decided-in-time', { at: by.at.toISOString(), ended: before.due.toISOString() }) }
  const after = dueAt(rule, startedAt, [...events, by], calendar)
  if ('refused' in after) return after
  if (after.due <= before.due) return { refused: block(rule, 'extension-lengthens', { at: by.at.toISOString() }) }
  return after
}

const isOver = ({ limit }: DeadlineRule, at: Date, due: Date): boolean =>
  'unit' in limit && !runsOnWallClock(limit.unit) ? dayNumberAt(at) > dayNumberAt(due) : at > due
