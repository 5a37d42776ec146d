import { describe, expect, it } from 'vitest'
import { groupedByFour, groupedCaseNumber, groupedPhone } from './paper-text.ts'

describe('the words of a paper', () => {
  it('groups numbers, codes and phones, and leaves alone what has another form', () => {
    expect(groupedCaseNumber('A141199550100202611' + '0037')).toBe('A141199 550100 202611 0037')
    expect(groupedCaseNumber('X1')).toBe('X1')
    expect(groupedByFour('7304118266550917')).toBe('7304 1182 6655 0917')
    expect(groupedPhone('19900000417')).toBe('199 0000 0417')
    expect(groupedPhone('0350-000-0110')).toBe('0350-000-0110')
  })
})
