import { type RawBuilder, sql } from 'kysely'
import type { Role } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'

/** A grant with what it reaches, before it becomes the kernel's. */
export interface ReachingGrant {
  readonly role: Role
  readonly unitCode: UnitCode
  readonly bureauCode: BureauCode
  /** Null stands for the whole bureau. */
  readonly units: readonly UnitCode[] | null
  /** Of a role held for somebody else: the police number of whose it is, and from when until when (ISO). Null for one's own. */
  readonly onBehalfOf: string | null
  readonly fromAt: string | null
  readonly untilAt: string | null
}

/** Those that count now: one's own, and the delegated ones in their time. */
export const inTime = (grants: readonly ReachingGrant[], now: Date): readonly ReachingGrant[] =>
  grants.filter(({ fromAt, untilAt }) => fromAt === null || untilAt === null || (new Date(fromAt) <= now && now < new Date(untilAt)))

/**
 * Every grant of the officer that the SQL names, own and delegated in whatever time, as JSON. A grant reaches its unit and those below it in the same bureau,
 * and no grant lends its units to another role.
 */
export const reachingGrants = (officerId: RawBuilder<unknown>): RawBuilder<ReachingGrant[]> => sql`(
  select coalesce(jsonb_agg(jsonb_build_object(
    'role', given.role, 'unitCode', given.unit_code, 'bureauCode', root.bureau_code,
    'units', case when root.code <> root.bureau_code then (
      with recursive reached as (
        select root.code
        union
        select child.code from accounts.unit as child join reached on child.parent_code = reached.code
        where child.bureau_code = root.bureau_code
      ) select jsonb_agg(reached.code order by reached.code) from reached
    ) end, 'onBehalfOf', given.on_behalf_of, 'fromAt', given.from_at, 'untilAt', given.until_at)
    order by given.role, given.unit_code, given.on_behalf_of nulls first), '[]')
  from (
    select own.role, own.unit_code, null::bpchar as on_behalf_of, null::timestamptz as from_at, null::timestamptz as until_at
    from accounts.role_grant as own where own.officer_id = ${officerId}
    union all
    select handed.role, handed.unit_code, giver.police_number, handed.from_at, handed.until_at
    from accounts.delegation as handed
    join accounts.officer as giver on giver.id = handed.from_officer and giver.is_active
    join accounts.role_grant as still on still.officer_id = giver.id and still.role = handed.role and still.unit_code = handed.unit_code
    where handed.to_officer = ${officerId} and handed.ended_at is null
  ) as given join accounts.unit as root on root.code = given.unit_code)`
