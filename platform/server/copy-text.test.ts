import { expect, it } from 'vitest'
import { lineOf } from './copy-text.ts'

it('writes each kind of value as COPY reads it', () => {
  const row = {
    text: 'a\tb\\c\nd',
    none: null,
    at: new Date('2026-03-02T02:00:00Z'),
    bytes: Buffer.from([1, 255]),
    count: 3,
    yes: true,
    list: ['leader@1', 'a"b'],
  }
  expect(lineOf(row, Object.keys(row))).toBe('a\\tb\\\\c\\nd\t\\N\t2026-03-02T02:00:00.000Z\t\\\\x01ff\t3\tt\t{"leader@1","a\\\\"b"}\n')
})

it('refuses a row that does not fit its table', () => {
  expect(() => lineOf({ a: 1 }, ['a', 'b'])).toThrow('lacks the column b')
  expect(() => lineOf({ a: 1, b: 2 }, ['a'])).toThrow('more columns')
  expect(() => lineOf({ a: {} }, ['a'])).toThrow('JSON goes in as text')
})
