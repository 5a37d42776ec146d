import { describe, expect, it } from 'vitest'
import { mayRecall, nextLead, stateOf, stepsOfUnit } from './dispatch.ts'

const at = new Date('2026-03-01T10:00:00+08:00')
const sent = { signedAt: null, arrivedAt: null }
const signed = { signedAt: at, arrivedAt: null }
const arrived = { signedAt: at, arrivedAt: at }

it('stands where the unit that leads stands', () => {
  expect([sent, signed, arrived].map(stateOf)).toEqual(['dispatched', 'signed', 'arrived'])
})

it('is led next by the unit that has come furthest, of those by the one sent first', () => {
  expect(nextLead([sent, signed, arrived, { ...arrived }])).toBe(arrived)
  const first = { ...sent }
  expect(nextLead([first, sent])).toBe(first)
  expect(nextLead([])).toBeUndefined()
})

describe('what a unit can do next', () => {
  it('is to sign, to arrive, and for the one that leads to say how it ended', () => {
    expect(stepsOfUnit('dispatched', { ...sent, isLead: true })).toEqual(['sign', 'hand-on'])
    expect(stepsOfUnit('signed', { ...signed, isLead: true })).toEqual(['arrive', 'dispose', 'hand-on'])
    expect(stepsOfUnit('arrived', { ...arrived, isLead: true })).toEqual(['dispose', 'hand-on'])
  })

  it('is for one that assists independent of how far the one that leads has come, and never to end the incident', () => {
    expect(stepsOfUnit('arrived', { ...sent, isLead: false })).toEqual(['sign', 'hand-on'])
    expect(stepsOfUnit('dispatched', { ...signed, isLead: false })).toEqual(['arrive', 'hand-on'])
    expect(stepsOfUnit('arrived', { ...arrived, isLead: false })).toEqual(['hand-on'])
  })

  it('is nothing once the incident has ended or lies at the desk', () => {
    for (const state of ['received', 'disposed', 'merged'] as const) expect(stepsOfUnit(state, { ...sent, isLead: true })).toEqual([])
  })
})

it('lets the desk take a unit back until the incident has ended', () => {
  expect((['received', 'dispatched', 'signed', 'arrived', 'disposed'] as const).filter(mayRecall)).toEqual([
    'dispatched',
    'signed',
    'arrived',
  ])
})
