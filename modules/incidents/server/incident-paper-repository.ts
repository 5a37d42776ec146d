import type { Kysely } from 'kysely'
import type { IncidentPaperRow, IncidentTables, PaperServiceRow } from './tables.ts'

type Db = Kysely<IncidentTables>

/** False if a paper of this id was there before. */
export async function insertPaper(tx: Db, row: IncidentPaperRow): Promise<boolean> {
  const inserted = await tx
    .insertInto('incidents.paper')
    .values(row)
    .onConflict((on) => on.columns(['bureau_code', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export const paperById = (db: Db, bureauCode: string, paperId: string): Promise<IncidentPaperRow | undefined> =>
  db.selectFrom('incidents.paper').selectAll().where('bureau_code', '=', bureauCode).where('id', '=', paperId).executeTakeFirst()

export const papersOf = (db: Db, bureauCode: string, incidentId: string): Promise<IncidentPaperRow[]> =>
  db
    .selectFrom('incidents.paper')
    .selectAll()
    .where('bureau_code', '=', bureauCode)
    .where('incident_id', '=', incidentId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

export const servicesOf = (db: Db, bureauCode: string, paperIds: readonly string[]): Promise<PaperServiceRow[]> =>
  paperIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('incidents.paper_service')
        .selectAll()
        .where('bureau_code', '=', bureauCode)
        .where('paper_id', 'in', [...paperIds])
        .execute()

/** False if its service was recorded before. */
export async function insertService(tx: Db, row: PaperServiceRow): Promise<boolean> {
  const inserted = await tx
    .insertInto('incidents.paper_service')
    .values(row)
    .onConflict((on) => on.columns(['bureau_code', 'paper_id']).doNothing())
    .returning('paper_id')
    .executeTakeFirst()
  return inserted !== undefined
}
