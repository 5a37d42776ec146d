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
}

/**
 * Every grant of the officer that the SQL names, as JSON. A grant reaches its unit and those below it in the same bureau,
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
    ) end) order by given.role, given.unit_code), '[]')
  from accounts.role_grant as given join accounts.unit as root on root.code = given.unit_code
  where given.officer_id = ${officerId})`
