import { inBeijing } from '#kernel/beijing-time.ts'
import { houseRefusals } from './refusal.ts'

export const lateAfterMinutes = 30
const minuteMs = 60_000

export interface FactTime {
  readonly occurredAt: Date
  readonly isLateEntry: boolean
}

interface Given {
  readonly occurredAt?: Date | undefined
  /** The fact that this one follows. */
  readonly after?: Date | undefined
  readonly lateReason?: string | undefined
}

/**
 * When it happened, as the person says (default: now). Never in the future nor before the fact it follows;
 * an entry more than 30 minutes late needs a reason and is shown as late.
 */
export function factTime({ occurredAt, after, lateReason }: Given, now: Date): FactTime {
  const at = occurredAt ?? now
  if (at.getTime() > now.getTime() + minuteMs) throw houseRefusals.futureTime(inBeijing(now)).at('occurredAt')
  // why: people give minutes, records hold seconds; within the same minute the order is not in doubt.
  if (after && at.getTime() < after.getTime() - minuteMs) throw houseRefusals.beforeEarlierFact(inBeijing(after)).at('occurredAt')
  const settled = after && at < after ? after : at > now ? now : at
  const minutesLate = Math.floor((now.getTime() - settled.getTime()) / minuteMs)
  const isLateEntry = minutesLate > lateAfterMinutes
  if (isLateEntry && !lateReason) throw houseRefusals.lateWithoutReason(minutesLate).at('lateReason')
  return { occurredAt: settled, isLateEntry }
}
