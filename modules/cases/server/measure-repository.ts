import type { Kysely } from 'kysely'
import type { CaseRow, CaseTables, MeasureRow, PersonRow } from './tables.ts'

type Key = Pick<CaseRow, 'bureau_code' | 'id'>

/** The people whom a case is about. */
export const personsOf = (db: Kysely<CaseTables>, { bureau_code, id }: Key): Promise<PersonRow[]> =>
  db.selectFrom('cases.person').selectAll().where('bureau_code', '=', bureau_code).where('case_id', '=', id).orderBy('id').execute()

/** The measures of a case, in the order in which they began. */
export const measuresOf = (db: Kysely<CaseTables>, { bureau_code, id }: Key): Promise<MeasureRow[]> =>
  db
    .selectFrom('cases.measure')
    .selectAll()
    .where('bureau_code', '=', bureau_code)
    .where('case_id', '=', id)
    .orderBy('began_at')
    .orderBy('id')
    .execute()

export const insertPerson = (tx: Kysely<CaseTables>, row: PersonRow): Promise<unknown> =>
  tx.insertInto('cases.person').values(row).execute()

/** False if a row of this id was there before. */
export async function insertMeasure(tx: Kysely<CaseTables>, row: MeasureRow): Promise<boolean> {
  const inserted = await tx
    .insertInto('cases.measure')
    .values(row)
    .onConflict((on) => on.columns(['bureau_code', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

type Ending = Pick<
  MeasureRow,
  'ended_at' | 'end_reason' | 'end_recorded_at' | 'end_is_late_entry' | 'end_late_reason' | 'end_by_id' | 'end_by_name' | 'end_input_hash'
>

export const setEnd = async (tx: Kysely<CaseTables>, row: Pick<MeasureRow, 'bureau_code' | 'id'>, ending: Ending): Promise<void> =>
  void (await tx
    .updateTable('cases.measure')
    .set(ending)
    .where('bureau_code', '=', row.bureau_code)
    .where('id', '=', row.id)
    .where('ended_at', 'is', null)
    .execute())
