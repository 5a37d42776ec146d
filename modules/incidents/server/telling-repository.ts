import type { Kysely } from 'kysely'
import type { IncidentTables, TellingRow } from './tables.ts'

type Db = Kysely<IncidentTables>

/** False if a telling of this id was there before. */
export async function insertTelling(tx: Db, row: TellingRow): Promise<boolean> {
  const inserted = await tx
    .insertInto('incidents.telling')
    .values(row)
    .onConflict((on) => on.columns(['bureau_code', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export const tellingById = (db: Db, bureauCode: string, id: string): Promise<TellingRow | undefined> =>
  db.selectFrom('incidents.telling').selectAll().where('bureau_code', '=', bureauCode).where('id', '=', id).executeTakeFirst()

export const tellingsOf = (db: Db, bureauCode: string, incidentId: string): Promise<TellingRow[]> =>
  db
    .selectFrom('incidents.telling')
    .selectAll()
    .where('bureau_code', '=', bureauCode)
    .where('incident_id', '=', incidentId)
    .orderBy('told_at')
    .orderBy('id')
    .execute()
