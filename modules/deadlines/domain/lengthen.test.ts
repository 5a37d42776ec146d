import { expect, it } from 'vitest'
import { inBeijing } from '#kernel/beijing-time.ts'
import { createCalendar } from './calendar.ts'
import type { ClockEvent } from './clock-event.ts'
import { type Lengthening, lengthened } from './lengthen.ts'
import { criminalFilingReview } from './rules/opinion-2015.ts'
import { noFilingNoticeService } from './rules/criminal-procedure-rules.ts'

const calendar = createCalendar([{ year: 2026, holidays: [] }])
const startedAt = new Date('2026-03-02T10:00:00+08:00')
const at = (text: string) => new Date(`2026-03-${text}:00+08:00`)
const toSeven = (on: string): Lengthening => ({ kind: 'tier', tier: 'leads-to-verify', at: at(on) })
const toThirty = (on: string): Lengthening => ({
  kind: 'extended-to',
  total: { count: 30, unit: 'day' },
  approver: 'county-leader',
  at: at(on),
})

const end = (by: Lengthening, events: readonly ClockEvent[] = [], rule = criminalFilingReview) => {
  const answer = lengthened(rule, { startedAt, events }, by, calendar)
  return 'due' in answer ? inBeijing(answer.due).slice(0, 10) : answer.refused.rule
}

it('counts seven or thirty days in all from the start, not from the decision', () => {
  expect(end(toSeven('04T09:00'))).toBe('2026-03-09')
  expect(end(toThirty('04T09:00'))).toBe('2026-04-01')
  expect(end(toThirty('08T09:00'), [toSeven('04T09:00')])).toBe('2026-04-01')
})

it('allows the whole last day and nothing after it, also for a kind of case found late', () => {
  expect(end(toSeven('05T23:59'))).toBe('2026-03-09')
  expect(end(toSeven('06T00:00'))).toBe('extension-decided-in-time')
  expect(end(toThirty('06T00:00'))).toBe('extension-decided-in-time')
})

it('never makes a clock shorter, nor longer by what the rule does not know', () => {
  expect(end(toSeven('05T09:00'), [toThirty('04T09:00')])).toBe('extension-lengthens')
  expect(end(toSeven('04T09:00'), [], noFilingNoticeService)).toBe('extension-known-to-law')
  expect(end(toThirty('04T09:00'), [], noFilingNoticeService)).toBe('extension-known-to-law')
})
