import { describe, expect, test } from 'vitest'
import * as format from './format.ts'

const now = new Date('2026-11-24T10:32:07+08:00')
const at = (text: string) => new Date(`${text}+08:00`)
const minutes = (count: number) => count * 60_000
const hours = (count: number) => count * 3_600_000

describe('times are those of Beijing, whatever zone the machine has', () => {
  test('this year goes without its year, another one with it', () => {
    expect(format.shortTime(at('2026-11-23T10:32:00'), now)).toBe('11-23 10:32')
    expect(format.shortTime(at('2025-12-31T09:00:00'), now)).toBe('2025-12-31 09:00')
  })

  test('the end of a day is 24:00 of that day', () => {
    expect(format.shortTime(at('2026-12-16T23:59:59'), now)).toBe('12-16 24:00')
  })

  test('a list of today needs no day', () => {
    expect(format.listTime(at('2026-11-24T09:02:00'), now)).toBe('09:02')
    expect(format.listTime(at('2026-11-23T09:02:00'), now)).toBe('11-23 09:02')
  })

  test('citizens read whole dates in both languages', () => {
    expect(format.longDay(at('2026-12-16T23:59:59'), 'zh')).toBe('2026年12月16日')
    expect(format.longDay('2026-12-16', 'en')).toBe('16 Dec 2026')
    expect(format.weekday(at('2026-12-16T01:00:00'), 'zh')).toBe('周三')
  })

  test('what a time field holds comes back as the same moment', () => {
    const moment = at('2026-11-24T10:32:00')
    expect(format.fromLocalField(format.toLocalField(moment))).toEqual(moment)
    expect(format.fromLocalField('')).toBeNull()
  })
})

describe('durations', () => {
  test.each([
    [minutes(6) + 40_000, '6 分 40 秒'],
    [0, '0 秒'],
    [37_000, '37 秒'],
    [hours(2), '2 小时'],
    [hours(39), '1 天 15 小时'],
    [hours(23 * 24 + 5), '23 天'],
  ])('%i ms is %s', (ms, words) => expect(format.duration(ms, 'zh')).toBe(words))

  test('what is left and what is over are said with a number, never with seconds', () => {
    expect(format.remaining(new Date(now.getTime() + hours(39)), now, 'zh')).toBe('剩 1 天 15 小时')
    expect(format.remaining(new Date(now.getTime() + hours(97)), now, 'zh')).toBe('剩 4 天')
    expect(format.remaining(new Date(now.getTime() - hours(49)), now, 'zh')).toBe('已超 2 天')
    expect(format.remaining(new Date(now.getTime() + 30_000), now, 'zh')).toBe('剩 1 分')
    expect(format.remaining(new Date(now.getTime() - hours(49)), now, 'en')).toBe('2 d overdue')
  })

  test('a running time has hours only when it needs them', () => {
    expect(format.runningTime(42_000)).toBe('00:42')
    expect(format.runningTime(hours(1) + minutes(5) + 12_000)).toBe('01:05:12')
  })
})

describe('numbers', () => {
  test('staff see unit and serial of a number apart, citizens in groups', () => {
    expect(format.numberParts('A1411995501002026100016')).toEqual({ unit: 'A141199550100', serial: '202610-0016' })
    expect(format.numberParts('J141199000000202611002614').serial).toBe('202611-002614')
    expect(format.spacedNumber('A1411995501002026110037')).toBe('A141199 550100 202611 0037')
  })

  test('phones are grouped and can be masked; what is no phone stays as it is', () => {
    expect(format.phone('19900000417')).toBe('199 0000 0417')
    expect(format.maskedPhone('19900000417')).toBe('199 **** 0417')
    expect(format.phone('110')).toBe('110')
  })

  test('a rate never goes without its base', () => {
    expect(format.rate(24, 29, 'zh')).toBe('83%（24/29）')
    expect(format.rate(0, 0, 'zh')).toBe('—')
    expect(format.grouped(1200)).toBe('1,200')
  })
})
