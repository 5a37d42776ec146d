import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, day, dayOf, startOf } from '#kernel/beijing-time.ts'
import { createCalendar } from './calendar.ts'
import { catalogue } from './catalogue.ts'
import type { ClockEvent } from './clock-event.ts'
import { type DeadlineRule, hasNumber } from './deadline-rule.ts'
import { dueAt } from './due.ts'
import { runsOnWallClock } from './length.ts'

const calendar = createCalendar([
  {
    year: 2025,
    holidays: [{ name: '国庆节', from: day('2025-10-01'), to: day('2025-10-08'), worked: [day('2025-09-28'), day('2025-10-11')] }],
  },
  {
    year: 2026,
    holidays: [{ name: '春节', from: day('2026-02-15'), to: day('2026-02-23'), worked: [day('2026-02-14'), day('2026-02-28')] }],
  },
])
const minute = 60_000
const dayMs = 24 * 60 * minute

/** Whenever it begins: the properties are those of the count, not of the dates of an edition. */
const clocks = catalogue
  .filter(hasNumber)
  .map(
    (rule): DeadlineRule =>
      ({ ...rule, inForce: { from: null, to: null }, countsBackFrom: rule.countsBackFrom && 'start' }) as DeadlineRule,
  )
const anyClock = fc.constantFrom(...clocks)
const firstMs = Date.parse('2025-01-01T00:00:00+08:00')
const anyStart = fc.integer({ min: 0, max: 600 * 24 * 60 }).map((minutes) => new Date(firstMs + minutes * minute))
const plus = (at: Date, ms: number) => new Date(at.getTime() + ms)

const term: ClockEvent = { kind: 'decided', count: 10 }
function dueOf(rule: DeadlineRule, start: Date, events: readonly ClockEvent[] = []): Date {
  const answer = dueAt(rule, start, [term, ...events], calendar)
  if ('refused' in answer) throw new Error(`${rule.id}: ${answer.refused.rule}`)
  return answer.due
}
const isOfDays = ({ limit }: DeadlineRule): boolean =>
  'unit' in limit && (limit.unit === 'day' || limit.unit === 'month' || limit.unit === 'year')

it('gives no rule an earlier end for a later start', () => {
  fc.assert(
    fc.property(anyClock, anyStart, fc.nat(90 * 24 * 60), (rule, start, later) => {
      expect(dueOf(rule, start) <= dueOf(rule, plus(start, later * minute)), rule.id).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

it('ends every rule that rolls over on a working day, and no other rule later than it counts', () => {
  fc.assert(
    fc.property(anyClock.filter(isOfDays), anyStart, (rule, start) => {
      const [due, counted] = [dueOf(rule, start), dueOf({ ...rule, rollsOver: 'never' }, start)]
      if (rule.rollsOver === 'always' || rule.rollsOver === 'unless-in-custody') expect(calendar.isWorkday(dayOf(due)), rule.id).toBe(true)
      else expect(due, rule.id).toEqual(counted)
      expect(due >= counted, rule.id).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

const stoppable = clocks.flatMap((rule) => Object.keys(rule.pausedBy ?? {}).map((reason) => ({ rule, reason })))
type Reason = Extract<ClockEvent, { kind: 'paused' }>['reason']

it('moves the end of every rule by exactly its lawful stop, before rest days are looked at', () => {
  fc.assert(
    fc.property(fc.constantFrom(...stoppable), anyStart, fc.integer({ min: 1, max: 40 }), ({ rule, reason }, start, length) => {
      const unrolled: DeadlineRule = { ...rule, rollsOver: 'never' }
      const stopped: ClockEvent = { kind: 'paused', reason: reason as Reason, from: start, to: plus(start, length * dayMs) }
      const [moved, plain] = [dueOf(unrolled, start, [stopped]), dueOf(unrolled, start)]
      expect(moved.getTime() - plain.getTime(), rule.id).toBe(length * dayMs)
    }),
    { numRuns: 1_000 },
  )
})

it('begins every rule that knows a restart with its full period anew', () => {
  const restartable = clocks.flatMap((rule) => Object.keys(rule.restartedBy ?? {}).map((reason) => ({ rule, reason })))
  fc.assert(
    fc.property(fc.constantFrom(...restartable), anyStart, fc.nat(30 * 24 * 60), ({ rule, reason }, start, later) => {
      const at = plus(start, later * minute)
      const event = { kind: 'restarted', reason, at } as ClockEvent
      expect(dueOf(rule, start, [event]), rule.id).toEqual(dueOf(rule, at))
    }),
  )
})

it('refuses every extension of every rule after its end', () => {
  fc.assert(
    fc.property(
      anyClock.filter(({ extensions }) => extensions !== undefined),
      anyStart,
      (rule, start) => {
        const [first] = rule.extensions ?? []
        if (!first || first.most === 'as-decided') return
        const late =
          'unit' in rule.limit && runsOnWallClock(rule.limit.unit)
            ? plus(dueOf(rule, start), minute)
            : startOf(addDays(dayOf(dueOf(rule, start)), 1))
        const event: ClockEvent =
          'adds' in first.most
            ? { kind: 'extended', adds: first.most.adds, at: late }
            : { kind: 'extended-to', total: first.most.total, at: late }
        // why: the seven days that follow the request for arrest are not part of the period that is extended.
        if (rule.followedBy) return
        expect(dueAt(rule, start, [event], calendar), rule.id).toMatchObject({ refused: { rule: 'extension-decided-in-time' } })
        const inTime = { ...event, at: start }
        expect(dueAt(rule, start, [inTime], calendar), rule.id).not.toHaveProperty('refused')
      },
    ),
  )
})
