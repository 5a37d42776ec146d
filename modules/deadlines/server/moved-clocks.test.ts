import { describe, expect, it } from 'vitest'
import { inBeijing } from '#kernel/beijing-time.ts'
import { dueAt, explainDue } from '../domain/due.ts'
import administrative from '../domain/rules/cases-administrative.json' with { type: 'json' }
import criminal from '../domain/rules/cases-criminal.json' with { type: 'json' }
import liberty from '../domain/rules/cases-liberty.json' with { type: 'json' }
import remedies from '../domain/rules/cases-remedies.json' with { type: 'json' }
import { calendar } from './calendar.ts'
import { readWorkedCase } from './worked-case.ts'

const endOf = (given: unknown): string => {
  const { rule, start, events } = readWorkedCase(given)
  const answer = dueAt(rule, start, events, calendar())
  return 'due' in answer ? inBeijing(answer.due) : answer.refused.rule
}
const linesOf = (given: unknown) => {
  const { rule, start, events } = readWorkedCase(given)
  return explainDue(rule, start, events, calendar())
}

describe.each([
  ['liberty', liberty.cases],
  ['administrative cases', administrative.cases],
  ['criminal cases', criminal.cases],
  ['remedies', remedies.cases],
])('%s', (_, cases) => {
  it.each(cases as { id: string; expected: string }[])('$id', (given) => {
    expect(endOf(given)).toBe(given.expected)
  })
})

const summons = { id: 'x', rule: 'crim_summons', start: '2026-03-10T14:20:00+08:00' }

describe('conventions', () => {
  it.each([
    ['is minute-exact if none is named', summons, '2026-03-11T02:20:00+08:00'],
    ['is minute-exact if that is named', { ...summons, convention: 'conservative_exact' }, '2026-03-11T02:20:00+08:00'],
    ['drops the opening hour in the textbook', { ...summons, convention: 'textbook_hour_excluded' }, '2026-03-11T03:00:00+08:00'],
    [
      'drops it in the textbook from a full hour too',
      { ...summons, start: '2026-03-10T14:00:00+08:00', convention: 'textbook_hour_excluded' },
      '2026-03-11T03:00:00+08:00',
    ],
    [
      'drops no hour of a period of days',
      { id: 'x', rule: 'crim_filing_review', start: '2026-03-02T10:00:00+08:00', convention: 'textbook_hour_excluded' },
      '2026-03-05T23:59:59+08:00',
    ],
    [
      'counts days of detention as 24 hours anyway',
      { id: 'x', rule: 'arrest_request', start: '2026-03-10T15:30:00+08:00', convention: 'detention_day_is_24h' },
      '2026-03-13T15:30:00+08:00',
    ],
    [
      'counts other custody so if it is asked for',
      { id: 'x', rule: 'procuratorate_arrest_review', start: '2026-03-10T15:30:00+08:00', convention: 'detention_day_is_24h' },
      '2026-03-17T15:30:00+08:00',
    ],
    [
      'leaves days alone where nobody is held',
      { id: 'x', rule: 'crim_filing_review', start: '2026-03-02T10:00:00+08:00', convention: 'detention_day_is_24h' },
      '2026-03-05T23:59:59+08:00',
    ],
  ])('%s', (_, given, expected) => {
    expect(endOf(given)).toBe(expected)
  })
})

it('shows the working day to act on when a day counted back is a rest day', () => {
  const practical = linesOf({ id: 'x', rule: 'custody_extension_request', start: '2026-01-15T10:00:00+08:00' }).find(
    ({ kind }) => kind === 'practical',
  )
  expect(practical?.text.zh).toContain('2026-03-06')
})

it("shows the other reading of a month's end beside the one it takes", () => {
  const lines = linesOf({ id: 'x', rule: 'investigative_custody', start: '2026-06-30T10:00:00+08:00' })
  expect(lines.find(({ kind }) => kind === 'month-end')?.text.en).toContain('2026-08-31')
})

it('says of every event without effect that it has none', () => {
  const given = {
    ...summons,
    events: [
      { type: 'tier', tier: 'in_custody' },
      { type: 'suspension', days: 1, reason: 'appraisal' },
      { type: 'start_reset', at: '2026-03-10T16:00:00+08:00', reason: 'new_important_crime' },
    ],
  }
  expect(linesOf(given).filter(({ kind }) => kind === 'no-effect')).toHaveLength(3)
  expect(endOf(given)).toBe(endOf(summons))
})
