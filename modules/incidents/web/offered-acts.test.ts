import { expect, it } from 'vitest'
import type { IncidentState, Step } from '../domain/incident-state.ts'
import { offeredActs } from './offered-acts.ts'

const standing = (state: IncidentState, ...steps: Step[]): Parameters<typeof offeredActs>[0] => ({
  state,
  can: { steps },
})

it('puts the next step of the walk first', () => {
  expect(offeredActs(standing('received', 'dispatch')).primary).toBe('dispatch')
  expect(offeredActs(standing('dispatched', 'dispatch', 'sign'))).toEqual({ primary: 'sign', others: ['dispatch'] })
  expect(offeredActs(standing('signed', 'dispose', 'arrive'))).toEqual({ primary: 'arrive', others: ['dispose'] })
  expect(offeredActs(standing('disposed', 'file-case'))).toEqual({ primary: 'file-case', others: [] })
})

it('never makes sending elsewhere the thing to do', () => {
  expect(offeredActs(standing('dispatched', 'dispatch'))).toEqual({ primary: undefined, others: ['dispatch'] })
  expect(offeredActs(standing('arrived', 'dispatch'))).toEqual({ primary: undefined, others: ['dispatch'] })
  expect(offeredActs(standing('disposed', 'correct'))).toEqual({ primary: undefined, others: ['correct'] })
  expect(offeredActs(standing('disposed', 'correct', 'hand-over'))).toEqual({ primary: 'hand-over', others: ['correct'] })
  expect(offeredActs(standing('arrived', 'hand-on'))).toEqual({ primary: undefined, others: ['hand-on'] })
})

it('offers nothing where the server allows nothing', () => {
  expect(offeredActs(standing('arrived'))).toEqual({ primary: undefined, others: [] })
})
