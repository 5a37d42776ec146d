import { describe, expect, it } from 'vitest'
import { milestoneOf } from './milestones/index.ts'
import { nextPromise, type PromiseClock } from './promise.ts'
import type { Sensitivity } from './milestone.ts'

const clock: PromiseClock = {
  rule: 'crim_filing_review',
  startedAt: new Date('2026-11-09T02:00:00Z'),
  firstDueAt: new Date('2026-11-12T15:59:59Z'),
  dueAt: new Date('2026-11-12T15:59:59Z'),
  isProvisional: false,
  state: 'running',
  metAt: null,
  extensions: 0,
  stoppedSince: null,
  stoppedFor: null,
}
const accepted = milestoneOf('accepted')!
const on = (time: string, over: Partial<PromiseClock> = {}, sensitivity: Sensitivity = 'none') =>
  nextPromise({ milestone: accepted, role: 'reporter', sensitivity, clock: { ...clock, ...over } }, new Date(time))

describe('running, extended, stopped and late are four different things', () => {
  it('runs, and says how many days are left', () => {
    expect(on('2026-11-11T02:00:00Z')).toMatchObject({ kind: 'running', due: '2026-11-12', daysLeft: 1 })
  })

  it('still runs in the last second of the day', () => {
    expect(on('2026-11-12T15:59:59.900Z')).toMatchObject({ kind: 'running', daysLeft: 0 })
    expect(on('2026-11-12T16:00:00Z')).toMatchObject({ kind: 'late', daysOver: 1 })
  })

  it('was extended', () => {
    expect(on('2026-11-20T02:00:00Z', { dueAt: new Date('2026-12-09T15:59:59Z'), extensions: 1 })).toMatchObject({
      kind: 'extended',
      due: '2026-12-09',
    })
  })

  it('stands still, with no date', () => {
    const stopped = on('2026-11-20T02:00:00Z', { state: 'stopped', stoppedSince: new Date('2026-11-15T02:00:00Z') })
    expect(stopped).toMatchObject({ kind: 'stopped', daysStopped: 5 })
  })

  it('is late', () => {
    expect(on('2026-11-23T02:00:00Z')).toMatchObject({ kind: 'late', due: '2026-11-12', daysOver: 11 })
  })
})

it('is done once the step was taken', () => {
  expect(on('2026-11-20T02:00:00Z', { state: 'met', metAt: new Date('2026-11-12T02:00:00Z') })).toEqual({ kind: 'done', on: '2026-11-12' })
})

it('gives no date from a clock that is not the next step’s, such as one of custody', () => {
  expect(on('2026-11-11T02:00:00Z', { rule: 'detention_request_arrest' })).toMatchObject({ kind: 'no-date' })
})

it('owes the notice of refusal to the complainant alone', () => {
  const notFiled = milestoneOf('not-filed')!
  const served = { ...clock, rule: 'no_filing_notice_service' }
  const now = new Date('2026-11-11T02:00:00Z')
  expect(nextPromise({ milestone: notFiled, role: 'complainant', sensitivity: 'none', clock: served }, now)).toMatchObject({
    kind: 'running',
  })
  expect(nextPromise({ milestone: notFiled, role: 'victim', sensitivity: 'none', clock: served }, now)).toMatchObject({ kind: 'no-date' })
})

it('says that the law sets no limit where it sets none', () => {
  const filed = milestoneOf('criminal-filed')!
  expect(nextPromise({ milestone: filed, role: 'victim', sensitivity: 'none', clock: null }, clock.startedAt)).toMatchObject({
    kind: 'no-date',
    why: { zh: '法律没有规定侦查必须在哪一天结束。' },
  })
})

it('says the same of a running operation whatever its clocks say', () => {
  const early = on('2026-11-11T02:00:00Z', {}, 'operational')
  expect(early).toEqual(on('2026-12-11T02:00:00Z', {}, 'operational'))
  expect(early).toMatchObject({ kind: 'no-date' })
})

it('promises nothing after the last milestone', () => {
  expect(nextPromise({ milestone: milestoneOf('decided')!, role: 'victim', sensitivity: 'none', clock: null }, clock.startedAt)).toBeNull()
})
