import { expect, it } from 'vitest'
import { delegationFault, delegationState, isDelegable } from './delegation.ts'

const now = new Date('2026-03-02T02:00:00Z')
const day = (days: number) => new Date(now.getTime() + days * 86_400_000)

it.each([
  [0, 7, null],
  [0, 30, null],
  [0, 31, 'too-long'],
  [3, 2, 'ends-before-it-begins'],
  [-3, -1, 'over-already'],
])('from day %i until day %i: %s', (from, until, fault) => expect(delegationFault({ from: day(from), until: day(until) }, now)).toBe(fault))

it.each([
  [1, 2, null, 'coming'],
  [0, 2, null, 'running'],
  [-2, 0, null, 'over'],
  [-2, 2, -1, 'ended'],
])('from day %i until day %i, ended %s: %s', (from, until, ended, state) =>
  expect(delegationState({ from: day(from), until: day(until), endedAt: ended === null ? null : day(ended) }, now)).toBe(state),
)

it('never hands on the right to give rights', () => {
  expect(isDelegable('administrator')).toBe(false)
  expect(isDelegable('supervisor')).toBe(false)
  expect(isDelegable('unit-head')).toBe(true)
})
