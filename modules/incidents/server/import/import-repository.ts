import { type Kysely, sql } from 'kysely'
import type { IncidentTables, ImportBatchRow, ImportRow } from '../tables.ts'
import type { SourceNumber } from './check-file.ts'

type Db = Kysely<IncidentTables>
type Key = Pick<ImportRow, 'bureau_code' | 'id'>

export const insertImport = (tx: Db, row: ImportRow): Promise<unknown> => tx.insertInto('incidents.import').values(row).execute()
export const insertBatch = (tx: Db, row: ImportBatchRow): Promise<unknown> => tx.insertInto('incidents.import_batch').values(row).execute()

const importsOf = (db: Db, bureauCode: string) => db.selectFrom('incidents.import').selectAll().where('bureau_code', '=', bureauCode)

export const lastImports = (db: Db, bureauCode: string, limit: number): Promise<ImportRow[]> =>
  importsOf(db, bureauCode).orderBy('uploaded_at', 'desc').orderBy('id', 'desc').limit(limit).execute()

export const importById = (db: Db, bureauCode: string, id: string): Promise<ImportRow | undefined> =>
  importsOf(db, bureauCode).where('id', '=', id).executeTakeFirst()

export const holdImport = (tx: Db, bureauCode: string, id: string): Promise<ImportRow | undefined> =>
  importsOf(tx, bureauCode).where('id', '=', id).forUpdate().executeTakeFirst()

export const updateImport = (tx: Db, { bureau_code, id }: Key, change: Partial<ImportRow>): Promise<ImportRow> =>
  tx
    .updateTable('incidents.import')
    .set(change)
    .where('bureau_code', '=', bureau_code)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** The next rows to write; undefined when all are written. */
export const nextBatch = (tx: Db, { bureau_code, id }: Key): Promise<ImportBatchRow | undefined> =>
  tx
    .selectFrom('incidents.import_batch')
    .selectAll()
    .where('bureau_code', '=', bureau_code)
    .where('import_id', '=', id)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()

export const deleteBatch = (tx: Db, { bureau_code, import_id, seq }: ImportBatchRow): Promise<unknown> =>
  tx
    .deleteFrom('incidents.import_batch')
    .where('bureau_code', '=', bureau_code)
    .where('import_id', '=', import_id)
    .where('seq', '=', seq)
    .execute()

export const deleteBatches = (tx: Db, { bureau_code, id }: Key): Promise<unknown> =>
  tx.deleteFrom('incidents.import_batch').where('bureau_code', '=', bureau_code).where('import_id', '=', id).execute()

/** Imports of one bureau write one after the other, so that none registers what the other is about to. */
export const writeAlone = (tx: Db, bureauCode: string): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`incident-import ${bureauCode}`}, 0))`.execute(tx)

/** Which of these numbers of other systems are registered already. */
export async function knownNumbers(db: Db, bureauCode: string, numbers: readonly SourceNumber[]): Promise<SourceNumber[]> {
  const given = JSON.stringify(numbers.map(({ sourceSystem, sourceNumber }) => ({ system: sourceSystem, number: sourceNumber })))
  const { rows } = await sql<SourceNumber>`
    select i.source_system as "sourceSystem", i.source_number as "sourceNumber"
    from jsonb_to_recordset(${given}::jsonb) as given (system text, number text)
    join incidents.incident as i on i.bureau_code = ${bureauCode} and i.source_system = given.system and i.source_number = given.number`.execute(
    db,
  )
  return rows
}

/**
 * Counts a try before it is made, so that a batch that kills its worker is not tried for ever, and puts the next one off, twice as long
 * each time; who has waited longest comes first, so no import holds up another. Undefined: nothing to do now.
 */
export async function claimImport(db: Db, attemptLimit: number, now: Date): Promise<Key | undefined> {
  const { rows } = await sql<Key>`
    with due as (
      select bureau_code, id from incidents.import where state = 'running' and run_after <= ${now} and attempts < ${attemptLimit}
      order by run_after limit 1 for update skip locked
    )
    update incidents.import as work
    set attempts = attempts + 1, run_after = ${now}::timestamptz + interval '1 second' * power(2, attempts)
    from due where work.bureau_code = due.bureau_code and work.id = due.id returning work.bureau_code, work.id`.execute(db)
  return rows[0]
}

/** An import that was tried too often, the last try included. */
export const hopelessImport = (db: Db, attemptLimit: number, now: Date): Promise<Key | undefined> =>
  db
    .selectFrom('incidents.import')
    .select(['bureau_code', 'id'])
    .where('state', '=', 'running')
    .where('run_after', '<=', now)
    .where('attempts', '>=', attemptLimit)
    .limit(1)
    .executeTakeFirst()

/**
 * Gives up what was checked, or stood still, before this time and that nobody saw to since; rows and state go together.
 * why: one statement, so a kill leaves no rows behind; and what somebody starts at this moment is held, so it is passed over.
 */
export const forgetUntouched = (db: Db, before: Date, now: Date): Promise<unknown> =>
  sql`
    with due as (
      select bureau_code, id from incidents.import
      where (state = 'checked' and uploaded_at < ${before}) or (state = 'stopped' and coalesce(ended_at, started_at) < ${before})
      limit 50 for update skip locked
    ), gone as (
      update incidents.import as work set state = 'withdrawn', ended_at = ${now} from due
      where work.bureau_code = due.bureau_code and work.id = due.id and work.state in ('checked', 'stopped')
      returning work.bureau_code, work.id
    )
    delete from incidents.import_batch as batch using gone where batch.bureau_code = gone.bureau_code and batch.import_id = gone.id`.execute(
    db,
  )
