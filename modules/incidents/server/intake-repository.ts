import { type Kysely, sql } from 'kysely'
import type { Officer } from '#kernel/actor.ts'
import { duplicateHoursByDefault } from '../domain/duplicate-window.ts'
import { visibleIncidents } from './incident-repository.ts'
import { calledFrom } from './list-queries.ts'
import type { IncidentRow, IncidentTables, IntakeSettingRow, PlaceRow, TransferSourceRow } from './tables.ts'

type Db = Kysely<IncidentTables>

export async function readIntakeSetting(db: Db, bureauCode: string) {
  const row = await db.selectFrom('incidents.intake_setting').selectAll().where('bureau_code', '=', bureauCode).executeTakeFirst()
  return {
    duplicateHours: row?.duplicate_hours ?? duplicateHoursByDefault,
    setAt: row?.set_at.toISOString() ?? null,
    setByName: row?.set_by_name ?? null,
  }
}

export async function saveIntakeSetting(tx: Db, row: IntakeSettingRow): Promise<void> {
  const { bureau_code, ...change } = row
  await tx
    .insertInto('incidents.intake_setting')
    .values({ bureau_code, ...change })
    .onConflict((on) => on.column('bureau_code').doUpdateSet(change))
    .execute()
}

/** False if a place of this id was there before. */
export async function insertPlace(tx: Db, row: PlaceRow): Promise<boolean> {
  const inserted = await tx
    .insertInto('incidents.place')
    .values(row)
    .onConflict((on) => on.columns(['bureau_code', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export const placeById = (db: Db, bureauCode: string, id: string): Promise<PlaceRow | undefined> =>
  db.selectFrom('incidents.place').selectAll().where('bureau_code', '=', bureauCode).where('id', '=', id).executeTakeFirst()

export const takeOutPlace = (tx: Db, { bureau_code, id }: PlaceRow, removedAt: Date): Promise<unknown> =>
  tx
    .updateTable('incidents.place')
    .set({ removed_at: removedAt })
    .where('bureau_code', '=', bureau_code)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .execute()

interface Typed {
  readonly bureauCode: string
  readonly typed: string
  readonly limit: number
}

/** Places that hold what was typed; those whose name or letters begin with it first. */
export function placesLike(db: Db, { bureauCode, typed, limit }: Typed): Promise<PlaceRow[]> {
  const wanted = typed.toLowerCase()
  const holds = sql<boolean>`(position(${wanted} in lower(name)) > 0 or position(${wanted} in lower(location)) > 0 or position(${wanted} in letters) > 0)`
  const begins = sql<boolean>`(starts_with(lower(name), ${wanted}) or starts_with(letters, ${wanted}))`
  return db
    .selectFrom('incidents.place')
    .selectAll()
    .where('bureau_code', '=', bureauCode)
    .where('removed_at', 'is', null)
    .where(holds)
    .orderBy(begins, 'desc')
    .orderBy('name')
    .orderBy('id')
    .limit(limit)
    .execute()
}

// why: the places of recent incidents are sealed and have to be opened one by one to be compared.
const comparedAtMost = 400

/** What an officer may see of the own bureau's incidents since then; a merged one is found where it was merged into. */
const recent = (db: Db, officer: Officer, since: Date) =>
  visibleIncidents(db, officer)
    .selectAll('i')
    .where('i.bureau_code', '=', officer.bureauCode)
    .where('i.received_at', '>=', since)
    .where('i.state', '<>', 'merged')
    .orderBy('i.received_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(comparedAtMost)

export const recentIncidents = (db: Db, officer: Officer, since: Date): Promise<IncidentRow[]> => recent(db, officer, since).execute()

export const recentFromPhone = (db: Db, officer: Officer, since: Date, phoneHash: Buffer): Promise<IncidentRow[]> =>
  recent(db, officer, since)
    .where('i.id', 'in', goesOnFrom(db, officer.bureauCode, phoneHash))
    .execute()

/** Where the calls of a phone go on; one merged into another whose caller asked for secrecy leads nowhere. */
const goesOnFrom = (db: Db, bureauCode: string, phoneHash: Buffer) =>
  db
    .selectFrom('incidents.incident as called')
    .select(sql<string>`coalesce(called.merged_into, called.id)`.as('id'))
    .where('called.bureau_code', '=', bureauCode)
    .where('called.id', 'in', calledFrom(db, bureauCode, phoneHash))
    .where((one) => one.or([one('called.merged_into', 'is', null), one('called.is_reporter_secret', '=', false)]))

export const insertTransferSource = (tx: Db, row: TransferSourceRow): Promise<unknown> =>
  tx.insertInto('incidents.transfer_source').values(row).execute()

export const transferSourceOf = (db: Db, { bureau_code, id }: IncidentRow): Promise<TransferSourceRow | undefined> =>
  db
    .selectFrom('incidents.transfer_source')
    .selectAll()
    .where('bureau_code', '=', bureau_code)
    .where('incident_id', '=', id)
    .executeTakeFirst()
