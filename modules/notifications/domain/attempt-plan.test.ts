import { expect, it } from 'vitest'
import { askAgainMs, attemptLimit, waitMs } from './attempt-plan.ts'

it('waits four times longer after each failure, and an hour at most', () => {
  expect([1, 2, 3, 4].map(waitMs)).toEqual([1_000, 4_000, 16_000, 64_000])
  expect(waitMs(attemptLimit)).toBe(3_600_000)
})

it('asks for a report ever more seldom, and no longer than a gateway keeps its records', () => {
  const waits = [0, 1, 2, 3, 4, 5, 6].map(askAgainMs)
  expect(waits.slice(0, 3)).toEqual([60_000, 240_000, 960_000])
  const days = waits.reduce<number>((sum, wait) => sum + (wait ?? 0), 0) / 86_400_000
  expect(days).toBeGreaterThan(3)
  expect(days).toBeLessThan(7)
  expect(askAgainMs(7)).toBeNull()
})
