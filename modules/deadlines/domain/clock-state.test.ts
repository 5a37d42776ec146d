import { describe, expect, it } from 'vitest'
import { remaining, stateOf, type Ticking } from './clock-state.ts'

const at = (text: string) => new Date(`${text}+08:00`)
const clock = (rest: Partial<Ticking> = {}): Ticking => ({
  state: 'running',
  startedAt: at('2026-03-02T00:00:00'),
  dueAt: at('2026-04-01T23:59:59'),
  metAt: null,
  restrictsLiberty: false,
  ...rest,
})

describe('a period of thirty days', () => {
  it.each([
    ['2026-03-10T10:00:00', 'normal'],
    ['2026-03-24T10:00:00', 'due-soon'],
    ['2026-03-30T10:00:00', 'urgent'],
    ['2026-04-01T23:59:59', 'urgent'],
    ['2026-04-02T00:00:00', 'overdue'],
  ])('at %s is %s', (now, expected) => {
    expect(stateOf(clock(), at(now))).toBe(expected)
  })
})

it('is urgent in its last day even when that is more than a tenth', () => {
  const threeDays = clock({ dueAt: at('2026-03-05T23:59:59') })
  expect(stateOf(threeDays, at('2026-03-04T20:00:00'))).toBe('due-soon')
  expect(stateOf(threeDays, at('2026-03-05T00:30:00'))).toBe('urgent')
})

it('goes by its share when the whole period is one day', () => {
  const oneDay = clock({ dueAt: at('2026-03-03T00:00:00') })
  expect(stateOf(oneDay, at('2026-03-02T10:00:00'))).toBe('normal')
  expect(stateOf(oneDay, at('2026-03-02T17:00:00'))).toBe('due-soon')
  expect(stateOf(oneDay, at('2026-03-02T22:00:00'))).toBe('urgent')
  expect(stateOf(oneDay, at('2026-03-03T00:00:01'))).toBe('overdue')
})

it('warns at fixed times where liberty is restricted', () => {
  const questioning = clock({ restrictsLiberty: true, dueAt: at('2026-03-02T08:00:00') })
  expect(stateOf(questioning, at('2026-03-02T05:59:00'))).toBe('normal')
  expect(stateOf(questioning, at('2026-03-02T06:00:00'))).toBe('due-soon')
  expect(stateOf(questioning, at('2026-03-02T07:00:00'))).toBe('urgent')
  const custody = clock({ restrictsLiberty: true, dueAt: at('2026-05-01T23:59:59') })
  expect(stateOf(custody, at('2026-04-24T12:00:00'))).toBe('normal')
  expect(stateOf(custody, at('2026-04-25T12:00:00'))).toBe('due-soon')
  expect(stateOf(custody, at('2026-04-29T12:00:00'))).toBe('urgent')
})

it('keeps telling whether a clock was met in time', () => {
  const late = at('2026-12-01T00:00:00')
  expect(stateOf(clock({ state: 'met', metAt: at('2026-04-01T23:59:59') }), late)).toBe('normal')
  expect(stateOf(clock({ state: 'met', metAt: at('2026-04-02T00:00:00') }), late)).toBe('overdue')
})

it('is grey when it lawfully does not run', () => {
  expect(stateOf(clock({ state: 'stopped' }), at('2026-12-01T00:00:00'))).toBe('stopped')
  expect(stateOf(clock({ state: 'cancelled' }), at('2026-12-01T00:00:00'))).toBe('stopped')
})

it('says what is left, or by how much it is over', () => {
  expect(remaining(clock(), at('2026-04-01T22:59:59'))).toEqual({ isOver: false, ms: 3_600_000 })
  expect(remaining(clock(), at('2026-04-02T00:59:59'))).toEqual({ isOver: true, ms: 3_600_000 })
  expect(remaining(clock({ state: 'met', metAt: at('2026-03-10T00:00:00') }), at('2026-03-11T00:00:00'))).toBeNull()
})
