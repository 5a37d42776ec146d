import { dayOf, inBeijing, weekdayOf } from '#kernel/beijing-time.ts'
import type { Day } from '#kernel/beijing-time.ts'
import type { Language } from '#kernel/bilingual.ts'

export type Instant = Date | string

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdayNames = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const

const instant = (at: Instant): Date => (typeof at === 'string' ? new Date(at) : at)

/** `10:32`; the last second of a day is written `24:00`, as the law counts. */
export const clockTime = (at: Instant): string => {
  const text = inBeijing(instant(at)).slice(11, 19)
  return text === '23:59:59' ? '24:00' : text.slice(0, 5)
}

/** `10:32:07`, where seconds count: dispatch, the scene, command. */
export const clockSeconds = (at: Instant): string => inBeijing(instant(at)).slice(11, 19)

/** `11-23`, with the year when it is not this one. */
export const shortDay = (at: Instant, now: Date): string => {
  const day = dayOf(instant(at))
  return day.slice(0, 4) === dayOf(now).slice(0, 4) ? day.slice(5) : day
}

/** `11-23 10:32` */
export const shortTime = (at: Instant, now: Date): string => `${shortDay(at, now)} ${clockTime(at)}`

/** `10:32` today, else `11-23 10:32`: for lists that are mostly of today. */
export const listTime = (at: Instant, now: Date): string => (dayOf(instant(at)) === dayOf(now) ? clockTime(at) : shortTime(at, now))

/** `2026年12月16日`, `16 Dec 2026` */
export const longDay = (at: Instant | Day, language: Language): string => {
  const day = typeof at === 'string' && at.length === 10 ? at : dayOf(instant(at))
  const [year = '', month = '', date = ''] = day.split('-')
  return language === 'zh' ? `${year}年${Number(month)}月${Number(date)}日` : `${Number(date)} ${monthNames[Number(month) - 1]} ${year}`
}

export const weekday = (at: Instant, language: Language): string => weekdayNames[language][weekdayOf(dayOf(instant(at)))] ?? ''

const units = {
  zh: { day: '天', hour: '小时', minute: '分', second: '秒' },
  en: { day: 'd', hour: 'h', minute: 'min', second: 's' },
} as const

const join = (parts: readonly (readonly [number, string])[]): string => {
  const said = parts.filter(([count]) => count > 0)
  return (said.length > 0 ? said : parts.slice(-1)).map(([count, unit]) => `${count} ${unit}`).join(' ')
}

/** `6 分 40 秒`, `2 小时 5 分`, `1 天 15 小时`, `23 天`: two units at most, whole days from two days on. */
export function duration(ms: number, language: Language): string {
  const unit = units[language]
  const of = Math.max(0, ms)
  if (of < hourMs)
    return join([
      [Math.floor(of / minuteMs), unit.minute],
      [Math.floor((of % minuteMs) / 1000), unit.second],
    ])
  if (of < dayMs)
    return join([
      [Math.floor(of / hourMs), unit.hour],
      [Math.floor((of % hourMs) / minuteMs), unit.minute],
    ])
  if (of < 2 * dayMs)
    return join([
      [1, unit.day],
      [Math.floor((of % dayMs) / hourMs), unit.hour],
    ])
  return `${Math.floor(of / dayMs)} ${unit.day}`
}

/** `00:42`, `01:05:12`: a running time in a bar. */
export function runningTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  return `${hours > 0 ? `${two(hours)}:` : ''}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

/** `剩 4 天`, `已超 2 天`: below 48 hours in hours and days, else whole days. Seconds are never shown here. */
export function remaining(due: Instant, now: Date, language: Language): string {
  const ms = instant(due).getTime() - now.getTime()
  const past = ms < 0
  const of = Math.abs(ms)
  const text = of < hourMs ? `${Math.max(1, Math.floor(of / minuteMs))} ${units[language].minute}` : duration(of, language)
  if (language === 'zh') return `${past ? '已超' : '剩'} ${text}`
  return past ? `${text} overdue` : `${text} left`
}

/** `199 0000 0417` */
export const phone = (text: string): string => (/^\d{11}$/.test(text) ? `${text.slice(0, 3)} ${text.slice(3, 7)} ${text.slice(7)}` : text)

/** `199 **** 0417` */
export const maskedPhone = (text: string): string => (/^\d{11}$/.test(text) ? `${text.slice(0, 3)} **** ${text.slice(7)}` : text)

/** A case or incident number in the two parts that staff see: the unit grey, month and serial bold. */
export function numberParts(number: string): { unit: string; serial: string } {
  const parts = /^([A-Z]\d{12})(\d{6})(\d+)$/.exec(number)
  return parts ? { unit: parts[1] ?? '', serial: `${parts[2]}-${parts[3]}` } : { unit: '', serial: number }
}

/** `A141199 550100 202611 0037`: for reading aloud and for citizens. */
export const spacedNumber = (number: string): string => number.replace(/^([A-Z]\d{6})(\d{6})(\d{6})(\d+)$/, '$1 $2 $3 $4')

/** `83%（24/29）`: a rate never goes without its base. */
export const rate = (part: number, whole: number, language: Language): string => {
  if (whole === 0) return '—'
  const percent = `${Math.round((part / whole) * 100)}%`
  return language === 'zh' ? `${percent}（${part}/${whole}）` : `${percent} (${part}/${whole})`
}

/** `1,200` */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

/** The value of a `datetime-local` field in Beijing time, whatever zone the machine is set to. */
export const toLocalField = (at: Date): string => inBeijing(at).slice(0, 16)

export const fromLocalField = (text: string): Date | null =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? new Date(`${text.slice(0, 16)}:00+08:00`) : null
