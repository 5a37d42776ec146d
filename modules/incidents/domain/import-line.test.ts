import { describe, expect, it } from 'vitest'
import { importZh } from '../words/import-zh.ts'
import { zh } from '../words/zh.ts'
import { columnsOf } from './import-columns.ts'
import { beijingInstant, type ImportContext, readImportLine, unitsByName } from './import-line.ts'

const context: ImportContext = {
  now: new Date('2026-03-02T02:00:00Z'),
  units: unitsByName([
    { code: '140109550100', names: ['长山县公安局城关派出所', '城关派出所', '城关所'] },
    { code: '140109550200', names: ['长山县公安局河东派出所', '河东派出所', '巡逻队'] },
    { code: '140109550300', names: ['长山县公安局巡特警大队', '巡特警大队', '巡逻队'] },
  ]),
  sourceNames: [zh.sources],
  dispositionNames: [zh.dispositions],
}
const sound = {
  sourceSystem: '旧系统',
  sourceNumber: '1',
  receivedAt: '2026-03-01 09:30',
  source: '窗口',
  category: '入室盗窃',
  place: '粮站',
  summary: '门锁被撬',
}
const ended = { disposition: '当场调解', disposedAt: '2026-03-01 10:00', note: '达成协议' }
const faultsOf = (over: object) => readImportLine({ ...sound, ...over }, context).faults.map(({ column, code }) => `${column} ${code}`)

describe('a time in a file', () => {
  it.each(['2026-03-01 09:30', '2026/3/1 9:30', '2026-03-01T09:30:00+08:00', '2026年3月1日 9:30', '2026.03.01 09:30:00'])(
    'is read from %s',
    (text) => {
      expect(beijingInstant(text)?.toISOString()).toBe('2026-03-01T01:30:00.000Z')
    },
  )

  it.each(['', '昨天', '2026-02-30 10:00', '2026-03-01', '03/01/2026 09:30', '2026-03-01 25:00', '2026-03-01T09:30:00Z'])(
    'is not guessed from %j',
    (text) => {
      expect(beijingInstant(text)).toBeNull()
    },
  )
})

describe('a line of a file', () => {
  it('takes the category’s usual grade where it says none, and a phone as people write it', () => {
    expect(readImportLine({ ...sound, reporterPhone: '199 0000 0417' }, context).line).toMatchObject({
      category: 'burglary',
      grade: 'II',
      source: 'counter',
      reporterPhone: '19900000417',
      ended: null,
    })
  })

  it('may say how it ended, and who answered it', () => {
    expect(readImportLine({ ...sound, ...ended, unit: '城关派出所' }, context).line?.ended).toEqual({
      disposition: 'mediated',
      at: '2026-03-01T02:00:00.000Z',
      note: '达成协议',
      unitCode: '140109550100',
    })
  })

  it.each([
    [{ place: '' }, 'place required'],
    [{ summary: '门' }, 'summary tooShort'],
    [{ place: '长'.repeat(201) }, 'place tooLong'],
    [{ summary: '坏\uFFFD字' }, 'summary character'],
    [{ receivedAt: '2026-03-02 10:01' }, 'receivedAt future'],
    [{ grade: '特急' }, 'grade grade'],
    [{ sourceNumber: '4.40305E+17' }, 'sourceNumber exponent'],
    [{ sourceNumber: '4E+17' }, 'sourceNumber exponent'],
    [{ receivedAt: '0206-03-01 09:30' }, 'receivedAt year'],
    [{ ...ended, disposedAt: '0206-03-01 10:00' }, 'disposedAt year'],
    [{ ...ended, disposition: '不予立案' }, 'disposition endsHere'],
    [{ ...ended, disposition: '行政案件立案' }, 'disposition endsHere'],
    [{ ...ended, disposition: '了结' }, 'disposition disposition'],
    [{ ...ended, disposedAt: '2026-03-01 09:00' }, 'disposedAt beforeReceipt'],
    [{ ...ended, disposedAt: '' }, 'disposedAt required'],
    [{ ...ended, note: '' }, 'note required'],
    [{ ...ended, unit: '天边派出所' }, 'unit unit'],
    [{ ...ended, unit: '巡逻队' }, 'unit ambiguousUnit'],
    [{ unit: '城关派出所' }, 'unit withoutOutcome'],
  ])('with %j is at fault: %s', (over, fault) => {
    expect(faultsOf(over)).toEqual([fault])
  })
})

describe('a unit in a file', () => {
  it.each(['140109550300', '巡特警大队', '长山县公安局巡特警大队'])(
    'is found by %s, though it shares its short name with another',
    (unit) => {
      expect(readImportLine({ ...sound, ...ended, unit }, context).line?.ended?.unitCode).toBe('140109550300')
    },
  )
})

describe('the number of the source', () => {
  it.each(['JJ20260301E12', '2E12', '440305000000000001'])('may be %s, which no spreadsheet has damaged', (sourceNumber) => {
    expect(faultsOf({ sourceNumber })).toEqual([])
  })
})

describe('the titles of a file', () => {
  const names = [importZh.columns]
  it('are found in any order, by their names or the column’s own, and others are left alone', () => {
    const { places, unused } = columnsOf(['地点', 'sourceNumber', '备注'], names)
    expect([...places]).toEqual([
      ['place', 0],
      ['sourceNumber', 1],
    ])
    expect(unused).toEqual(['备注'])
  })

  it('may not name a column twice', () => {
    expect(columnsOf(['地点', '地点'], names).faults).toContainEqual({ line: 1, column: 'place', code: 'doubleColumn' })
  })
})
