import { describe, expect, it } from 'vitest'
import { factTime } from './fact-time.ts'

const now = new Date('2026-03-02T10:00:00+08:00')
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

describe('when something happened', () => {
  it('is now unless a person says otherwise', () => {
    expect(factTime({}, now)).toEqual({ occurredAt: now, isLateEntry: false })
    expect(factTime({ occurredAt: before(30) }, now)).toEqual({ occurredAt: before(30), isLateEntry: false })
  })
  it('is never in the future; clocks a minute apart are forgiven', () => {
    expect(factTime({ occurredAt: before(-0.5) }, now).occurredAt).toEqual(now)
    expect(() => factTime({ occurredAt: before(-2) }, now)).toThrow('house.futureTime')
  })
  it('is never before the fact it follows; within the same minute it takes its time', () => {
    expect(() => factTime({ occurredAt: before(20), after: before(10) }, now)).toThrow('house.beforeEarlierFact')
    expect(factTime({ occurredAt: before(10.5), after: before(10) }, now).occurredAt).toEqual(before(10))
  })
  it('needs a reason when written down more than 30 minutes later', () => {
    expect(() => factTime({ occurredAt: before(31) }, now)).toThrow('house.lateWithoutReason')
    expect(factTime({ occurredAt: before(31), lateReason: '山区无信号' }, now)).toMatchObject({ isLateEntry: true })
  })
})
