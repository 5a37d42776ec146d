import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Officer } from '#kernel/actor.ts'
import type { AccountTables } from '../tables.ts'

type Db = Kysely<AccountTables>
type Row = AccountTables['accounts.delegation']
const keptDays = 365

/** False if the id is taken. */
export async function insertDelegation(tx: Db, row: Omit<Row, 'ended_at' | 'ended_by'>): Promise<boolean> {
  const done = await tx
    .insertInto('accounts.delegation')
    .values(row)
    .onConflict((on) => on.columns(['bureau_code', 'id']).doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** One's own delegations, given and held: every question starts here. */
const ownDelegations = (db: Db, { bureauCode, id }: Officer) =>
  db
    .selectFrom('accounts.delegation as delegation')
    .where('delegation.bureau_code', '=', bureauCode)
    .where(sql<SqlBool>`(delegation.from_officer = ${id} or delegation.to_officer = ${id})`)

export const delegationsOf = (db: Db, officer: Officer, now: Date) =>
  ownDelegations(db, officer)
    .innerJoin('accounts.unit as unit', 'unit.code', 'delegation.unit_code')
    .innerJoin('accounts.officer as giver', 'giver.id', 'delegation.from_officer')
    .innerJoin('accounts.officer as receiver', 'receiver.id', 'delegation.to_officer')
    .selectAll('delegation')
    .select([
      'unit.short_name as unitName',
      'giver.name as giverName',
      'giver.police_number as giverNumber',
      'receiver.name as receiverName',
      'receiver.police_number as receiverNumber',
    ])
    .where('delegation.until_at', '>', new Date(now.getTime() - keptDays * 86_400_000))
    .orderBy('delegation.made_at', 'desc')
    .orderBy('delegation.id')
    .limit(100)
    .execute()

/** Ends a delegation that is not over; false if there is none such of this officer. */
export async function closeDelegation(tx: Db, officer: Officer, { id, now }: { readonly id: string; readonly now: Date }) {
  const done = await tx
    .updateTable('accounts.delegation')
    .set({ ended_at: now, ended_by: officer.id })
    .where('bureau_code', '=', officer.bureauCode)
    .where('id', 'in', ownDelegations(tx, officer).select('delegation.id').where('delegation.id', '=', id))
    .where('ended_at', 'is', null)
    .where('until_at', '>', now)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** An active officer of the bureau, to hand a role to. */
export const receiverOf = (db: Db, { bureauCode }: Officer, policeNumber: string) =>
  db
    .selectFrom('accounts.officer')
    .select('id')
    .where('bureau_code', '=', bureauCode)
    .where('police_number', '=', policeNumber)
    .where('is_active', '=', true)
    .executeTakeFirst()
