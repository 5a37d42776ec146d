import { describe, expect, it } from 'vitest'
import { concerned, readReport, reportKinds, sortReport, type TypedReport } from './online-report.ts'

const typed: TypedReport = {
  kind: 'theft',
  what: '停在楼下的电动自行车不见了。',
  when: '昨晚',
  where: '粮站家属院',
  name: '贺秀兰',
  concerned: 'self',
}

describe('a report typed by hand', () => {
  it('is taken as it was written, without the blanks around it', () => {
    expect(readReport({ ...typed, what: `  ${typed.what}\r\n锁被剪断。 ` })).toEqual({
      report: { ...typed, what: `${typed.what}\n锁被剪断。` },
    })
  })

  it('names every part that will not do', () => {
    expect(readReport({ kind: 'murder', what: '短', when: '', where: '院', name: '贺', concerned: '' })).toEqual({
      faulty: ['kind', 'what', 'when', 'where', 'name', 'concerned'],
    })
  })

  it.each([
    ['what', 10, 1_000],
    ['when', 2, 60],
    ['where', 4, 100],
    ['name', 2, 30],
  ] as const)('takes %s from %i to %i characters, each counted once whatever it is', (part, least, most) => {
    for (const sign of ['字', '𠮷']) {
      for (const length of [least, most]) expect(readReport({ ...typed, [part]: sign.repeat(length) })).toHaveProperty('report')
      for (const length of [least - 1, most + 1]) expect(readReport({ ...typed, [part]: sign.repeat(length) })).toEqual({ faulty: [part] })
    }
  })

  it('holds no character that a record may not hold', () => {
    expect(readReport({ ...typed, name: '贺\u0000秀\u001B兰' })).toMatchObject({ report: { name: '贺 秀 兰' } })
  })
})

describe('how the desk receives it', () => {
  it('is said for every kind and whoever is concerned', () => {
    for (const kind of reportKinds) for (const whom of concerned) expect(sortReport({ kind, concerned: whom }).category).not.toBe('')
  })

  it('is as sensitive as the kind, and a minor’s where a child is concerned', () => {
    const sensitivity = (kind: (typeof reportKinds)[number], whom: (typeof concerned)[number]) =>
      sortReport({ kind, concerned: whom }).sensitivity
    expect(sensitivity('theft', 'self')).toBe('none')
    expect(sensitivity('theft', 'child')).toBe('minor')
    expect(sensitivity('domestic', 'child')).toBe('domestic')
    expect(sensitivity('sexual', 'other')).toBe('sexual')
  })
})
