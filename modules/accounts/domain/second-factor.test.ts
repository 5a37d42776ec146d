import { describe, expect, it } from 'vitest'
import { inForce, isFresh, needsSecondFactor } from './second-factor.ts'

const grants = [{ role: 'officer' as const }, { role: 'unit-head' as const }, { role: 'leader' as const }]

describe('privileged roles', () => {
  it('count only after a second factor was shown; the others count at once', () => {
    const held = inForce(grants, { proof: 'password', isDemo: false })
    expect(held).toEqual({ grants: [{ role: 'officer' }], withheldRoles: ['unit-head', 'leader'] })
    expect(inForce(grants, { proof: 'second-factor', isDemo: false })).toEqual({ grants, withheldRoles: [] })
  })

  it('are not given by the sign-on of another system alone', () => {
    expect(inForce(grants, { proof: 'single-sign-on', isDemo: false }).withheldRoles).toEqual(['unit-head', 'leader'])
  })

  it('count in a demo at once', () => expect(inForce(grants, { proof: 'password', isDemo: true }).grants).toBe(grants))

  it.each([
    ['administrator', true],
    ['supervisor', true],
    ['leader', true],
    ['unit-head', true],
    ['officer', false],
    ['dispatcher', false],
  ] as const)('%s needs a second factor: %s', (role, needed) => expect(needsSecondFactor([{ role }])).toBe(needed))
})

it('a proof is fresh for a quarter of an hour', () => {
  const at = new Date('2026-03-02T02:00:00Z')
  expect(isFresh(at, new Date('2026-03-02T02:14:59Z'))).toBe(true)
  expect(isFresh(at, new Date('2026-03-02T02:15:00Z'))).toBe(false)
})
