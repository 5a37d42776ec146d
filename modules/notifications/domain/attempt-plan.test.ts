import { expect, it } from 'vitest'
import { attemptLimit, waitMs } from './attempt-plan.ts'

it('waits four times longer after each failure, and an hour at most', () => {
  expect([1, 2, 3, 4].map(waitMs)).toEqual([1_000, 4_000, 16_000, 64_000])
  expect(waitMs(attemptLimit)).toBe(3_600_000)
})
