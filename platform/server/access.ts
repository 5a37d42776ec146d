import { type RawBuilder, sql } from 'kysely'
import type { Actor, Role } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'

/** Where an actor holds one of some roles: whole bureaus, and single units of others. A union over grants, never wider. */
export interface Scope {
  readonly bureaus: readonly BureauCode[]
  readonly units: readonly { readonly bureauCode: BureauCode; readonly unitCode: UnitCode }[]
}

export function scopeOf(actor: Actor, roles: readonly Role[]): Scope {
  const grants = actor.kind === 'officer' ? actor.grants.filter((grant) => roles.includes(grant.role)) : []
  const bureaus = [...new Set(grants.filter((grant) => grant.units === 'all').map((grant) => grant.bureauCode))]
  const units = grants.flatMap((grant) =>
    grant.units === 'all' || bureaus.includes(grant.bureauCode)
      ? []
      : grant.units.map((unitCode) => ({ bureauCode: grant.bureauCode, unitCode })),
  )
  return { bureaus, units }
}

// why: only `= one` keeps the order of an index that goes on with the time; `= any(several)` has to sort.
const isOneOf = (column: RawBuilder<unknown>, codes: readonly string[]): RawBuilder<boolean> =>
  codes.length === 1 ? sql<boolean>`${column} = ${codes[0]}::bpchar` : sql<boolean>`${column} = any(${[...codes]}::bpchar[])`

/** The scope as a condition on `alias.bureau_code` and `alias.unit_code`; simple where it can be, so that one index serves it. */
export function within(scope: Scope, alias: string): RawBuilder<boolean> {
  const bureau = sql.ref(`${alias}.bureau_code`)
  const unit = sql.ref(`${alias}.unit_code`)
  const wholeBureaus = isOneOf(bureau, scope.bureaus)
  const unitBureaus = [...new Set(scope.units.map((one) => one.bureauCode))]
  const unitCodes = scope.units.map((one) => one.unitCode)
  const singleUnits = sql<boolean>`(${isOneOf(bureau, unitBureaus)} and ${isOneOf(unit, unitCodes)})`
  if (scope.units.length === 0) return scope.bureaus.length === 0 ? sql<boolean>`false` : wholeBureaus
  return scope.bureaus.length === 0 ? singleUnits : sql<boolean>`(${wholeBureaus} or ${singleUnits})`
}
