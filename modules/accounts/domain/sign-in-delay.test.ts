import { expect, it } from 'vitest'
import { accountDelays, addressDelays, pairDelays, waitSeconds } from './sign-in-delay.ts'

it('forgives four slips at one account, then doubles the wait of that address up to a quarter of an hour', () => {
  expect(pairDelays).toEqual([0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900])
})

it('makes everybody else wait a minute for that account at most', () => {
  expect(accountDelays).toEqual([0, 0, 0, 0, 5, 10, 20, 40, 60])
})

it('forgives a whole station behind one address more', () => {
  expect(addressDelays.findIndex((seconds) => seconds > 0)).toBe(29)
  expect(addressDelays.at(-1)).toBe(900)
})

it('never says to wait zero seconds while there is still something to wait for', () => {
  const now = new Date('2026-03-02T02:00:00.000Z')
  expect(waitSeconds(new Date('2026-03-02T02:00:00.001Z'), now)).toBe(1)
  expect(waitSeconds(new Date('2026-03-02T01:59:00.000Z'), now)).toBe(0)
})
