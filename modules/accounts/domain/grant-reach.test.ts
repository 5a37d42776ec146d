import { expect, it } from 'vitest'
import { unitCode } from '#kernel/unit-code.ts'
import { changeOfGrants } from './grant-reach.ts'

const [here, there] = [unitCode('990000550100'), unitCode('990000550200')]

it('names what is given and what is taken, each once', () => {
  const held = [
    { role: 'officer' as const, unitCode: here },
    { role: 'unit-head' as const, unitCode: here },
  ]
  const wanted = [
    { role: 'officer' as const, unitCode: here },
    { role: 'officer' as const, unitCode: there },
    { role: 'officer' as const, unitCode: there },
  ]
  expect(changeOfGrants(held, wanted)).toEqual({
    given: [{ role: 'officer', unitCode: there }],
    taken: [{ role: 'unit-head', unitCode: here }],
  })
})
