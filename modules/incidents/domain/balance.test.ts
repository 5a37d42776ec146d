import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balanceParts, partOf, tally } from './balance.ts'
import { dispositions, incidentStates } from './incident-state.ts'

const standing = fc.record({
  unitCode: fc.constantFrom('141199550000', '141199560000'),
  state: fc.constantFrom(...incidentStates),
  disposition: fc.constantFrom(null, ...dispositions),
  count: fc.integer({ min: 0, max: 1_000 }),
})

describe('the balance', () => {
  it('puts every incident in exactly one part, or calls it misplaced: nothing is lost in adding up', () => {
    fc.assert(
      fc.property(fc.array(standing), (standings) => {
        const { sum, misplaced, totals, units } = tally(standings)
        const received = standings.reduce((total, { count }) => total + count, 0)
        expect(sum + misplaced).toBe(received)
        expect(balanceParts.reduce((total, part) => total + totals[part], 0)).toBe(sum)
        expect(units.reduce((total, unit) => total + unit.sum, 0)).toBe(sum)
      }),
    )
  })

  it('names the seven outcomes, what is on its way, and what was merged', () => {
    expect(partOf({ state: 'disposed', disposition: 'helped' })).toBe('helped')
    expect(partOf({ state: 'arrived', disposition: null })).toBe('arrived')
    expect(partOf({ state: 'merged', disposition: null })).toBe('merged')
    expect(balanceParts).toHaveLength(12)
  })

  it('does not place what ended without an outcome, nor what goes on although it has one', () => {
    expect(partOf({ state: 'disposed', disposition: null })).toBeNull()
    expect(partOf({ state: 'signed', disposition: 'mediated' })).toBeNull()
  })
})
