import { describe, expect, it } from 'vitest'
import { catalogue, managementTargets, rulesNamed } from './catalogue.ts'
import { type DeadlineRule, hasNumber } from './deadline-rule.ts'
import researched from './rules/researched-rows.json' with { type: 'json' }

const { rows } = researched
type Row = (typeof rows)[number]

const standings: Readonly<Record<string, DeadlineRule['standing']>> = { C: 'confirmed', S: 'secondary', U: 'unconfirmed' }
/** A row whose own id has a year is one edition, and so are those of the year that an id leaves out. */
const rulesOf = (row: Row): readonly DeadlineRule[] =>
  row.id === 'admin_questioning' ? rulesNamed('admin_questioning_2025') : rulesNamed(row.id)
const inMonths = (count: number, unit: string): string => (unit === 'year' ? `${count * 12} month` : `${count} ${unit}`)

function rollOverOf({ countsBackFrom, limit, rollsOver }: DeadlineRule): string {
  if (countsBackFrom) return 'counted-back'
  return 'unit' in limit && limit.unit === 'workday' ? 'workdays' : rollsOver
}

it('has a rule for every row of the research, or names it as a target of management', () => {
  expect(rows).toHaveLength(177)
  expect(rows.filter((row) => rulesOf(row).length === 0).map(({ id }) => id)).toEqual(managementTargets)
})

describe.each(rows.filter(({ id }) => !(managementTargets as readonly string[]).includes(id)))('$id', (row) => {
  it('has the length, the roll-over and the standing of its row', () => {
    for (const rule of rulesOf(row)) {
      expect(rule.standing).toBe(standings[row.standing])
      if (row.rolls && hasNumber(rule)) expect(rollOverOf(rule)).toBe(row.rolls)
      if (row.count === null || row.unit === null) continue
      const { limit, followedBy } = rule
      expect('unit' in limit && inMonths(limit.count + (followedBy?.length.count ?? 0), limit.unit)).toBe(inMonths(row.count, row.unit))
    }
  })

  it('is in force when its row says so', () => {
    const rules = rulesOf(row)
    const [first] = rules.map(({ inForce }) => inForce.from ?? '').toSorted()
    // why: of two sources of one limit the older one counts.
    if (row.from && row.id !== 'jurisdiction_change_notice') expect(first).toBe(row.from)
    if (row.to) expect(rules.map(({ inForce }) => inForce.to)).toEqual([row.to])
  })
})

it('numbers the further limits of a row without a gap, each beside a row that is there', () => {
  const known = new Set(rows.map(({ id }) => id))
  const ids = new Set(catalogue.map(({ id }) => id))
  for (const id of ids) {
    const [, row = '', number = ''] = /^(.+)\.(\d)$/.exec(id) ?? []
    if (!row) continue
    expect(known.has(row), id).toBe(true)
    expect(number === '2' ? ids.has(row) : ids.has(`${row}.${Number(number) - 1}`), id).toBe(true)
  }
})

it('has no rule that no row asks for', () => {
  const known = new Set(rows.map(({ id }) => id))
  const withoutYear = (id: string) => id.replace(/_20\d\d$/, '')
  expect(catalogue.map(({ id }) => id).filter((id) => !known.has(id) && !known.has(withoutYear(id)) && !/\.\d$/.test(id))).toEqual([])
})

it('lets no clock that restricts liberty wait for a working day, and calls no duty a clock', () => {
  for (const rule of catalogue) {
    if (rule.restrictsLiberty) expect(rule.rollsOver, rule.id).toBe('never')
    if (!hasNumber(rule)) expect([rule.extensions, rule.pausedBy, rule.restartedBy, rule.tiers], rule.id).toEqual(Array(4).fill(undefined))
  }
})
