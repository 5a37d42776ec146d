/** A calendar day in Beijing, `YYYY-MM-DD`. China keeps one zone, UTC+8, without daylight saving since 1992. */
export type Day = string & { readonly day: unique symbol }

const offsetMs = 8 * 3_600_000
const dayMs = 86_400_000
const pattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

export const isDay = (text: string): text is Day => pattern.test(text) && new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text

export const day = (text: string): Day => {
  if (!isDay(text)) throw new TypeError(`a day is written YYYY-MM-DD, not ${JSON.stringify(text)}`)
  return text
}

/** The Beijing day that holds this instant. */
export const dayOf = (at: Date): Day => new Date(at.getTime() + offsetMs).toISOString().slice(0, 10) as Day

export const startOf = (of: Day): Date => new Date(`${of}T00:00:00+08:00`)

/** 24:00 of a limit, kept as the last full second so that it still belongs to its day. */
export const endOf = (of: Day): Date => new Date(`${of}T23:59:59+08:00`)

export const addDays = (of: Day, count: number): Day =>
  new Date(Date.parse(`${of}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10) as Day

/** The first instant that no longer belongs to the day: what narrows by days asks for less than this. */
export const startOfNext = (of: Day): Date => startOf(addDays(of, 1))

/** Month arithmetic of R6: the same-numbered day, or the last day of a shorter month. */
export const addMonths = (of: Day, count: number): Day => {
  const [year = 0, month = 1, dayOfMonth = 1] = of.split('-').map(Number)
  const lastOfTarget = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + count, Math.min(dayOfMonth, lastOfTarget))).toISOString().slice(0, 10) as Day
}

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (of: Day): number => new Date(`${of}T00:00:00Z`).getUTCDay()

/** `YYYY-MM-DDTHH:mm:ss+08:00` */
export const inBeijing = (at: Date): string => `${new Date(at.getTime() + offsetMs).toISOString().slice(0, 19)}+08:00`
