import { expect, it } from 'vitest'
import { nextStep } from './next-step.ts'

const mute = { recognisesKeys: false, canAsk: false }
const doubt = { kind: 'notice', isInDoubt: true, isPossiblyTwice: false } as const

it('sends what was never tried, whatever the gateway can do', () => {
  for (const kind of ['code', 'warning', 'notice'] as const)
    expect(nextStep({ kind, isInDoubt: false, isPossiblyTwice: false }, mute)).toBe('send')
})

it('asks first where the gateway keeps a record, also for a code', () => {
  expect(nextStep(doubt, { ...mute, canAsk: true })).toBe('ask')
  expect(nextStep({ ...doubt, kind: 'code' }, { ...mute, canAsk: true })).toBe('ask')
})

it('sends again freely where the gateway knows a repeated key', () => {
  expect(nextStep({ ...doubt, kind: 'code' }, { recognisesKeys: true, canAsk: false })).toBe('send')
})

it('never repeats a code in doubt, and anything else once', () => {
  expect(nextStep({ ...doubt, kind: 'code' }, mute)).toBe('give-up')
  expect(nextStep(doubt, mute)).toBe('send-once-more')
  expect(nextStep({ ...doubt, kind: 'warning' }, mute)).toBe('send-once-more')
  expect(nextStep({ ...doubt, isPossiblyTwice: true }, mute)).toBe('give-up')
})
