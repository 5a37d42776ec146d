import { type Kysely, sql } from 'kysely'
import type { Role } from '#kernel/actor.ts'
import type { AccountTables } from './tables.ts'

export interface DemoLogin {
  readonly role: Role
  readonly unitName: string
  readonly name: string
  readonly policeNumber: string
}

/** For each role the first officer who has little else to do, has kept the demo's password and set no second factor. */
export async function demoCandidates(db: Kysely<AccountTables>): Promise<DemoLogin[]> {
  const { rows } = await sql<DemoLogin>`
    select distinct on (given.role) given.role, unit.short_name as "unitName", officer.name, officer.police_number as "policeNumber"
    from accounts.role_grant as given
    join accounts.officer on officer.id = given.officer_id and officer.is_active and officer.password_changed_at is null
      and not exists (select from accounts.second_factor as factor where factor.bureau_code = officer.bureau_code
        and factor.officer_id = officer.id and factor.confirmed_at is not null)
    join accounts.unit on unit.code = given.unit_code
    order by given.role, (select count(*) from accounts.role_grant as also where also.officer_id = officer.id), officer.police_number`.execute(
    db,
  )
  return rows
}
