import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Actor, Officer, Role } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { inTime, type ReachingGrant, reachingGrants } from './grants-queries.ts'
import type { AccountTables } from './tables.ts'

type Db = Kysely<AccountTables>

export interface OfficerRecord {
  readonly id: string
  readonly bureauCode: BureauCode
  readonly policeNumber: string
  readonly name: string
  readonly unitCode: UnitCode
  readonly position: string
  readonly officePhone: string | null
}

export interface NewOfficer extends OfficerRecord {
  readonly passwordVerifier: string
  readonly grants: readonly { readonly role: Role; readonly unitCode: UnitCode }[]
}

/** What the database answers for an officer who may act. */
export interface ActingRow {
  readonly id: string
  readonly name: string
  readonly police_number: string
  readonly unit_code: UnitCode
  readonly bureau_code: BureauCode
  readonly grants: readonly ReachingGrant[]
}

export const actingOfficer = (row: ActingRow, now: Date): Officer => ({
  kind: 'officer',
  id: row.id,
  name: row.name,
  policeNumber: row.police_number,
  unitCode: row.unit_code,
  bureauCode: row.bureau_code,
  grants: inTime(row.grants, now).map(({ role, unitCode, bureauCode, units, onBehalfOf }) => ({
    role,
    unitCode,
    bureauCode,
    units: units ?? 'all',
    ...(onBehalfOf !== null && { onBehalfOf }),
  })),
})

export interface Candidate {
  readonly officer: Officer
  readonly passwordVerifier: string
  readonly isActive: boolean
}

export async function findCandidate(db: Db, policeNumber: string, now: Date): Promise<Candidate | null> {
  const { rows } = await sql<ActingRow & { password_verifier: string; is_active: boolean }>`
    select id, name, police_number, unit_code, bureau_code, password_verifier, is_active, ${reachingGrants(sql`officer.id`)} as grants
    from accounts.officer where police_number = ${policeNumber}`.execute(db)
  const row = rows[0]
  return row ? { officer: actingOfficer(row, now), passwordVerifier: row.password_verifier, isActive: row.is_active } : null
}

const asRecord = [
  'id',
  'bureau_code as bureauCode',
  'police_number as policeNumber',
  'name',
  'unit_code as unitCode',
  'position',
  'office_phone as officePhone',
] as const

export const activeOfficersOf = (db: Db, unitCode: UnitCode): Promise<OfficerRecord[]> =>
  db
    .selectFrom('accounts.officer')
    .select(asRecord)
    .where('unit_code', '=', unitCode)
    .where('is_active', '=', true)
    .orderBy('police_number')
    .execute()

export const officerOfId = (db: Db, id: string): Promise<OfficerRecord | undefined> =>
  db.selectFrom('accounts.officer').select(asRecord).where('id', '=', id).executeTakeFirst()

export const officerOfPoliceNumber = (db: Db, policeNumber: string): Promise<OfficerRecord | undefined> =>
  db.selectFrom('accounts.officer').select(asRecord).where('police_number', '=', policeNumber).executeTakeFirst()

/** Rows, by bureau and unit, that the actor administers: every question of an administrator starts here. */
export function administers(actor: Actor, table: 'officer' | 'invitation') {
  const grants = actor.kind === 'officer' ? actor.grants.filter((grant) => grant.role === 'administrator') : []
  const bureaus = grants.filter((grant) => grant.units === 'all').map((grant) => grant.bureauCode)
  const units = grants.flatMap((grant) => (grant.units === 'all' ? [] : grant.units))
  const column = (name: string) => sql.ref(`${table}.${name}`)
  return sql<SqlBool>`(${column('bureau_code')} = any(${bureaus}::bpchar[]) or ${column('unit_code')} = any(${units}::bpchar[]))`
}

/** Officers of the units that the actor administers. */
export const administeredOfficers = (db: Db, actor: Actor) =>
  db.selectFrom('accounts.officer as officer').where(administers(actor, 'officer'))

export async function passwordVerifierOf(db: Db, officerId: string): Promise<string> {
  const row = await db.selectFrom('accounts.officer').select('password_verifier').where('id', '=', officerId).executeTakeFirstOrThrow()
  return row.password_verifier
}

export async function savePassword(
  db: Db,
  officerId: string,
  { passwordVerifier, now }: { passwordVerifier: string; now: Date },
): Promise<void> {
  await db
    .updateTable('accounts.officer')
    .set({ password_verifier: passwordVerifier, password_changed_at: now })
    .where('id', '=', officerId)
    .execute()
}

/** Saves many officers with their grants in two statements. */
export async function saveOfficers(db: Db, officers: readonly NewOfficer[]): Promise<void> {
  await sql`
    insert into accounts.officer (id, bureau_code, police_number, name, unit_code, position, office_phone, password_verifier)
    select "id", "bureauCode", "policeNumber", "name", "unitCode", "position", "officePhone", "passwordVerifier"
    from jsonb_to_recordset(${JSON.stringify(officers)}::jsonb) as given ("id" uuid, "bureauCode" text, "policeNumber" text, "name" text,
      "unitCode" text, "position" text, "officePhone" text, "passwordVerifier" text)`.execute(db)
  const grants = officers.flatMap(({ id, grants: given }) => given.map((grant) => ({ ...grant, officerId: id })))
  await sql`
    insert into accounts.role_grant (officer_id, role, unit_code)
    select "officerId", "role", "unitCode"
    from jsonb_to_recordset(${JSON.stringify(grants)}::jsonb) as given ("officerId" uuid, "role" text, "unitCode" text)`.execute(db)
}
