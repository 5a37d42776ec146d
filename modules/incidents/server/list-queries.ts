import { type Kysely, sql } from 'kysely'
import { type Actor, holds, type Officer } from '#kernel/actor.ts'
import { day, startOf, startOfNext } from '#kernel/beijing-time.ts'
import { scopeOf, within } from '#platform/server/access.ts'
import type { Place } from '#platform/server/cursor.ts'
import { numberPattern } from '#platform/server/number-pattern.ts'
import { countLimit } from '#platform/shared/page.ts'
import type { Disposition, IncidentState, Source } from '../domain/incident-state.ts'
import { type CardRow, cardColumns } from './incident-card.ts'
import { visibleIncidents } from './incident-repository.ts'
import type { IncidentRow, IncidentTables } from './tables.ts'

/** What narrows the list; every part is optional. Days are Beijing days, both included. */
export interface IncidentFilter {
  readonly state?: IncidentState | undefined
  readonly source?: Source | undefined
  readonly category?: string | undefined
  readonly unit?: string | undefined
  readonly disposition?: Disposition | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly number?: string | undefined
  readonly open?: '1' | undefined
}

type Db = Kysely<IncidentTables>

/** Nothing is awaited of these; the index of what is open leaves out the same. */
const endStates = ['disposed', 'merged'] as const

export function filtered(db: Db, actor: Actor, filter: IncidentFilter) {
  const { state, source, category, unit, disposition, from, to, number, open } = filter
  let rows = visibleIncidents(db, actor)
  if (state) rows = rows.where('i.state', '=', state)
  if (source) rows = rows.where('i.source', '=', source)
  if (category) rows = rows.where('i.category', '=', category)
  if (unit) rows = rows.where('i.unit_code', '=', unit)
  if (disposition) rows = rows.where('i.disposition', '=', disposition)
  if (from) rows = rows.where('i.received_at', '>=', startOf(day(from)))
  if (to) rows = rows.where('i.received_at', '<', startOfNext(day(to)))
  if (number)
    rows = rows.where((or) => or.or([or('i.number', 'like', numberPattern(number)), or('i.source_number', 'like', numberPattern(number))]))
  if (open) rows = rows.where('i.state', 'not in', endStates)
  return rows
}

export async function incidentPage(
  db: Db,
  actor: Actor,
  filter: IncidentFilter,
  { after, limit }: { after: Place | null; limit: number },
): Promise<CardRow[]> {
  let rows = filtered(db, actor, filter).select(cardColumns.map((column) => `i.${column}` as const))
  if (after) rows = rows.where(sql<boolean>`(i.received_at, i.id) < (${after.at}, ${after.id}::uuid)`)
  return rows
    .orderBy('i.received_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Exact up to the limit; one more than the limit means there are more. */
export async function incidentCount(db: Db, actor: Actor, filter: IncidentFilter, limit: number = countLimit): Promise<number> {
  const some = filtered(db, actor, filter)
    .select('i.id')
    .limit(limit + 1)
  const { rows } = await sql<{ count: number }>`select count(*) as count from (${some}) as counted`.execute(db)
  return Number(rows[0]?.count)
}

const phoneLimit = 50

// why: one after the other, so that each half has its index; an `or` over both tables has none.
export const calledFrom = (db: Db, bureauCode: string, phoneHash: Buffer) =>
  db
    .selectFrom('incidents.incident')
    .select('id')
    .where('bureau_code', '=', bureauCode)
    .where('reporter_phone_hash', '=', phoneHash)
    .unionAll(
      db
        .selectFrom('incidents.call')
        .select('incident_id as id')
        .where('bureau_code', '=', bureauCode)
        .where('caller_phone_hash', '=', phoneHash),
    )

/** What one phone called about in the own bureau, first or later, newest first. */
export const incidentsFromPhone = (db: Db, officer: Officer, phoneHash: Buffer): Promise<IncidentRow[]> =>
  visibleIncidents(db, officer)
    .selectAll('i')
    .where('i.bureau_code', '=', officer.bureauCode)
    .where('i.id', 'in', calledFrom(db, officer.bureauCode, phoneHash))
    .orderBy('i.received_at', 'desc')
    .limit(phoneLimit)
    .execute()

export const dutyLimit = 50

/** Open incidents of the units that an officer works in. What nobody signed for comes first and the newest before, so that a new call is never cut off. */
export const openDuties = (db: Db, actor: Actor): Promise<IncidentRow[]> =>
  visibleIncidents(db, actor)
    .selectAll('i')
    .where(within(scopeOf(actor, ['officer', 'unit-head', 'dispatcher']), 'i'))
    .where('i.state', 'not in', endStates)
    .orderBy(sql`i.state in ('received', 'dispatched')`, 'desc')
    .orderBy('i.received_at', 'desc')
    .limit(dutyLimit)
    .execute()

/** How many of them nobody signed for yet, and how many are under way; all of them, whatever the list shows. */
export async function dutyCounts(db: Db, actor: Actor): Promise<{ unsigned: number; underWay: number }> {
  const row = await visibleIncidents(db, actor)
    .select([
      sql<number>`count(*) filter (where i.state in ('received', 'dispatched'))`.as('unsigned'),
      sql<number>`count(*) filter (where i.state in ('signed', 'arrived'))`.as('underWay'),
    ])
    .where(within(scopeOf(actor, ['officer', 'unit-head', 'dispatcher']), 'i'))
    .where('i.state', 'not in', endStates)
    .executeTakeFirstOrThrow()
  return { unsigned: Number(row.unsigned), underWay: Number(row.underWay) }
}

/** Incidents in which the officer found no violation, and that wait for the head of the unit to decide so. */
export async function refusalDuties(db: Db, actor: Actor): Promise<IncidentRow[]> {
  if (!holds(actor, 'unit-head')) return []
  return visibleIncidents(db, actor)
    .selectAll('i')
    .where(within(scopeOf(actor, ['unit-head']), 'i'))
    .where('i.disposition', '=', 'not-accepted')
    .where('i.refused_at', 'is', null)
    .orderBy('i.disposed_at')
    .limit(dutyLimit)
    .execute()
}

/** Transfers of the units that an officer works in that are still to be handed over, the one due first at the top. */
export const handOverDuties = (db: Db, actor: Actor): Promise<IncidentRow[]> =>
  visibleIncidents(db, actor)
    .selectAll('i')
    .where(within(scopeOf(actor, ['officer', 'unit-head']), 'i'))
    .where('i.hand_over_due_at', 'is not', null)
    .where('i.handed_over_at', 'is', null)
    .orderBy('i.hand_over_due_at')
    .limit(dutyLimit)
    .execute()

/** Administrative cases that wait for the head of their unit. */
export async function filingDuties(db: Db, actor: Actor): Promise<IncidentRow[]> {
  if (!holds(actor, 'unit-head')) return []
  return visibleIncidents(db, actor)
    .selectAll('i')
    .where(within(scopeOf(actor, ['unit-head']), 'i'))
    .where('i.disposition', '=', 'administrative-case')
    .where('i.case_id', 'is', null)
    .orderBy('i.disposed_at')
    .limit(dutyLimit)
    .execute()
}
