import { type Kysely, sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { Place } from '#platform/server/cursor.ts'
import { numberPattern } from '#platform/server/number-pattern.ts'
import { countLimit } from '#platform/shared/page.ts'
import { type Disagreement, selectDisagreements } from './disagreement-repository.ts'
import type { PublicQueryTables } from './tables.ts'

type Db = Kysely<PublicQueryTables>

/** What narrows the list; every part is optional. */
export interface DisagreementFilter {
  readonly state?: 'open' | 'answered' | undefined
  readonly unit?: string | undefined
  readonly number?: string | undefined
}

function filtered(db: Db, actor: Actor, { state, unit, number }: DisagreementFilter) {
  let rows = selectDisagreements(db, actor)
  if (state) rows = rows.where('said.answered_at', state === 'open' ? 'is' : 'is not', null)
  if (unit) rows = rows.where(sql<boolean>`receipt.unit_code = ${unit}::bpchar`)
  if (number) rows = rows.where('receipt.number', 'like', numberPattern(number))
  return rows
}

/** Newest first, one row more than the page holds if there are more. */
export function disagreementPage(
  db: Db,
  actor: Actor,
  filter: DisagreementFilter,
  { after, limit }: { readonly after: Place | null; readonly limit: number },
): Promise<Disagreement[]> {
  let rows = filtered(db, actor, filter)
  if (after) rows = rows.where(sql<boolean>`(said.said_at, said.id) < (${after.at}, ${after.id}::uuid)`)
  return rows
    .orderBy('said.said_at', 'desc')
    .orderBy('said.id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Exact up to the limit; one more than the limit means there are more. */
export async function disagreementCount(db: Db, actor: Actor, filter: DisagreementFilter): Promise<number> {
  const some = filtered(db, actor, filter).limit(countLimit + 1)
  const { rows } = await sql<{ count: number }>`select count(*) as count from (${some}) as counted`.execute(db)
  return Number(rows[0]?.count)
}
