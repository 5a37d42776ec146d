import { type Kysely, sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { BureauCode } from '#kernel/unit-code.ts'
import { countLimit } from '#platform/shared/page.ts'
import { idleSince } from '../domain/session-life.ts'
import { type ReachingGrant, reachingGrants } from './grants-queries.ts'
import { administeredOfficers } from './officer-repository.ts'
import type { AccountTables } from './tables.ts'

type Db = Kysely<AccountTables>

export interface OfficerFilter {
  readonly unitCode?: string | undefined
  readonly policeNumber?: string | undefined
  readonly after?: string | undefined
}

function filtered(db: Db, actor: Actor, { unitCode, policeNumber }: OfficerFilter) {
  let found = administeredOfficers(db, actor)
  if (unitCode) found = found.where(sql<boolean>`officer.unit_code = ${unitCode}`)
  // why: the schema lets digits only through, so nothing in it can be a wildcard.
  if (policeNumber) found = found.where(sql<boolean>`officer.police_number like ${`${policeNumber}%`}`)
  return found
}

export const officersPage = (db: Db, actor: Actor, { filter, now, limit }: { filter: OfficerFilter; now: Date; limit: number }) =>
  filtered(db, actor, filter)
    .innerJoin('accounts.unit as unit', 'unit.code', 'officer.unit_code')
    .select([
      'officer.id',
      'officer.bureau_code as bureauCode',
      'officer.police_number as policeNumber',
      'officer.name',
      'officer.position',
      'officer.unit_code as unitCode',
      'unit.short_name as unitName',
      'officer.office_phone as officePhone',
      'officer.is_active as isActive',
      reachingGrants(sql.ref('officer.id')).$castTo<ReachingGrant[]>().as('grants'),
      sql<number>`(select count(*) from accounts.session where session.bureau_code = officer.bureau_code
        and session.officer_id = officer.id and revoked_at is null and expires_at > ${now} and last_seen_at > ${idleSince(now)})`.as(
        'openSessions',
      ),
      sql<boolean>`exists (select from accounts.second_factor as factor where factor.bureau_code = officer.bureau_code
        and factor.officer_id = officer.id and factor.confirmed_at is not null)
        or exists (select from accounts.passkey where passkey.bureau_code = officer.bureau_code and passkey.officer_id = officer.id)`.as(
        'hasSecondFactor',
      ),
    ])
    .$if(filter.after !== undefined, (page) => page.where('officer.police_number', '>', filter.after ?? ''))
    .orderBy('officer.police_number')
    .limit(limit)
    .execute()

/** Counted up to one more than the house says exactly. */
export async function countOfficers(db: Db, actor: Actor, filter: OfficerFilter): Promise<number> {
  const some = filtered(db, actor, filter)
    .select('officer.id')
    .limit(countLimit + 1)
  const row = await db
    .selectFrom(some.as('some'))
    .select((count) => count.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return row.total
}

export const findAdministered = (db: Db, actor: Actor, officerId: string) =>
  administeredOfficers(db, actor)
    .select([
      'officer.id',
      'officer.bureau_code as bureauCode',
      'officer.unit_code as unitCode',
      'officer.police_number as policeNumber',
      'officer.is_active as isActive',
    ])
    .where('officer.id', '=', officerId)
    .executeTakeFirst()

/** Active administrators of the whole bureau, with a second factor, other than this one: police numbers. */
export async function administratorsWhoCanReset(
  db: Db,
  { id, bureauCode }: { readonly id: string; readonly bureauCode: BureauCode },
): Promise<string[]> {
  const { rows } = await sql<{ police_number: string }>`
    select police_number from accounts.officer
    where bureau_code = ${bureauCode} and id <> ${id} and is_active
      and exists (select from accounts.role_grant as given where given.officer_id = officer.id and given.role = 'administrator'
        and given.unit_code = officer.bureau_code)
      and exists (select from accounts.second_factor as factor where factor.bureau_code = officer.bureau_code
        and factor.officer_id = officer.id and factor.confirmed_at is not null)
    order by police_number`.execute(db)
  return rows.map((row) => row.police_number)
}
