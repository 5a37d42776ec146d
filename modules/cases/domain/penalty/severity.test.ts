import { expect, it } from 'vitest'
import { readRange } from './range.ts'
import { compareSeverity } from './severity.ts'

const options = (text: string) => readRange(`base: ${text}`)[0]?.options ?? []

it.each([
  ['the kind comes first', 'F≤5000', 'D≤5'],
  ['a warning is below a fine', 'W', 'F≤200'],
  ['the heaviest kind counts', 'W|F≤1000', 'D≤5|W'],
  ['then the maximum of detention', 'D≤5+F500-1000', 'D5-10'],
  ['then its minimum', 'D≤10', 'D5-10'],
  ['an alternative without detention has no least day', 'D5-10|F≤2000', 'D5-10+?F≤500'],
  ['then the maximum of the fine', 'D5-10+F200-500', 'D5-10+?F≤1000'],
  ['then its minimum, nothing where it is optional', 'D5-10+?F200-500', 'D5-10+F200-500'],
  ['no fine is below an optional one', 'D5-10', 'D5-10+?F≤500'],
  ['a fine as alternative counts as a fine', 'D≤5|F≤500', 'D≤5|F≤1000'],
  ['the maximum of a fine alone', 'F500-1000', 'F≤2000'],
  ['the minimum of a fine alone', 'F≤1000', 'F500-1000'],
  ['a fine by gains has no maximum', 'F1000-3000', 'F1-5xgain'],
])('%s: %s is lighter than %s', (_, lighter, heavier) => {
  expect(compareSeverity(options(lighter), options(heavier))).toBe(-1)
  expect(compareSeverity(options(heavier), options(lighter))).toBe(1)
})

it.each(['W', 'F≤200', 'D10-15', 'D≤5|W', 'D5-10+?F≤500', 'W|F≤200'])('finds %s equal to itself', (text) => {
  expect(compareSeverity(options(text), options(text))).toBe(0)
})

it('finds an optional fine with a least sum equal to one without', () => {
  expect(compareSeverity(options('D5-10+?F200-500'), options('D5-10+?F≤500'))).toBe(0)
})
