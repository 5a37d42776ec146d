import { expect, it } from 'vitest'
import { readUnits } from './unit-file.ts'

const bureauCode = '990000000000'
const known = { bureauCode, parents: new Map<string, string | null>([[bureauCode, null]]) }
const head = ['代码', '名称', '类别', '上级代码', '简称', '电话']
const read = (...lines: string[][]) => readUnits([head, ...lines], known)
const faults = (...lines: string[][]) => read(...lines).faults.map(({ line, fault }) => [line, fault])

it('reads units, below the bureau where no parent is named', () => {
  const { units, faults: none } = read(
    ['990000550100', '城关派出所', '派出所', '', '城关', '0350-5550110'],
    ['990000550101', '城关派出所东街警务室', 'Department', '990000550100', '', ''],
  )
  expect(none).toEqual([])
  expect(units).toMatchObject([
    { code: '990000550100', parentCode: bureauCode, kind: 'station', shortName: '城关', phone: '0350-5550110', nameEn: '城关派出所' },
    { code: '990000550101', parentCode: '990000550100', kind: 'department', shortName: '城关派出所东街警务室', phone: null },
  ])
})

it('knows the columns in English and in any order', () => {
  const { units } = readUnits(
    [
      ['kind', 'parent', 'code', 'name'],
      ['centre', '', '990000550300', '指挥中心'],
    ],
    known,
  )
  expect(units).toMatchObject([{ code: '990000550300', kind: 'centre' }])
})

it('says which columns are missing', () => {
  expect(readUnits([['代码', '名称']], known).faults).toEqual([
    { line: 1, fault: 'columns', value: '类别' },
    { line: 1, fault: 'columns', value: '上级代码' },
  ])
  expect(readUnits([], known).faults).toHaveLength(4)
})

it.each([
  [['12', '甲所', '派出所', '', '', ''], 'code'],
  [[bureauCode, '甲所', '派出所', '', '', ''], 'code'],
  [['990000550100', '', '派出所', '', '', ''], 'name'],
  [['990000550100', '甲所', '公司', '', '', ''], 'kind'],
  [['990000550100', '甲所', '派出所', '', '一个长得写不进印章的简称', ''], null],
  [['990000550100', '甲所', '派出所', '', '一个长得怎么也写不进印章的简称', ''], 'short-name'],
  [['990000550100', '甲所', '派出所', '', '', '去问'], 'phone'],
  [['990000550100', '甲所', '派出所', '990000559900', '', ''], 'parent-unknown'],
  [['990000550100', '甲所', '派出所', '990000550100', '', ''], 'parent-circle'],
])('finds in %j: %s', (line, fault) => expect(faults(line)).toEqual(fault === null ? [] : [[2, fault]]))

it('finds a code used twice on both lines, and a circle of two', () => {
  const unit = (code: string, parent: string) => [code, '甲所', '派出所', parent, '', '']
  expect(faults(unit('990000550100', ''), unit('990000550100', ''))).toEqual([
    [2, 'code-twice'],
    [3, 'code-twice'],
  ])
  expect(faults(unit('990000550100', '990000550200'), unit('990000550200', '990000550100'))).toEqual([
    [2, 'parent-circle'],
    [3, 'parent-circle'],
  ])
})
