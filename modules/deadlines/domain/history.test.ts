import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inBeijing } from '#kernel/beijing-time.ts'
import { createCalendar } from './calendar.ts'
import { rulesNamed } from './catalogue.ts'
import type { ClockEvent } from './clock-event.ts'
import { dueAt, explainDue } from './due.ts'

const calendar = createCalendar([{ year: 2026, holidays: [] }])
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)

function answerOf(name: string, start: string, events: readonly ClockEvent[]) {
  const [rule] = rulesNamed(name)
  if (!rule) throw new Error(`there is no rule called ${name}`)
  return dueAt(rule, at(start), events, calendar)
}
function endOf(name: string, start: string, events: readonly ClockEvent[]): string {
  const answer = answerOf(name, start, events)
  return 'due' in answer ? inBeijing(answer.due).slice(0, 16).replace('T', ' ') : answer.refused.rule
}

const begun = '2026-03-02 10:00'
const stop = (from: string, to: string): ClockEvent => ({ kind: 'paused', reason: 'appraisal', from: at(from), to: at(to) })
const restart = {
  kind: 'restarted',
  reason: 'mediation-failed-or-not-performed',
  at: at('2026-03-20 10:00'),
} as const satisfies ClockEvent
const extension = (decided: string) =>
  ({ kind: 'extended', adds: { count: 30, unit: 'day' }, at: at(decided) }) as const satisfies ClockEvent

describe('a restart', () => {
  it.each([
    ['lets a stop lapse that had ended', [stop('2026-03-05 10:00', '2026-03-10 10:00')], '2026-04-20 23:59'],
    ['lets a stop lapse that ends as it begins', [stop('2026-03-05 10:00', '2026-03-20 10:00')], '2026-04-20 23:59'],
    ['counts of a stop around it what comes after', [stop('2026-03-15 10:00', '2026-03-25 10:00')], '2026-04-24 23:59'],
    ['lets an earlier extension lapse', [extension('2026-03-10 10:00')], '2026-04-20 23:59'],
    ['is extended by a later one', [extension('2026-03-25 10:00')], '2026-05-19 23:59'],
    [
      'ends a stop that lasted',
      [{ kind: 'paused', reason: 'appraisal', from: at('2026-03-15 10:00'), to: null } as const],
      '2026-04-20 23:59',
    ],
  ])('%s, in whichever order they are listed', (_, events, expected) => {
    expect(endOf('admin_case_limit_2025', begun, [restart, ...events])).toBe(expected)
    expect(endOf('admin_case_limit_2025', begun, [...events, restart])).toBe(expected)
  })

  it('leaves a stop that lasts from the same moment', () => {
    const lasting: ClockEvent = { kind: 'paused', reason: 'appraisal', from: restart.at, to: null }
    expect(answerOf('admin_case_limit_2025', begun, [restart, lasting])).toMatchObject({ provisional: true })
  })

  it('counts from the last of several', () => {
    const later: ClockEvent = { ...restart, at: at('2026-04-01 10:00') }
    expect(endOf('admin_case_limit_2025', begun, [later, restart])).toBe('2026-05-01 23:59')
  })

  it('cannot lie before the start', () => {
    expect(endOf('admin_case_limit_2025', '2026-03-21 10:00', [restart])).toBe('restart-follows-start')
  })
})

it('does not mind the order in which dated events are listed', () => {
  const events = [
    stop('2026-03-05 10:00', '2026-03-08 10:00'),
    stop('2026-03-28 10:00', '2026-04-02 10:00'),
    extension('2026-03-30 10:00'),
    extension('2026-05-10 10:00'),
    restart,
  ]
  const expected = endOf('admin_case_limit_2025', begun, events)
  expect(expected).toBe('2026-06-23 23:59')
  fc.assert(
    fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (shuffled) => {
      expect(endOf('admin_case_limit_2025', begun, shuffled)).toBe(expected)
    }),
  )
})

describe('a time that is none', () => {
  const none = new Date(Number.NaN)
  it.each<[string, ClockEvent]>([
    ['a stop from', { kind: 'paused', reason: 'appraisal', from: none, to: at('2026-03-10 10:00') }],
    ['a stop to', { kind: 'paused', reason: 'appraisal', from: at('2026-03-10 10:00'), to: none }],
    ['a restart', { kind: 'restarted', reason: 'mediation-failed-or-not-performed', at: none }],
    ['a decision', { kind: 'extended', adds: { count: 30, unit: 'day' }, at: none }],
    ['a request', { kind: 'extended', adds: { count: 30, unit: 'day' }, requestedAt: none }],
  ])('is refused: %s', (_, event) => {
    expect(answerOf('admin_case_limit_2025', begun, [event])).toMatchObject({ refused: { rule: 'times-are-times', facts: { at: null } } })
  })
})

describe('an extension', () => {
  const asked = (requestedAt: string, decidedAt?: string): ClockEvent => ({
    kind: 'extended',
    adds: { count: 30, unit: 'day' },
    requestedAt: at(requestedAt),
    ...(decidedAt && { at: at(decidedAt) }),
  })
  it.each([
    ['asked for and decided in time', asked('2026-03-30 10:00', '2026-04-01 10:00'), '2026-05-01 23:59'],
    ['asked for in time and decided late', asked('2026-03-30 10:00', '2026-04-02 10:00'), 'extension-decided-in-time'],
    ['asked for late and dated back', asked('2026-04-02 10:00', '2026-04-01 10:00'), 'extension-decided-in-time'],
    ['asked for in time, decided nobody says when', asked('2026-04-01 23:00'), '2026-05-01 23:59'],
  ])('%s', (_, event, expected) => {
    expect(endOf('admin_case_limit_2025', begun, [event])).toBe(expected)
  })

  it('says what was asked for, by whom and when, and when the period had ended', () => {
    const late = { ...extension('2026-04-02 10:00'), approver: 'next-higher-bureau' } as const
    expect(answerOf('admin_case_limit_2025', begun, [late])).toMatchObject({
      refused: {
        severity: 'block',
        facts: { deadline: 'admin_case_limit_2025', at: late.at.toISOString(), ended: '2026-04-01T15:59:59.000Z' },
      },
    })
    const long: ClockEvent = { ...late, adds: { count: 31, unit: 'day' }, at: at('2026-03-10 10:00') }
    expect(answerOf('admin_case_limit_2025', begun, [long])).toMatchObject({
      refused: { facts: { asked: '31日', approver: 'next-higher-bureau', at: '2026-03-10T02:00:00.000Z' } },
    })
    expect(answerOf('admin_case_limit_2012', begun, [])).toMatchObject({ refused: { facts: { from: null, to: '2025-12-31' } } })
  })
})

it('says that custody matters where the law makes an exception for it, and nowhere else', () => {
  const inCustody: ClockEvent = { kind: 'tier', tier: 'in-custody' }
  const kinds = (name: string) => explainDue(rulesNamed(name)[0] ?? never(), at(begun), [inCustody], calendar).map(({ kind }) => kind)
  const never = (): never => {
    throw new Error('the rule is in the catalogue')
  }
  expect(kinds('prosecution_review')).not.toContain('no-effect')
  expect(kinds('crim_filing_review')).toContain('no-effect')
})
