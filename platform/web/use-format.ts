import { useMemo } from 'react'
import * as format from './format.ts'
import type { Instant } from './format.ts'
import { useLanguage } from './language.ts'
import { useNow } from './server-clock.ts'

/** Dates, durations and limits in the person's language, against the server's time. */
export function useFormat(stepMs?: number) {
  const language = useLanguage()
  const now = useNow(stepMs)
  return useMemo(
    () => ({
      now,
      shortDay: (at: Instant) => format.shortDay(at, now),
      shortTime: (at: Instant) => format.shortTime(at, now),
      listTime: (at: Instant) => format.listTime(at, now),
      longDay: (at: Instant) => format.longDay(at, language),
      weekday: (at: Instant) => format.weekday(at, language),
      duration: (ms: number) => format.duration(ms, language),
      remaining: (due: Instant) => format.remaining(due, now, language),
      rate: (part: number, whole: number) => format.rate(part, whole, language),
    }),
    [language, now],
  )
}
