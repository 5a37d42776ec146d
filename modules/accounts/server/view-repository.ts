import { type Kysely, sql } from 'kysely'
import type { Officer } from '#kernel/actor.ts'
import type { AccountTables } from './tables.ts'

type Db = Kysely<AccountTables>
export type SavedViewRow = AccountTables['accounts.saved_view']

export const viewsOf = (db: Db, { bureauCode, id }: Officer, list: string): Promise<SavedViewRow[]> =>
  db
    .selectFrom('accounts.saved_view')
    .selectAll()
    .where('bureau_code', '=', bureauCode)
    .where('officer_id', '=', id)
    .where('list', '=', list)
    .orderBy('saved_at')
    .orderBy('id')
    .execute()

/** Keeps a view; the same name again takes the new filters. False: the id is another view's. */
export async function keepView(tx: Db, row: SavedViewRow): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`saved-view ${row.officer_id}`}, 0))`.execute(tx)
  const { numInsertedOrUpdatedRows: added } = await tx
    .insertInto('accounts.saved_view')
    .values(row)
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  if (Number(added) === 1) return true
  const { numUpdatedRows: replaced } = await tx
    .updateTable('accounts.saved_view')
    .set({ search: row.search })
    .where('bureau_code', '=', row.bureau_code)
    .where('officer_id', '=', row.officer_id)
    .where('list', '=', row.list)
    .where('name', '=', row.name)
    .executeTakeFirst()
  return Number(replaced) === 1
}

/** The list that the view belonged to; undefined: no such view of this officer. */
export const deleteView = (tx: Db, { bureauCode, id }: Officer, viewId: string): Promise<{ list: string } | undefined> =>
  tx
    .deleteFrom('accounts.saved_view')
    .where('bureau_code', '=', bureauCode)
    .where('officer_id', '=', id)
    .where('id', '=', viewId)
    .returning('list')
    .executeTakeFirst()
