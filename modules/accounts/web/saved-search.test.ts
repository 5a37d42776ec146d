import { expect, it } from 'vitest'
import { isSameSearch, searchFrom, searchText } from './saved-search.ts'

it('is the same view however its filters were reached', () => {
  expect(isSameSearch({ state: 'signed', unit: '141199550000' }, { unit: '141199550000', state: 'signed' })).toBe(true)
  expect(isSameSearch({ state: 'signed' }, { state: 'signed', view: 'all' })).toBe(false)
})

it('comes back as it was kept, whatever stands in it', () => {
  const search = { number: '2026 11&=%', view: 'all' }
  expect(searchFrom(searchText(search))).toEqual(search)
  expect(searchFrom('')).toEqual({})
})
