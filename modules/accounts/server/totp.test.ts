import { describe, expect, it } from 'vitest'
import { base32, codeAt, keyUri, stepAt, stepOfCode } from './totp.ts'

const secret = Buffer.from('12345678901234567890')
const at = (seconds: number) => new Date(seconds * 1_000)

// law: RFC 6238, appendix B, the rows for SHA-1.
it.each([
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
])('at %i s the code is %s', (seconds, code) => {
  expect(codeAt(secret, stepAt(at(seconds)), 8)).toBe(code)
  expect(codeAt(secret, stepAt(at(seconds)))).toBe(code.slice(2))
})

// law: RFC 4226, appendix D.
it('counts as RFC 4226 does', () => {
  const known = ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489']
  expect(known.map((_, step) => codeAt(secret, step))).toEqual(known)
})

// law: RFC 4648, section 10.
it.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('writes %j in base32 as %j', (text, written) => expect(base32(Buffer.from(text))).toBe(written))

describe('a code', () => {
  const now = at(1_234_567_890)
  it.each([
    [-2, null],
    [-1, -1],
    [0, 0],
    [1, 1],
    [2, null],
  ])('of %i steps away counts as the one of %s', (away, counted) => {
    expect(stepOfCode(secret, codeAt(secret, stepAt(now) + away), now)).toBe(counted === null ? null : stepAt(now) + counted)
  })
  it('that is none is none', () => expect(stepOfCode(secret, '12345', now)).toBeNull())
})

it('tells the app whose secret it is', () => {
  expect(keyUri(secret, { policeNumber: '140008', issuer: '阳光执法' })).toBe(
    `otpauth://totp/${encodeURIComponent('阳光执法')}:140008?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=${encodeURIComponent('阳光执法')}&algorithm=SHA1&digits=6&period=30`,
  )
})
