import { expect, it } from 'vitest'
import { expiryOf, isAlive, needsSeen } from './session-life.ts'

const start = new Date('2026-03-02T02:00:00Z')
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const fresh = { lastSeenAt: start, expiresAt: expiryOf(start), revokedAt: null }

it('ends after half an hour without use', () => {
  expect(isAlive(fresh, after(29))).toBe(true)
  expect(isAlive(fresh, after(30))).toBe(false)
})

it('ends after twelve hours however busy it was', () => {
  expect(isAlive({ ...fresh, lastSeenAt: after(719) }, after(719))).toBe(true)
  expect(isAlive({ ...fresh, lastSeenAt: after(719) }, after(720))).toBe(false)
})

it('ends at once when it is revoked', () => {
  expect(isAlive({ ...fresh, revokedAt: start }, start)).toBe(false)
})

it('is noted as seen once a minute at most', () => {
  expect(needsSeen(fresh, after(0.9))).toBe(false)
  expect(needsSeen(fresh, after(1))).toBe(true)
})
