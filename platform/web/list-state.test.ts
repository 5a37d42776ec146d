import { describe, expect, test } from 'vitest'
import { anyValue, columnsThatFit, filtersInForce, placeOf, settleRows } from './list-state.ts'
import type { ListColumn, ListFilter } from './list-state.ts'

const filters: readonly ListFilter[] = [
  { kind: 'choice', name: 'state', label: '状态', options: [] },
  { kind: 'text', name: 'text', label: '内容' },
]
const open = { id: 'open', label: '未结', filters: { state: 'open' } }

describe('filters of a list', () => {
  test('the view gives what the address does not say', () => {
    expect(filtersInForce({}, filters, open)).toEqual({ state: 'open' })
    expect(filtersInForce({ state: 'done', text: '电瓶' }, filters, open)).toEqual({ state: 'done', text: '电瓶' })
  })

  test('a filter of the view can be switched off', () => {
    expect(filtersInForce({ state: anyValue }, filters, open)).toEqual({})
  })

  test('what is no filter of this list is not passed on', () => {
    expect(filtersInForce({ role: 'administrator', open: 'i1' }, filters, undefined)).toEqual({})
  })
})

describe('columns', () => {
  const column = (id: string, width: number | undefined, drop?: number): ListColumn<object> => ({
    id,
    title: id,
    cell: () => null,
    ...(width && { width }),
    ...(drop && { drop }),
  })
  const columns = [column('state', 64), column('text', undefined), column('unit', 100, 1), column('officer', 80, 2)]
  const ids = (width: number) => columnsThatFit(columns, width).map(({ id }) => id)

  test('all are shown while there is room', () => expect(ids(444)).toEqual(['state', 'text', 'unit', 'officer']))
  test('the least needed leave first', () => expect(ids(443)).toEqual(['state', 'text', 'unit']))
  test('those that are needed stay, however narrow it gets', () => expect(ids(50)).toEqual(['state', 'text']))
})

describe('rows under the hand do not move', () => {
  const row = (id: string, text = '') => ({ id, text })
  const settle = (shown: { id: string; text: string }[], fresh: { id: string; text: string }[]) => settleRows(shown, fresh, ({ id }) => id)

  test('known rows change in place', () => {
    expect(settle([row('a'), row('b')], [row('a', '已签收'), row('b')])).toEqual({ rows: [row('a', '已签收'), row('b')], waiting: 0 })
  })

  test('new ones wait and are counted', () => {
    expect(settle([row('a')], [row('c'), row('b'), row('a')])).toEqual({ rows: [row('a')], waiting: 2 })
  })

  test('one that left the list stays until the person looks again', () => {
    expect(settle([row('a'), row('b')], [row('b')])).toEqual({ rows: [row('a'), row('b')], waiting: 1 })
  })

  test('another order waits too', () => {
    expect(settle([row('a'), row('b')], [row('b'), row('a')]).waiting).toBe(1)
  })
})

test('a place in the list without its key is the beginning', () => {
  expect(placeOf({ before: '50' })).toEqual({ after: undefined, before: 0 })
  expect(placeOf({ after: 'k', before: 'nonsense' })).toEqual({ after: 'k', before: 0 })
  expect(placeOf({ after: 'k', before: '50' })).toEqual({ after: 'k', before: 50 })
})
