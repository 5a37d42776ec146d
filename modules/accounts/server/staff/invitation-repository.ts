import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { Place } from '#platform/server/cursor.ts'
import { countLimit } from '#platform/shared/page.ts'
import type { Vault } from '#platform/server/vault.ts'
import type { GivenGrant } from '../../domain/grant-reach.ts'
import type { InvitationState } from '../../domain/invitation.ts'
import { administers } from '../officer-repository.ts'
import type { AccountTables } from '../tables.ts'

export type Db = Kysely<AccountTables>

/** Who is to join, kept sealed until the account is made. */
export interface Person {
  readonly name: string
  readonly position: string
  readonly officePhone: string | null
}

type Row = AccountTables['accounts.invitation']
export type NewInvitation = Omit<Row, 'person_sealed' | 'grants' | 'used_at' | 'withdrawn_at'> & {
  readonly person: Person | null
  readonly grants: readonly GivenGrant[]
}

const cellOf = ({ bureau_code: bureauCode, id }: Pick<Row, 'bureau_code' | 'id'>) => ({
  bureauCode,
  table: 'accounts.invitation',
  column: 'person_sealed',
  id,
})

export const personOf = (vault: Vault, row: Pick<Row, 'bureau_code' | 'id' | 'person_sealed'>): Person | null =>
  row.person_sealed && (JSON.parse(vault.open(row.person_sealed, cellOf(row))) as Person)

/** Keeps an invitation; an open one for the same police number is withdrawn by it. */
export async function saveInvitation(tx: Db, vault: Vault, { person, grants, ...row }: NewInvitation): Promise<void> {
  await tx
    .updateTable('accounts.invitation')
    .set({ withdrawn_at: row.made_at })
    .where('bureau_code', '=', row.bureau_code)
    .where('police_number', '=', row.police_number)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
  const sealed = person && vault.seal(JSON.stringify(person), cellOf(row))
  await tx
    .insertInto('accounts.invitation')
    .values({ ...row, person_sealed: sealed, grants: JSON.stringify(grants) as never })
    .execute()
}

export interface FoundInvitation extends Pick<Row, 'bureau_code' | 'id' | 'purpose' | 'person_sealed' | 'unit_code' | 'officer_id'> {
  readonly grants: readonly GivenGrant[]
  readonly invitedBy: string | null
}

/** The open invitation that code and police number belong to. */
export async function openInvitation(
  db: Db,
  { codeHash, policeNumber, now }: { readonly codeHash: Buffer; readonly policeNumber: string; readonly now: Date },
): Promise<FoundInvitation | undefined> {
  const { rows } = await sql<FoundInvitation>`
    select bureau_code, id, purpose, person_sealed, unit_code, officer_id, grants, invited_by as "invitedBy"
    from accounts.invitation
    where code_hash = ${codeHash} and police_number = ${policeNumber}
      and used_at is null and withdrawn_at is null and expires_at > ${now}`.execute(db)
  return rows[0]
}

interface Used {
  readonly officerId: string
  readonly now: Date
}

/** Uses an invitation up; false if somebody else was first, or it is open no longer. */
export async function takeInvitation(
  tx: Db,
  { bureau_code: bureauCode, id }: Pick<Row, 'bureau_code' | 'id'>,
  { officerId, now }: Used,
): Promise<boolean> {
  const taken = await tx
    .updateTable('accounts.invitation')
    .set({ used_at: now, officer_id: officerId })
    .where('bureau_code', '=', bureauCode)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return taken.numUpdatedRows > 0n
}

/** Withdraws an open invitation of a unit that the actor administers; what it was about, or nothing. */
export const withdrawOpen = (tx: Db, actor: Actor, { id, now }: { readonly id: string; readonly now: Date }) =>
  tx
    .updateTable('accounts.invitation as invitation')
    .set({ withdrawn_at: now })
    .where(administers(actor, 'invitation'))
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['bureau_code', 'unit_code'])
    .executeTakeFirst()

interface Listing {
  readonly state: InvitationState | undefined
  readonly now: Date
}

const stateIs: Readonly<Record<InvitationState, (now: Date) => ReturnType<typeof sql<SqlBool>>>> = {
  used: () => sql<SqlBool>`invitation.used_at is not null`,
  withdrawn: () => sql<SqlBool>`invitation.used_at is null and invitation.withdrawn_at is not null`,
  expired: (now) => sql<SqlBool>`invitation.used_at is null and invitation.withdrawn_at is null and invitation.expires_at <= ${now}`,
  open: (now) => sql<SqlBool>`invitation.used_at is null and invitation.withdrawn_at is null and invitation.expires_at > ${now}`,
}

function visible(db: Db, actor: Actor, { state, now }: Listing) {
  const found = db.selectFrom('accounts.invitation as invitation').where(administers(actor, 'invitation'))
  return state ? found.where(stateIs[state](now)) : found
}

export const invitationsPage = (db: Db, actor: Actor, listing: Listing & { readonly after: Place | null; readonly limit: number }) =>
  visible(db, actor, listing)
    .innerJoin('accounts.unit as unit', 'unit.code', 'invitation.unit_code')
    .leftJoin('accounts.officer as inviter', 'inviter.id', 'invitation.invited_by')
    .leftJoin('accounts.officer as officer', 'officer.id', 'invitation.officer_id')
    .select([
      'invitation.bureau_code',
      'invitation.id',
      'invitation.purpose',
      'invitation.police_number',
      'invitation.person_sealed',
      'invitation.grants',
      'invitation.made_at',
      'invitation.expires_at',
      'invitation.used_at',
      'invitation.withdrawn_at',
      'unit.short_name as unitName',
      'inviter.name as inviterName',
      'inviter.police_number as inviterNumber',
      'officer.name as officerName',
    ])
    .$if(listing.after !== null, (page) =>
      page.where(sql<SqlBool>`(invitation.made_at, invitation.id) < (${listing.after?.at}, ${listing.after?.id})`),
    )
    .orderBy('invitation.made_at', 'desc')
    .orderBy('invitation.id', 'desc')
    .limit(listing.limit)
    .execute()

/** Counted up to one more than the house says exactly. */
export async function countInvitations(db: Db, actor: Actor, listing: Listing): Promise<number> {
  const some = visible(db, actor, listing)
    .select('invitation.id')
    .limit(countLimit + 1)
  const row = await db
    .selectFrom(some.as('some'))
    .select((count) => count.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return row.total
}
