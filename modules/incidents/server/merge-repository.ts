import type { Kysely } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import { visibleIncidents } from './incident-repository.ts'
import type { IncidentRow, IncidentTables, MergeLineRow } from './tables.ts'

type Db = Kysely<IncidentTables>
type Key = Pick<IncidentRow, 'bureau_code' | 'id'>

export const insertMergeLine = (tx: Db, row: MergeLineRow): Promise<unknown> => tx.insertInto('incidents.merge_line').values(row).execute()

export const mergeLinesOf = (db: Db, { bureau_code, id }: Key): Promise<MergeLineRow[]> =>
  db
    .selectFrom('incidents.merge_line')
    .selectAll()
    .where('bureau_code', '=', bureau_code)
    .where('incident_id', '=', id)
    .orderBy('seq')
    .execute()

/** Those of these incidents of one bureau that an officer may know of. */
export async function visibleOthers(
  db: Db,
  actor: Actor,
  bureauCode: string,
  ids: readonly string[],
): Promise<Pick<IncidentRow, 'id' | 'number'>[]> {
  if (ids.length === 0) return []
  return visibleIncidents(db, actor)
    .select(['i.id', 'i.number'])
    .where('i.bureau_code', '=', bureauCode)
    .where('i.id', 'in', [...ids])
    .execute()
}

/** What was merged into an incident, as far as an officer may know of it. */
export const mergedInto = (db: Db, actor: Actor, { bureau_code, id }: Key): Promise<Pick<IncidentRow, 'id' | 'number'>[]> =>
  visibleIncidents(db, actor)
    .select(['i.id', 'i.number'])
    .where('i.bureau_code', '=', bureau_code)
    .where('i.merged_into', '=', id)
    .orderBy('i.number')
    .execute()

export async function hasMerged(db: Db, { bureau_code, id }: Key): Promise<boolean> {
  const one = await db
    .selectFrom('incidents.incident')
    .select('id')
    .where('bureau_code', '=', bureau_code)
    .where('merged_into', '=', id)
    .limit(1)
    .executeTakeFirst()
  return one !== undefined
}
