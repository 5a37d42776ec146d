import { describe, expect, it } from 'vitest'
import { inBeijing } from '#kernel/beijing-time.ts'
import { catalogue } from '../domain/catalogue.ts'
import { dueAt, explainDue } from '../domain/due.ts'
import own from '../domain/rules/cases.json' with { type: 'json' }
import plain from '../domain/rules/cases-plain.json' with { type: 'json' }
import researched from '../domain/rules/researched-cases.json' with { type: 'json' }
import { calendar } from './calendar.ts'
import { readWorkedCase } from './worked-case.ts'

const worked = [...researched.cases, ...own.cases]

const answerTo = (given: unknown) => {
  const { rule, start, events } = readWorkedCase(given)
  return dueAt(rule, start, events, calendar())
}
const endOf = (given: unknown): string => {
  const answer = answerTo(given)
  return 'due' in answer ? inBeijing(answer.due) : answer.refused.rule
}

it.each(worked)('$id ends when the law says: $why', (given) => {
  expect(endOf(given)).toBe(given.expected_end)
})

it.each(worked)('$id is explained by a sum that ends at the same moment', (given) => {
  const { rule, start, events } = readWorkedCase(given)
  const steps = explainDue(rule, start, events, calendar())
  expect(inBeijing(steps.at(-1)?.at as Date)).toBe(given.expected_end)
  for (const step of steps) expect(step.basis.length).toBeGreaterThan(0)
})

it.each(plain.cases as [string, string, string][])('%s from %s ends at %s', (rule, start, expected) => {
  expect(endOf({ id: 'x', rule, start })).toBe(expected)
})

it('tests every rule that has a number with at least one worked case', () => {
  const tested = new Set([...plain.cases.map(([rule]) => rule), ...worked.map(({ rule }) => rule)])
  const missing = catalogue.filter((rule) => !('words' in rule.limit) && !tested.has(rule.id)).map((rule) => rule.id)
  expect(missing).toEqual([])
})

const base = { id: 'x', start: '2026-03-02T10:00:00+08:00' }

describe('takes the edition of the start', () => {
  it.each([
    ['2025-12-31T23:59:00+08:00', 'admin_case_limit_2012'],
    ['2026-01-01T00:00:00+08:00', 'admin_case_limit_2025'],
  ])('%s is counted under %s', (start, expected) => {
    expect(readWorkedCase({ id: 'x', rule: 'admin_case_limit', start }).rule.id).toBe(expected)
  })

  it('refuses an edition outside its dates', () => {
    expect(endOf({ id: 'x', rule: 'admin_case_limit_2012', start: '2026-01-01T00:00:00+08:00' })).toBe('rule-in-force-at-start')
    expect(endOf({ id: 'x', rule: 'admin_case_limit_2025', start: '2025-12-31T23:59:00+08:00' })).toBe('rule-in-force-at-start')
  })
})

describe('refuses what the law does not allow', () => {
  const extension = (more: object) => ({ type: 'extension', ...more })
  it.each([
    ['a third extension', 'admin_case_limit', [30, 30, 30].map((days) => extension({ days })), 'extension-not-too-often'],
    [
      'a second extension under the old law',
      'admin_case_limit_2012',
      [30, 30].map((days) => extension({ days })),
      'extension-not-too-often',
    ],
    ['an extension that is too long', 'admin_case_limit', [extension({ days: 31 })], 'extension-within-its-length'],
    ['a total beyond thirty days', 'crim_filing_review', [extension({ to_total_days: 31 })], 'extension-within-its-length'],
    ['thirty days added to three', 'crim_filing_review', [extension({ days: 30 })], 'extension-within-its-length'],
    [
      'a total that shortens',
      'crim_filing_review',
      [{ type: 'tier', tier: 'leads_to_verify' }, extension({ to_total_days: 5 })],
      'extension-lengthens',
    ],
    [
      'an approver of too low a rank',
      'crim_filing_review',
      [extension({ to_total_days: 30, approver: 'case_unit_head' })],
      'extension-by-who-may',
    ],
    [
      'an approver of the other side',
      'crim_filing_review',
      [extension({ to_total_days: 30, approver: 'procuratorate_provincial' })],
      'extension-by-who-may',
    ],
    ['an extension where the law knows none', 'no_filing_notice_service', [extension({ days: 3 })], 'extension-known-to-law'],
    [
      'a decision after the end',
      'admin_case_limit',
      [extension({ days: 30, at: '2026-04-02T00:00:00+08:00' })],
      'extension-decided-in-time',
    ],
    [
      'an approval that stands for a missing time and is late',
      'admin_case_limit',
      [extension({ days: 30, approved: '2026-04-02T09:00:00+08:00' })],
      'extension-decided-in-time',
    ],
    ['a term that nobody decided', 'service_period', [], 'term-is-decided'],
    ['a number where the law names none', 'admin_filing_immediate', [], 'limit-has-a-number'],
  ])('%s', (_, rule, events, expected) => {
    const start = rule === 'admin_case_limit_2012' ? '2025-11-03T10:00:00+08:00' : base.start
    expect(endOf({ ...base, start, rule, events })).toBe(expected)
  })

  it('allows a decision in the last minute of the last day', () => {
    expect(endOf({ ...base, rule: 'admin_case_limit', events: [extension({ days: 30, at: '2026-04-01T23:59:00+08:00' })] })).toBe(
      '2026-05-06T23:59:59+08:00',
    )
  })

  it('takes a stop before the decision into account', () => {
    const events = [
      extension({ days: 30, at: '2026-04-05T09:00:00+08:00' }),
      { type: 'suspension', from: '2026-03-10T09:00:00+08:00', to: '2026-03-20T09:00:00+08:00', reason: 'appraisal' },
    ]
    expect(endOf({ ...base, rule: 'admin_case_limit', events })).toBe('2026-05-11T23:59:59+08:00')
  })
})

describe('a malformed case is an error, not an answer', () => {
  it.each([
    ['an unknown rule', { ...base, rule: 'no_such_rule' }],
    ['an unknown event', { ...base, rule: 'crim_filing_review', events: [{ type: 'wish' }] }],
    ['an unknown tier', { ...base, rule: 'crim_filing_review', events: [{ type: 'tier', tier: 'very_hard' }] }],
    ['an event of no type', { ...base, rule: 'crim_filing_review', events: [{ tier: 'major_complex' }] }],
    [
      'a reason that belongs to another event',
      { ...base, rule: 'crim_filing_review', events: [{ type: 'suspension', days: 2, reason: 'identity_established' }] },
    ],
    ['our own spelling of a name', { ...base, rule: 'crim_filing_review', events: [{ type: 'tier', tier: 'major-complex' }] }],
    [
      'an unknown office',
      { ...base, rule: 'crim_filing_review', events: [{ type: 'extension', to_total_days: 30, approver: 'the_mayor' }] },
    ],
    ['an extension of no length', { ...base, rule: 'crim_filing_review', events: [{ type: 'extension', approver: 'county_psb_leader' }] }],
    ['an extension of half a day', { ...base, rule: 'crim_filing_review', events: [{ type: 'extension', days: 0.5 }] }],
    [
      'a pause without an end',
      { ...base, rule: 'admin_case_limit', events: [{ type: 'suspension', from: base.start, reason: 'appraisal' }] },
    ],
    [
      'a pause that ends before it begins',
      { ...base, rule: 'admin_case_limit', events: [{ type: 'hearing', from: base.start, to: '2026-03-01T10:00:00+08:00' }] },
    ],
    ['an unknown convention', { ...base, rule: 'crim_filing_review', convention: 'as_it_pleases' }],
    ['a date instead of an instant', { ...base, start: '2026-03-02', rule: 'crim_filing_review' }],
    ['an extension beyond any law', { ...base, rule: 'fine_payment', events: [{ type: 'extension', days: 1e12 }] }],
    ['a day that is not in the calendar', { ...base, start: '2026-02-30T10:00:00+08:00', rule: 'crim_filing_review' }],
    ['an extension of two lengths', { ...base, rule: 'crim_filing_review', events: [{ type: 'extension', days: 1, months: 1 }] }],
    ['a time without its zone', { ...base, start: '2026-03-02 10:00', rule: 'crim_filing_review' }],
  ])('%s', (_, given) => {
    expect(() => readWorkedCase(given)).toThrow()
  })
})

it('leaves the clock alone where the law gives an event no effect, and says so', () => {
  const { rule, start, events } = readWorkedCase({
    ...base,
    rule: 'crim_filing_review',
    events: [
      { type: 'tier', tier: 'vulnerable_person' },
      { type: 'suspension', from: '2026-03-03T10:00:00+08:00', to: '2026-03-04T10:00:00+08:00', reason: 'hearing' },
    ],
  })
  expect(endOf({ ...base, rule: 'crim_filing_review' })).toBe('2026-03-05T23:59:59+08:00')
  expect(inBeijing((dueAt(rule, start, events, calendar()) as { due: Date }).due)).toBe('2026-03-05T23:59:59+08:00')
  expect(explainDue(rule, start, events, calendar()).map(({ kind }) => kind)).toContain('no-effect')
})

it('marks a date behind the last known holiday notice as provisional', () => {
  expect(answerTo({ id: 'x', rule: 'crim_filing_review', start: '2027-03-01T10:00:00+08:00' })).toMatchObject({ provisional: true })
  expect(answerTo({ id: 'x', rule: 'crim_filing_review', start: '2026-12-28T10:00:00+08:00' })).toMatchObject({ provisional: false })
  expect(answerTo({ id: 'x', rule: 'report_transfer', start: '2027-03-01T10:00:00+08:00' })).toMatchObject({ provisional: false })
})
