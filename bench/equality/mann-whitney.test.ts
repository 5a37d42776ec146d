import { describe, expect, it } from 'vitest'
import { randomOf } from '../../data/county/random.ts'
import { mannWhitney } from './mann-whitney.ts'

const drawn = (seed: string, shift = 0) => {
  const random = randomOf(seed)
  return Array.from({ length: 5_000 }, () => random.next() + shift)
}

describe('the test of Mann and Whitney', () => {
  it('finds what the books find: U of 35 among 50 pairs, and its p', () => {
    // Hollander and Wolfe 1973, p. 69: permeability of chorioamnion.
    const term = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46]
    const early = [1.15, 0.88, 0.9, 0.74, 1.21]
    const { p, larger } = mannWhitney(term, early)
    expect(larger).toBeCloseTo(0.7, 10)
    expect(p).toBeCloseTo(0.2446, 4)
  })

  it('counts equal values half', () => {
    expect(mannWhitney([1, 2, 2], [2, 2, 3]).larger).toBeCloseTo(2 / 9, 10)
    expect(mannWhitney([1, 1], [1, 1])).toEqual({ p: expect.closeTo(1, 6), larger: 0.5 })
  })

  it('sees a shift of a twentieth among 5,000, and none where there is none', () => {
    expect(mannWhitney(drawn('one', 0.05), drawn('other')).p).toBeLessThan(1e-10)
    expect(mannWhitney(drawn('one'), drawn('other')).p).toBeGreaterThan(0.01)
  })
})
