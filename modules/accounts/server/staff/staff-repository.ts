import { v7 as uuid } from 'uuid'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import type { GivenGrant } from '../../domain/grant-reach.ts'
import type { Db, Person } from './invitation-repository.ts'

export interface NewAccount extends Person {
  readonly id: string
  readonly bureauCode: BureauCode
  readonly policeNumber: string
  readonly unitCode: UnitCode
  readonly passwordVerifier: string
  readonly invitationId: string
}

/** Makes the account; false if the police number has one already. */
export async function saveAccount(tx: Db, account: NewAccount): Promise<boolean> {
  const made = await tx
    .insertInto('accounts.officer')
    .values({
      id: account.id,
      bureau_code: account.bureauCode,
      police_number: account.policeNumber,
      name: account.name,
      unit_code: account.unitCode,
      position: account.position,
      office_phone: account.officePhone,
      password_verifier: account.passwordVerifier,
      invitation_id: account.invitationId,
    })
    .onConflict((on) => on.column('police_number').doNothing())
    .executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export const grantsHeld = (db: Db, officerId: string): Promise<GivenGrant[]> =>
  db.selectFrom('accounts.role_grant').select(['role', 'unit_code as unitCode']).where('officer_id', '=', officerId).execute()

interface GrantChange {
  readonly bureauCode: BureauCode
  readonly officerId: string
  readonly given: readonly GivenGrant[]
  readonly taken: readonly GivenGrant[]
  /** Null: the machine itself. */
  readonly byId: string | null
  readonly now: Date
}

/** Gives and takes roles, and writes each change down. */
export async function changeGrants(tx: Db, { bureauCode, officerId, given, taken, byId, now }: GrantChange): Promise<void> {
  for (const { role, unitCode } of taken)
    await tx
      .deleteFrom('accounts.role_grant')
      .where('officer_id', '=', officerId)
      .where('role', '=', role)
      .where('unit_code', '=', unitCode)
      .execute()
  if (given.length > 0)
    await tx
      .insertInto('accounts.role_grant')
      .values(given.map(({ role, unitCode }) => ({ officer_id: officerId, role, unit_code: unitCode })))
      .onConflict((on) => on.doNothing())
      .execute()
  const lines = [
    ...given.map((grant) => ({ ...grant, change: 'given' as const })),
    ...taken.map((grant) => ({ ...grant, change: 'taken' as const })),
  ].map(({ role, unitCode, change }) => ({
    bureau_code: bureauCode,
    id: uuid(),
    officer_id: officerId,
    change,
    role,
    unit_code: unitCode,
    by_id: byId,
    at: now,
  }))
  if (lines.length > 0) await tx.insertInto('accounts.grant_log').values(lines).execute()
}

interface Details extends Person {
  readonly unitCode: UnitCode
}

export async function saveDetails(tx: Db, officerId: string, { name, position, officePhone, unitCode }: Details): Promise<void> {
  await tx
    .updateTable('accounts.officer')
    .set({ name, position, office_phone: officePhone, unit_code: unitCode })
    .where('id', '=', officerId)
    .execute()
}

/** Opens or closes the account; false if it stands so already. */
export async function saveStanding(tx: Db, officerId: string, { isActive, now }: { readonly isActive: boolean; readonly now: Date }) {
  const changed = await tx
    .updateTable('accounts.officer')
    .set({ is_active: isActive, left_at: isActive ? null : now })
    .where('id', '=', officerId)
    .where('is_active', '<>', isActive)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

export const isPoliceNumberTaken = async (db: Db, policeNumber: string): Promise<boolean> =>
  (await db.selectFrom('accounts.officer').select('id').where('police_number', '=', policeNumber).executeTakeFirst()) !== undefined

/** What was given to and taken from an officer, the newest first. */
export const grantHistory = (db: Db, { bureauCode, id }: { readonly bureauCode: BureauCode; readonly id: string }) =>
  db
    .selectFrom('accounts.grant_log as log')
    .innerJoin('accounts.unit as unit', 'unit.code', 'log.unit_code')
    .leftJoin('accounts.officer as giver', 'giver.id', 'log.by_id')
    .select(['log.change', 'log.role', 'unit.short_name as unitName', 'log.at', 'giver.name as byName'])
    .where('log.bureau_code', '=', bureauCode)
    .where('log.officer_id', '=', id)
    .orderBy('log.at', 'desc')
    .orderBy('log.id', 'desc')
    .limit(50)
    .execute()

/** Who invited an officer, and when; nothing for one whom no officer invited. */
export const inviterOf = (db: Db, { bureauCode, id }: { readonly bureauCode: BureauCode; readonly id: string }) =>
  db
    .selectFrom('accounts.invitation as invitation')
    .innerJoin('accounts.officer as inviter', 'inviter.id', 'invitation.invited_by')
    .select(['inviter.name', 'invitation.made_at as at'])
    .where('invitation.bureau_code', '=', bureauCode)
    .where('invitation.officer_id', '=', id)
    .where('invitation.purpose', '=', 'join')
    .where('invitation.used_at', 'is not', null)
    .executeTakeFirst()
