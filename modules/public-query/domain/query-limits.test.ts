import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Counted, countedKinds, delaySeconds, longestDelaySeconds, mayAccept, partyTriesADay } from './query-limits.ts'

const now = new Date('2026-03-02T02:00:00Z')
const counted = (over: Partial<Record<Counted['kind'], Partial<Counted>>>): Counted[] =>
  countedKinds.map((kind) => ({ kind, tries: 1, failures: 0, failedAt: null, ...over[kind] }))
const justFailed = { failures: 12, failedAt: new Date(now.getTime() - 1_000) }

it('lets the first failures pass, then doubles the wait, and never asks for more than a minute', () => {
  expect([1, 3, 4, 5, 6, 9, 10, 4_000].map((failures) => delaySeconds('number', failures))).toEqual([0, 0, 1, 2, 4, 32, 60, 60])
  fc.assert(
    fc.property(fc.constantFrom(...countedKinds), fc.nat(), (kind, failures) => delaySeconds(kind, failures) <= longestDelaySeconds),
  )
})

it('starts late for an address, since a carrier puts many people behind one', () => {
  expect(delaySeconds('address', 49)).toBe(0)
  expect(delaySeconds('address', 60)).toBe(60)
})

it('accepts a right code that need not wait', () => {
  expect(mayAccept('sms', counted({}), now)).toBe(true)
})

it('holds a sent code up while number or phone must wait', () => {
  expect(mayAccept('sms', counted({ number: justFailed }), now)).toBe(false)
  expect(mayAccept('sms', counted({ phone: justFailed }), now)).toBe(false)
  expect(mayAccept('sms', counted({ number: justFailed }), new Date(now.getTime() + 60_000))).toBe(true)
})

it('never holds up the receipt’s code from an address without failures, so that nobody is kept out by a stranger', () => {
  expect(mayAccept('receipt', counted({ number: justFailed, phone: justFailed }), now)).toBe(true)
  expect(mayAccept('receipt', counted({ number: justFailed, address: { failures: 1 } }), now)).toBe(false)
})

it('ends the day of a party after its tries', () => {
  expect(mayAccept('sms', counted({ party: { tries: partyTriesADay } }), now)).toBe(true)
  expect(mayAccept('receipt', counted({ party: { tries: partyTriesADay + 1 } }), now)).toBe(false)
})
