import { describe, expect, it } from 'vitest'
import { day } from '#kernel/beijing-time.ts'
import { apportion } from './apportion.ts'
import { inventProvince } from './province.ts'

const province = inventProvince({ seed: 'test', anchorDay: day('2026-11-24'), years: 1 })
const sum = (all: readonly number[]) => all.reduce((whole, one) => whole + one, 0)

describe('the province', () => {
  it('has 117 county bureaus in 11 cities, 775,000 incidents and 160,000 cases a year', () => {
    expect(province.counties).toHaveLength(117)
    expect(province.upper).toHaveLength(1 + 11)
    expect(sum(province.counties.map(({ incidents }) => incidents))).toBe(775_000)
    expect(sum(province.counties.map(({ cases }) => cases))).toBe(160_000)
  })

  it('has 30,000 officers, each with a police number of his own', () => {
    const officers = [...province.upper, ...province.counties.map((county) => county.people())].flatMap((one) => one.officers)
    expect(officers).toHaveLength(30_000)
    expect(new Set(officers.map(({ policeNumber }) => policeNumber)).size).toBe(30_000)
    expect(new Set(officers.map(({ id }) => id)).size).toBe(30_000)
    const units = new Set<string>(province.units.map(({ code }) => code))
    const places = officers.flatMap(({ unitCode, grants }) => [unitCode, ...grants.map((grant) => grant.unitCode)])
    expect(places.filter((code) => !units.has(code))).toEqual([])
  })

  it('names a district’s bureau a branch of its city’s, and a county’s after the county', () => {
    const names = province.units.flatMap(({ kind, name }) => (kind === 'bureau' ? name.zh : []))
    for (const name of [
      '山西省公安厅',
      '太原市公安局',
      '太原市公安局小店分局',
      '清徐县公安局',
      '阳泉市公安局城区分局',
      '晋城市公安局城区分局',
    ])
      expect(names).toContain(name)
    expect(new Set(names).size).toBe(names.length)
  })

  it('gives a county the same year each time, and another each year', () => {
    const [county] = inventProvince({
      seed: 'test',
      anchorDay: day('2026-11-24'),
      years: 2,
      counties: 1,
      incidents: 10_000,
      cases: 2_000,
    }).counties
    const [last, again, before] = [county?.year(0), county?.year(0), county?.year(1)]
    expect(again).toEqual(last)
    expect(before?.officers).toEqual(last?.officers)
    expect(before?.incidents[0]?.received.recordedAt.getTime()).toBeLessThan(last?.incidents[0]?.received.recordedAt.getTime() ?? 0)
  })
})

it('divides a whole into whole parts that add up to it', () => {
  expect(apportion(10, [1, 1, 1])).toEqual([3, 4, 3])
  expect(sum(apportion(775_000, [0.3, 1.7, 2.9, 0.01]))).toBe(775_000)
})
