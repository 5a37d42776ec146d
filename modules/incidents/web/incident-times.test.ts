import { expect, it } from 'vitest'
import { fourTimes, stageSteps } from './incident-times.ts'

const signed = {
  state: 'signed',
  receivedAt: '2026-11-24T09:40:00+08:00',
  dispatchedAt: '2026-11-24T09:41:00+08:00',
  signedAt: '2026-11-24T09:41:42+08:00',
  arrivedAt: null,
  disposedAt: null,
} as const
const words = { label: (step: string) => step, time: (at: string) => at.slice(11, 16), now: 'now' }

it('counts each step from the one before', () => {
  expect(fourTimes(signed).map(({ afterMs }) => afterMs)).toEqual([60_000, 42_000, null, null])
})

it('counts the disposal from the signature when nobody went to the scene', () => {
  const settledByTelephone = { ...signed, state: 'disposed', disposedAt: '2026-11-24T09:51:42+08:00' } as const
  expect(fourTimes(settledByTelephone).at(-1)?.afterMs).toBe(600_000)
})

it('marks the step that is due now, and only that one', () => {
  const steps = stageSteps(signed, words, 'dispatched')
  expect(steps.map(({ id, standing }) => `${id} ${standing}`)).toEqual([
    'dispatched done',
    'signed done',
    'arrived current',
    'disposed ahead',
  ])
  expect(steps[2]?.detail).toBe('now')
})

it('has nothing due once it is disposed of', () => {
  const steps = stageSteps({ ...signed, state: 'disposed', disposedAt: '2026-11-24T09:51:42+08:00' }, words)
  expect(steps.every(({ standing }) => standing === 'done')).toBe(true)
})
