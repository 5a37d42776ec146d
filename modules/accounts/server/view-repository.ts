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

/** Keeps a view; the same name again takes the new filters. */
export async function keepView(tx: Db, row: SavedViewRow): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`saved-view ${row.officer_id}`}, 0))`.execute(tx)
  await tx
    .insertInto('accounts.saved_view')
    .values(row)
    .onConflict((on) =>
      on.columns(['bureau_code', 'officer_id', 'list', 'name']).doUpdateSet((given) => ({ search: given.ref('excluded.search') })),
    )
    .execute()
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
