import { type Kysely, sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import { day, startOf, startOfNext } from '#kernel/beijing-time.ts'
import type { PubClockTables } from '#modules/deadlines/index.ts'
import type { Place } from '#platform/server/cursor.ts'
import { numberPattern } from '#platform/server/number-pattern.ts'
import { countLimit } from '#platform/shared/page.ts'
import type { CaseKind, Stage } from '../domain/stage.ts'
import { visibleCases } from './case-repository.ts'
import type { CaseRow, CaseTables } from './tables.ts'

/** What narrows the list; every part is optional. Days are Beijing days, both included. */
export interface CaseFilter {
  readonly kind?: CaseKind | undefined
  readonly stage?: Stage | undefined
  readonly unit?: string | undefined
  readonly cause?: string | undefined
  readonly level?: 'overdue' | 'running' | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly number?: string | undefined
}

type Tables = CaseTables & PubClockTables

function filtered(db: Kysely<Tables>, actor: Actor, filter: CaseFilter, now: Date) {
  const { kind, stage, unit, cause, level, from, to, number } = filter
  let rows = visibleCases(db as never as Kysely<CaseTables>, actor)
  if (kind) rows = rows.where('k.kind', '=', kind)
  if (stage) rows = rows.where('k.stage', '=', stage)
  if (unit) rows = rows.where('k.unit_code', '=', unit)
  if (cause) rows = rows.where('k.cause_code', '=', cause)
  if (from) rows = rows.where('k.opened_at', '>=', startOf(day(from)))
  if (to) rows = rows.where('k.opened_at', '<', startOfNext(day(to)))
  if (number) rows = rows.where('k.number', 'like', numberPattern(number))
  if (level) rows = rows.where(clockIs(level, now))
  return rows
}

// why: few clocks are open at a time, so the planner walks their partial index and not every case.
const clockIs = (level: 'overdue' | 'running', now: Date) => sql<boolean>`(k.bureau_code, k.id) in (
  select c.bureau_code, case when c.subject like 'case:%' then substr(c.subject, 6, 36)::uuid end from deadlines.pub_clock as c
  where c.state = 'running' and ${level === 'overdue' ? sql`c.due_at < ${now}` : sql`c.due_at >= ${now}`})`

export async function casePage(
  db: Kysely<Tables>,
  actor: Actor,
  filter: CaseFilter,
  page: { after: Place | null; limit: number; now: Date },
): Promise<CaseRow[]> {
  const { after, limit, now } = page
  let rows = filtered(db, actor, filter, now).selectAll('k')
  if (after) rows = rows.where(sql<boolean>`(k.opened_at, k.id) < (${after.at}, ${after.id}::uuid)`)
  return rows
    .orderBy('k.opened_at', 'desc')
    .orderBy('k.id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** How many there are, counted no further than one beyond the limit. */
export async function countCasesUpTo(
  db: Kysely<Tables>,
  actor: Actor,
  filter: CaseFilter,
  upTo: { limit: number; now: Date },
): Promise<number> {
  const some = filtered(db, actor, filter, upTo.now)
    .select('k.id')
    .limit(upTo.limit + 1)
  const { rows } = await sql<{ count: number }>`select count(*) as count from (${some}) as counted`.execute(db)
  return Number(rows[0]?.count)
}

/** Exact up to the limit; one more than the limit means there are more. */
export const caseCount = (db: Kysely<Tables>, actor: Actor, filter: CaseFilter, now: Date): Promise<number> =>
  countCasesUpTo(db, actor, filter, { limit: countLimit, now })

/** Cases at a stage that waits for the bureau leader's decision, the longest waiting first. */
export const awaitingLeader = (db: Kysely<Tables>, actor: Actor, limit: number): Promise<CaseRow[]> =>
  filtered(db, actor, { kind: 'criminal', stage: 'accepted' }, new Date(0)).selectAll('k').orderBy('k.opened_at').limit(limit).execute()
