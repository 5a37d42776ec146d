import { dayOf, startOf, startOfNext } from '#kernel/beijing-time.ts'

/** Hours of the night in which notices wait: minutes of Beijing's day, from 0 to 1439. A night may reach over midnight. */
export interface QuietHours {
  readonly from: number
  readonly to: number
}

const written = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/

/** Reads `22:00-07:00`. Nothing if it is not written so, or begins when it ends. */
export function readQuietHours(text: string): QuietHours | undefined {
  const [, fromHour, fromMinute, toHour, toMinute] = written.exec(text) ?? []
  if (fromHour === undefined) return undefined
  const hours = { from: Number(fromHour) * 60 + Number(fromMinute), to: Number(toHour) * 60 + Number(toMinute) }
  return hours.from === hours.to ? undefined : hours
}

const minuteMs = 60_000

/** When the quiet hours that hold this moment are over; null outside of them. */
export function quietUntil({ from, to }: QuietHours, at: Date): Date | null {
  const today = dayOf(at)
  const minute = Math.floor((at.getTime() - startOf(today).getTime()) / minuteMs)
  const isOvernight = from > to
  const isQuiet = isOvernight ? minute >= from || minute < to : minute >= from && minute < to
  if (!isQuiet) return null
  const begins = isOvernight && minute >= from ? startOfNext(today) : startOf(today)
  return new Date(begins.getTime() + to * minuteMs)
}
