import { addDays, dayOf, startOf } from '#kernel/beijing-time.ts'
import type { Random } from './random.ts'
import type { Step } from './story.ts'

const secondMs = 1_000
const minuteMs = 60_000
const dayMs = 86_400_000
const lateAfterMs = 30 * minuteMs

const lateReasons = [
  '现场无信号，返所后补录',
  '连续处置警情，事后补录',
  '执法终端故障，恢复后补录',
  '护送伤者就医，返所后补录',
  '系统维护，恢复后补录',
] as const

/** Puts steps one after another: none before the one it follows, neither as it happened nor as it was written down. */
export interface Timeline {
  /** Null from the first step on that would be written down after the end; what comes later has not happened yet. */
  step(afterMs: number, by: string): Step | null
  /** What happens by being written down: a dispatch, a signature. It has one time. */
  stepAtOnce(afterMs: number, by: string): Step | null
  /** The same as `step`, at the next hour at which an office works. */
  officeStep(afterMs: number, by: string): Step | null
  /** Nothing more happens: every later step is null. */
  stop(): void
}

export const seconds = (count: number): number => count * secondMs
export const minutes = (count: number): number => count * minuteMs
export const days = (count: number): number => count * dayMs

const opens = 8.5 * 3_600_000
const closes = 18 * 3_600_000

function inOfficeHours(random: Random, at: Date): Date {
  const morning = startOf(dayOf(at)).getTime()
  const since = at.getTime() - morning
  if (since >= opens && since <= closes) return at
  const start = since > closes ? startOf(addDays(dayOf(at), 1)).getTime() : morning
  return new Date(start + opens + minutes(random.int(5, 90)))
}

/** How long after it happened it is written down. */
const lagOf = (random: Random): number => (random.chance(0.015) ? minutes(random.int(32, 240)) : seconds(random.int(0, 40)))

export function timelineFrom(random: Random, start: Date, end: Date): Timeline {
  let [at, recorded] = [start, start]
  let isOver = false
  const soonest = () => recorded.getTime() + seconds(5)
  const place = (occurredAt: Date, by: string, lag = lagOf(random)): Step | null => {
    if (isOver) return null
    const recordedAt = new Date(Math.max(occurredAt.getTime() + lag, soonest()))
    isOver = recordedAt >= end
    if (isOver) return null
    at = occurredAt
    recorded = recordedAt
    const wasLate = recordedAt.getTime() - occurredAt.getTime() > lateAfterMs
    return { occurredAt, recordedAt, lateReason: wasLate ? random.pick(lateReasons) : null, by }
  }
  return {
    stepAtOnce: (afterMs, by) => place(new Date(Math.max(at.getTime() + afterMs, soonest())), by, 0),
    step: (afterMs, by) => place(new Date(at.getTime() + afterMs), by),
    officeStep: (afterMs, by) => place(inOfficeHours(random, new Date(at.getTime() + afterMs)), by),
    stop: () => void (isOver = true),
  }
}
