import type { Kysely } from 'kysely'
import type { CallRow, IncidentTables } from './tables.ts'

type Db = Kysely<IncidentTables>

export const callById = (db: Db, bureauCode: string, callId: string): Promise<CallRow | undefined> =>
  db.selectFrom('incidents.call').selectAll().where('bureau_code', '=', bureauCode).where('id', '=', callId).executeTakeFirst()

/** False if a call of this id was there before. */
export async function insertCall(tx: Db, row: CallRow): Promise<boolean> {
  const inserted = await tx
    .insertInto('incidents.call')
    .values(row)
    .onConflict((on) => on.columns(['bureau_code', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** The later calls of an incident, in the order of its history. */
export const callsOf = (db: Db, bureauCode: string, incidentId: string): Promise<CallRow[]> =>
  db
    .selectFrom('incidents.call')
    .selectAll()
    .where('bureau_code', '=', bureauCode)
    .where('incident_id', '=', incidentId)
    .orderBy('seq')
    .execute()
