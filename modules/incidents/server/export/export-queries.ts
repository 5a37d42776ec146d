import { type Kysely, sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { Place } from '#platform/server/cursor.ts'
import { filtered, type IncidentFilter } from '../list-queries.ts'
import type { IncidentRow, IncidentTables } from '../tables.ts'

type Db = Kysely<IncidentTables>

type Target = Pick<IncidentRow, 'id' | 'case_id' | 'is_reporter_secret'>

/** The incidents that some of these were merged into, by the id of the latter. */
export async function mergeTargets(db: Db, rows: readonly IncidentRow[]): Promise<ReadonlyMap<string, Target>> {
  const merged = rows.flatMap((row) => (row.merged_into === null ? [] : [row]))
  if (merged.length === 0) return new Map()
  const into = await db
    .selectFrom('incidents.incident')
    .select(['id', 'case_id', 'is_reporter_secret'])
    .where('bureau_code', 'in', [...new Set(merged.map((row) => row.bureau_code))])
    .where('id', 'in', [...new Set(merged.map((row) => row.merged_into as string))])
    .execute()
  const targets = new Map(into.map((row) => [row.id, row]))
  return new Map(
    merged.flatMap((row) => {
      const target = targets.get(row.merged_into as string)
      return target ? [[row.id, target] as const] : []
    }),
  )
}

/** Whole rows in the order of the list, after the last one of the page before. */
export function wholeIncidents(
  db: Db,
  actor: Actor,
  filter: IncidentFilter,
  { after, limit }: { after: Place | null; limit: number },
): Promise<IncidentRow[]> {
  let rows = filtered(db, actor, filter).selectAll('i')
  if (after) rows = rows.where(sql<boolean>`(i.received_at, i.id) < (${after.at}, ${after.id}::uuid)`)
  return rows.orderBy('i.received_at', 'desc').orderBy('i.id', 'desc').limit(limit).execute()
}
