import { describe, expect, it } from 'vitest'
import { justNow } from '#platform/web/when-field.tsx'
import { changed, emptyDraft, intakeInput, laterCallInput, missingOf } from './intake-state.ts'

const station = '141199550100'
const other = '141199550200'
const full = changed({ ...emptyDraft('110', null), place: '鼓楼东街', summary: '两人打架', unitCode: station }, { category: 'fight' })
const call = { id: '0199f0c0-0000-7000-8000-000000000001', startedAt: new Date('2026-11-24T09:41:00+08:00'), draft: full, when: justNow }

describe('the unit', () => {
  it('is suggested by a chosen place until one is chosen by hand', () => {
    const suggested = changed(emptyDraft('110', null), { place: '汽车站', suggestedUnit: station })
    expect(suggested).toMatchObject({ place: '汽车站', unitCode: station })
    expect(changed(suggested, { place: '县医院', suggestedUnit: other }).unitCode).toBe(other)
    expect(changed(changed(suggested, { unitCode: station }), { suggestedUnit: other }).unitCode).toBe(station)
    expect(changed(emptyDraft('counter', station), { suggestedUnit: other }).unitCode).toBe(station)
  })
})

describe('what another organ hands over', () => {
  it('names that organ, and its number where there is one', () => {
    const draft = changed(full, { source: 'transfer' })
    expect(missingOf(draft, 'register')).toEqual(['fromOrgan'])
    const named = changed(draft, { fromOrgan: '邻县公安局' })
    expect(missingOf(named, 'register')).toEqual([])
    expect(intakeInput({ ...call, draft: named }, 'register')?.transferFrom).toEqual({ organ: '邻县公安局' })
    expect(intakeInput({ ...call, draft: changed(named, { fromNumber: '8 号' }) }, 'register')?.transferFrom).toEqual({
      organ: '邻县公安局',
      number: '8 号',
    })
  })
  it('is not sent once the source is another', () => {
    expect(intakeInput({ ...call, draft: changed(full, { fromOrgan: '邻县公安局' }) }, 'register')).not.toHaveProperty('transferFrom')
  })
})

describe('a call added to another incident', () => {
  it('brings what was typed, with the time at which it began', () => {
    const draft = changed(full, { reporterName: '乔玉兰', reporterPhone: '199 0000 0821' })
    expect(laterCallInput({ ...call, draft }, 'the-first')).toEqual({
      incidentId: 'the-first',
      callId: call.id,
      channel: '110',
      said: '两人打架',
      callerName: '乔玉兰',
      callerPhone: '19900000821',
      occurredAt: '2026-11-24T01:41:00.000Z',
    })
  })
  it('waits until something was said', () => {
    expect(laterCallInput({ ...call, draft: changed(full, { summary: ' ' }) }, 'the-first')).toBeUndefined()
  })
})
