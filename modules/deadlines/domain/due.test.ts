import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, day, dayOf, startOf } from '#kernel/beijing-time.ts'
import { createCalendar } from './calendar.ts'
import { approvers, type ClockEvent, extensionGrounds, pauseReasons, restartReasons, tiers } from './clock-event.ts'
import { catalogue } from './catalogue.ts'
import { administrativeCounting, type DeadlineRule } from './deadline-rule.ts'
import { dueAt, explainDue } from './due.ts'
import { days, fullDays, hours, type Length, months, units, workdays } from './length.ts'

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

const rule = (limit: Length, rest: Partial<DeadlineRule> = {}): DeadlineRule => ({
  id: 'a_rule',
  title: { zh: '样例', en: 'sample' },
  startsWith: { zh: '起算', en: 'start' },
  inForce: { from: null, to: null },
  standing: 'confirmed',
  limit,
  rollsOver: 'never',
  pausedBy: { appraisal: administrativeCounting, hearing: administrativeCounting },
  restartedBy: { 'mediation-failed-or-not-performed': administrativeCounting },
  extensions: [{ most: { adds: { ...limit, count: 99 } }, times: 9, approvers: ['case-unit-head'] }],
  basis: administrativeCounting,
  counting: administrativeCounting,
  ...rest,
})

const minute = 60_000
const firstMs = Date.parse('2025-03-01T00:00:00+08:00')
const anyStart = fc.integer({ min: 0, max: 500 * 24 * 60 }).map((minutes) => new Date(firstMs + minutes * minute))
const anyCount = fc.integer({ min: 1, max: 60 })
const anyLength = fc.oneof(
  anyCount.map(days),
  anyCount.map(workdays),
  anyCount.map(hours),
  anyCount.map(fullDays),
  fc.integer({ min: 1, max: 6 }).map(months),
)
const anyRollOver = fc.constantFrom('never', 'always', 'unless-in-custody', 'not-relied-on' as const)
const dueOf = (given: DeadlineRule, start: Date, events: readonly ClockEvent[] = []): Date => {
  const answer = dueAt(given, start, events, calendar)
  if ('refused' in answer) throw new Error(answer.refused.rule)
  return answer.due
}
const plus = (at: Date, ms: number) => new Date(at.getTime() + ms)

it('never ends earlier for a later start', () => {
  fc.assert(
    fc.property(anyStart, fc.integer({ min: 0, max: 90 * 24 * 60 }), anyLength, anyRollOver, (start, later, limit, rollsOver) => {
      const given = rule(limit, { rollsOver })
      return dueOf(given, start) <= dueOf(given, plus(start, later * minute))
    }),
  )
})

it('never ends earlier for a later start when the clock was stopped', () => {
  fc.assert(
    fc.property(anyStart, fc.nat(60), fc.nat(40), fc.nat(30), anyCount, (start, later, from, length, count) => {
      const paused: ClockEvent = {
        kind: 'paused',
        reason: 'appraisal',
        from: plus(start, from * 24 * 60 * minute),
        to: plus(start, (from + length) * 24 * 60 * minute),
      }
      return dueOf(rule(days(count)), start, [paused]) <= dueOf(rule(days(count)), plus(start, later * 24 * 60 * minute), [paused])
    }),
  )
})

it('moves the end by exactly the days of a stop inside the period', () => {
  fc.assert(
    fc.property(anyStart, fc.integer({ min: 10, max: 60 }), fc.nat(9), fc.integer({ min: 1, max: 50 }), (start, count, after, stopped) => {
      const from = plus(start, after * 24 * 60 * minute)
      const to = startOf(addDays(dayOf(from), stopped))
      const moved = dueOf(rule(days(count)), start, [{ kind: 'paused', reason: 'hearing', from, to }])
      expect(dayOf(moved)).toBe(addDays(dayOf(dueOf(rule(days(count)), start)), stopped))
    }),
  )
})

it('moves the end of an hour period by exactly the minutes of a stop', () => {
  fc.assert(
    fc.property(
      anyStart,
      fc.integer({ min: 1, max: 48 }),
      fc.nat(59),
      fc.integer({ min: 1, max: 5_000 }),
      (start, count, after, stopped) => {
        const from = plus(start, after * minute)
        const events: ClockEvent[] = [{ kind: 'paused', reason: 'appraisal', from, to: plus(from, stopped * minute) }]
        expect(dueOf(rule(hours(count)), start, events)).toEqual(plus(dueOf(rule(hours(count)), start), stopped * minute))
      },
    ),
  )
})

it('counts stops that overlap once, and in any order', () => {
  const stop = (from: number, length: number): ClockEvent => ({
    kind: 'paused',
    reason: 'appraisal',
    from: plus(new Date(firstMs), from * 24 * 60 * minute),
    to: plus(new Date(firstMs), (from + length) * 24 * 60 * minute),
  })
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 20 })), { maxLength: 4 }), (stops) => {
      const events = stops.map(([from, length]) => stop(from, length))
      const start = new Date(firstMs)
      const covered = new Set(stops.flatMap(([from, length]) => Array.from({ length }, (_, index) => from + index)))
      const expected = addDays(dayOf(start), 60 + covered.size)
      expect(dayOf(dueOf(rule(days(60)), start, events))).toBe(expected)
      expect(dayOf(dueOf(rule(days(60)), start, events.toReversed()))).toBe(expected)
    }),
  )
})

it('does not mind the order of extensions where the law is silent', () => {
  fc.assert(
    fc.property(anyStart, fc.array(anyCount, { minLength: 1, maxLength: 4 }), anyRollOver, (start, counts, rollsOver) => {
      const given = rule(days(30), { rollsOver })
      const events = counts.map((count): ClockEvent => ({ kind: 'extended', adds: days(count) }))
      expect(dueOf(given, start, events)).toEqual(dueOf(given, start, events.toReversed()))
    }),
  )
})

it('lands on a working day when it rolls over, and never on an earlier day', () => {
  fc.assert(
    fc.property(anyStart, anyCount, (start, count) => {
      const rolled = dueOf(rule(days(count), { rollsOver: 'always' }), start)
      expect(calendar.isWorkday(dayOf(rolled))).toBe(true)
      expect(rolled >= dueOf(rule(days(count)), start)).toBe(true)
    }),
  )
})

it('equals a naive day-by-day counter', () => {
  fc.assert(
    fc.property(anyStart, anyCount, fc.boolean(), (start, count, byWorkdays) => {
      let today = dayOf(start)
      for (let left = count; left > 0;) {
        today = addDays(today, 1)
        if (!byWorkdays || calendar.isWorkday(today)) left--
      }
      while (!byWorkdays && !calendar.isWorkday(today)) today = addDays(today, 1)
      expect(dayOf(dueOf(rule(byWorkdays ? workdays(count) : days(count), { rollsOver: byWorkdays ? 'never' : 'always' }), start))).toBe(
        today,
      )
    }),
  )
})

const anyAt = fc.oneof(anyStart, fc.constant(new Date(Number.NaN)))
const anyEvent: fc.Arbitrary<ClockEvent> = fc.oneof(
  fc.record({ kind: fc.constant('tier' as const), tier: fc.constantFrom(...tiers) }),
  fc.record({ kind: fc.constant('decided' as const), count: anyCount }),
  fc.record({
    kind: fc.constant('paused' as const),
    reason: fc.constantFrom(...pauseReasons),
    from: anyAt,
    to: fc.oneof(anyAt, fc.constant(null)),
  }),
  fc.record({ kind: fc.constant('paused-for' as const), reason: fc.constantFrom(...pauseReasons), count: anyCount }),
  fc.record({ kind: fc.constant('restarted' as const), reason: fc.constantFrom(...restartReasons), at: anyAt }),
  fc.record(
    {
      kind: fc.constant('extended' as const),
      adds: fc.record({ count: anyCount, unit: fc.constantFrom(...units) }),
      at: anyAt,
      approver: fc.constantFrom(...approvers),
      ground: fc.constantFrom(...extensionGrounds),
    },
    { requiredKeys: ['kind', 'adds'] },
  ),
  fc.record({ kind: fc.constant('extended-to' as const), total: fc.record({ count: anyCount, unit: fc.constantFrom(...units) }) }),
)

it('never throws, whatever the history, and explains what it answers', () => {
  fc.assert(
    fc.property(fc.constantFrom(...catalogue), anyAt, fc.array(anyEvent, { maxLength: 6 }), (given, start, events) => {
      const answer = dueAt(given, start, events, calendar)
      const last = explainDue(given, start, events, calendar).at(-1)
      expect(last?.kind).toBe('due' in answer ? 'due' : 'refused')
      if ('due' in answer) expect(last?.at).toEqual(answer.due)
      else expect(last?.text.zh).not.toBe(answer.refused.rule)
    }),
    { numRuns: 500 },
  )
})

it('answers a stop that still lasts provisionally', () => {
  const start = new Date(firstMs)
  const open: ClockEvent = { kind: 'paused', reason: 'appraisal', from: plus(start, 60 * minute), to: null }
  expect(dueAt(rule(days(30)), start, [open], calendar)).toMatchObject({ provisional: true })
  expect(dueAt(rule(hours(30)), start, [open], calendar)).toMatchObject({ provisional: true })
  expect(explainDue(rule(days(30)), start, [open], calendar).map(({ kind }) => kind)).toContain('standing-still')
})

it('no longer counts a stop that begins after the end', () => {
  const start = new Date(firstMs)
  const late: ClockEvent = {
    kind: 'paused',
    reason: 'appraisal',
    from: plus(start, 40 * 24 * 60 * minute),
    to: plus(start, 50 * 24 * 60 * minute),
  }
  expect(dueOf(rule(days(30)), start, [late])).toEqual(dueOf(rule(days(30)), start))
})
