import { expect, it } from 'vitest'
import { quietUntil, readQuietHours } from './quiet-hours.ts'

const night = readQuietHours('22:00-07:00')!
const until = (at: string) => quietUntil(night, new Date(at))?.toISOString() ?? null

it('holds from ten in the evening to seven in the morning of Beijing, whichever day it is', () => {
  expect(until('2026-03-02T21:59:59+08:00')).toBeNull()
  expect(until('2026-03-02T22:00:00+08:00')).toBe('2026-03-02T23:00:00.000Z')
  expect(until('2026-03-03T00:30:00+08:00')).toBe('2026-03-02T23:00:00.000Z')
  expect(until('2026-03-03T06:59:59+08:00')).toBe('2026-03-02T23:00:00.000Z')
  expect(until('2026-03-03T07:00:00+08:00')).toBeNull()
})

it('may also lie within one day', () => {
  const noon = readQuietHours('12:30-14:00')!
  expect(quietUntil(noon, new Date('2026-03-02T13:59:00+08:00'))?.toISOString()).toBe('2026-03-02T06:00:00.000Z')
  expect(quietUntil(noon, new Date('2026-03-02T14:00:00+08:00'))).toBeNull()
})

it('is nothing when written otherwise', () => {
  for (const text of ['', '22-7', '24:00-07:00', '22:00-07:60', '07:00-07:00', ' 22:00-07:00']) expect(readQuietHours(text)).toBeUndefined()
})
