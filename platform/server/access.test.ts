import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Grant, Officer } from '#kernel/actor.ts'
import { bureauCode, unitCode } from '#kernel/unit-code.ts'
import { scopeOf, within } from './access.ts'

const db = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (target) => new PostgresIntrospector(target),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})
const county = bureauCode('141199000000')
const station = unitCode('141199550100')
const other = unitCode('141199550200')
const whole = (role: Grant['role']): Grant => ({ role, unitCode: county, bureauCode: county, units: 'all' })
const single = (role: Grant['role'], unit: typeof station): Grant => ({ role, unitCode: unit, bureauCode: county, units: [unit] })
const officer = (...grants: Grant[]): Officer => ({
  kind: 'officer',
  id: 'x',
  name: 'x',
  policeNumber: '1',
  unitCode: station,
  bureauCode: county,
  grants,
})
const compiled = (actor: Officer, ...roles: Grant['role'][]) => {
  const { sql: text, parameters } = sql`${within(scopeOf(actor, roles), 'c')}`.compile(db)
  return [text, parameters]
}

describe('where an actor holds a role', () => {
  it('is a union over role and unit, never role times unit', () => {
    const both = officer(single('unit-head', station), single('officer', other))
    expect(compiled(both, 'unit-head')).toEqual(['("c"."bureau_code" = $1::bpchar and "c"."unit_code" = $2::bpchar)', [county, station]])
    expect(compiled(both, 'unit-head', 'officer')[1]).toEqual([county, [station, other]])
  })
  it('is the whole bureau, without a list of units, for a grant on the bureau', () => {
    expect(compiled(officer(whole('leader'), single('officer', station)), 'leader', 'officer')).toEqual([
      '"c"."bureau_code" = $1::bpchar',
      [county],
    ])
  })
  it('is nowhere without the role', () => {
    expect(compiled(officer(single('officer', station)), 'leader')).toEqual(['false', []])
  })
})
