import { describe, expect, it } from 'vitest'
import { justNow } from '#platform/web/when-field.tsx'
import { changed, emptyDraft, intakeInput, isUntouched, missingOf } from './intake-state.ts'

const fresh = emptyDraft('110', null)
const full = changed({ ...fresh, place: '鼓楼东街夜市东口', summary: '两人打架', unitCode: '141199550100' }, { category: 'fight' })
const call = { id: '0199f0c0-0000-7000-8000-000000000001', startedAt: new Date('2026-11-24T09:41:00+08:00'), draft: full, when: justNow }

describe('the grade', () => {
  it('follows the category until it is set by hand', () => {
    const fight = changed(fresh, { category: 'fight' })
    expect(fight.grade).toBe('II')
    expect(changed(fight, { category: 'robbery' }).grade).toBe('I')
    expect(changed(changed(fight, { grade: 'III' }), { category: 'robbery' }).grade).toBe('III')
  })
  it('goes with the category when that is taken out', () => {
    expect(changed(full, { category: null }).grade).toBeNull()
  })
})

it('marks domestic violence as sensitive unless the desk decided otherwise', () => {
  expect(changed(fresh, { category: 'domestic-violence' }).sensitivity).toBe('domestic')
  expect(changed(changed(fresh, { sensitivity: 'none' }), { category: 'domestic-violence' }).sensitivity).toBe('none')
})

it('says what is still missing, in the order of the form', () => {
  expect(missingOf(fresh, 'dispatch')).toEqual(['place', 'summary', 'category', 'unitCode'])
  expect(missingOf({ ...full, unitCode: null }, 'dispatch')).toEqual(['unitCode'])
  expect(missingOf({ ...full, unitCode: null }, 'register')).toEqual([])
})

describe('what is sent', () => {
  it('waits until nothing is missing', () => {
    expect(intakeInput({ ...call, draft: fresh }, 'register')).toBeUndefined()
  })
  it('leaves out what was not given and the unit when it is only registered', () => {
    const input = intakeInput(call, 'register')
    expect(input).not.toHaveProperty('reporterName')
    expect(input).not.toHaveProperty('reporterPhone')
    expect(input).not.toHaveProperty('dispatchTo')
  })
  it('takes the beginning of the entry as the time of receipt, unless another time is given', () => {
    expect(intakeInput(call, 'dispatch')?.occurredAt).toBe('2026-11-24T01:41:00.000Z')
    const earlier = { occurredAt: new Date('2026-11-24T08:00:00+08:00'), lateReason: '系统停用' }
    expect(intakeInput({ ...call, when: earlier }, 'dispatch')).toMatchObject({
      occurredAt: '2026-11-24T00:00:00.000Z',
      lateReason: '系统停用',
    })
  })
  it('reads a phone with spaces', () => {
    expect(intakeInput({ ...call, draft: { ...full, reporterPhone: '199 0000 0417' } }, 'dispatch')?.reporterPhone).toBe('19900000417')
  })
})

it('knows an untouched form', () => {
  expect(isUntouched(fresh)).toBe(true)
  expect(isUntouched({ ...fresh, place: '鼓' })).toBe(false)
})
