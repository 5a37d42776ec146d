import chineseDays from 'chinese-days'
import { addDays, day, dayOf, startOf } from '#kernel/beijing-time.ts'
import { calendar, type ClockEvent, dueAt, ruleInForce } from '#modules/deadlines/index.ts'
import { judge, say } from './stage/contest.ts'

const ends = 1_000_000
const mostSeconds = 5
const lookUps = 398_000
const looped = 2_000
const leastTimes = 100

const firstDay = day('2010-01-01')
const daysOfYears = 5_800

/** Of this process: what a busy machine does not falsify. */
const secondsOf = (work: () => void): number => {
  const began = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1_000_000
}

/** A limit of thirty days that was extended once and stopped once, from every day of sixteen years. */
function countEnds(): void {
  const rule = ruleInForce('other_admin_penalty_limit', startOf(day('2026-01-01')))
  const caseLimit = ruleInForce('admin_case_limit', startOf(day('2026-01-05')))
  if (!rule || !caseLimit) throw new Error('the rules that are measured are not in the catalogue')
  const measured = { ...caseLimit, inForce: rule.inForce }
  const from = startOf(day('2022-01-03')).getTime()
  const hourMs = 3_600_000
  for (let index = 0; index < ends; index++) {
    const start = new Date(from + (index % 30_000) * hourMs)
    const events: readonly ClockEvent[] = [
      { kind: 'paused', reason: 'appraisal', from: new Date(start.getTime() + 48 * hourMs), to: new Date(start.getTime() + 240 * hourMs) },
      { kind: 'extended', adds: { count: 30, unit: 'day' }, approver: 'next-higher-bureau' },
    ]
    if ('refused' in dueAt(measured, start, events, calendar())) throw new Error('an end that is measured was refused')
  }
}

/** The twentieth working day after a day, from the table of ranks and from a library that goes day by day. */
function countWorkdays(): { readonly table: number; readonly library: number } {
  const { workdayAfter } = calendar()
  const firstNumber = Math.floor(startOf(firstDay).getTime() / 86_400_000) + 1
  let sum = 0
  const table = secondsOf(() => {
    for (let index = 0; index < lookUps; index++) sum += workdayAfter(firstNumber + (index % daysOfYears), 20)
  })
  const days = Array.from({ length: looped }, (_, index) => addDays(firstDay, index % daysOfYears))
  const library = secondsOf(() => {
    for (const from of days) sum += chineseDays.findWorkday(20, from).length
  })
  if (sum === 0) throw new Error('nothing was counted')
  return { table, library: (library / looped) * lookUps }
}

/** Ends of periods and working days in memory, in one thread; no database. */
export async function benchDeadlines(signal: AbortSignal): Promise<void> {
  say(`${dayOf(startOf(firstDay))} … ${addDays(firstDay, daysOfYears)}`)
  countWorkdays()
  const seconds = secondsOf(countEnds)
  signal.throwIfAborted()
  judge(`${ends.toLocaleString('en')} ends, extended and stopped once each, CPU seconds`, seconds, { most: mostSeconds })
  const { table, library } = countWorkdays()
  judge(`${lookUps.toLocaleString('en')} look-ups of the 20th working day, CPU ms`, table * 1_000, { most: 50 })
  judge('times faster than a library that goes day by day', library / table, { least: leastTimes })
}
