import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import { type Scope, scopeOf, within } from '#platform/server/access.ts'
import { underWay } from '../domain/dispatch.ts'
import type { IncidentState } from '../domain/incident-state.ts'
import { type CardRow, cardColumns } from './incident-card.ts'
import type { DispatchRow, IncidentTables } from './tables.ts'

type Db = Kysely<IncidentTables>

/** Every unit that was ever sent to the incident, in the order of sending. */
export const sentTo = (db: Db, bureauCode: string, incidentId: string): Promise<DispatchRow[]> =>
  db
    .selectFrom('incidents.dispatch')
    .selectAll()
    .where('bureau_code', '=', bureauCode)
    .where('incident_id', '=', incidentId)
    .orderBy('seq')
    .execute()

/** Writes what became of the units; only one may lead, so those that leave are written first. */
export async function saveDispatches(tx: Db, before: readonly DispatchRow[], after: readonly DispatchRow[]): Promise<void> {
  const touched = after.filter((row) => !before.includes(row)).toSorted((one, other) => Number(!one.ended_at) - Number(!other.ended_at))
  for (const row of touched) {
    await tx
      .insertInto('incidents.dispatch')
      .values(row)
      .onConflict((on) => on.columns(['bureau_code', 'incident_id', 'seq']).doUpdateSet(row))
      .execute()
  }
}

/** On `alias.bureau_code` and `alias.unit_code` of a dispatch: a unit of the scope assists now. */
const assisting = ({ units }: Scope, alias: string): RawBuilder<boolean> =>
  sql<boolean>`(${within({ bureaus: [], units }, alias)} and ${sql.ref(`${alias}.ended_at`)} is null and not ${sql.ref(`${alias}.is_lead`)})`

/**
 * The incidents within a scope and those to which one of its single units was sent to assist, on `i`. Who reads a whole bureau reads
 * its assisting units too.
 */
export function withinOrAssisting(scope: Scope): RawBuilder<boolean> {
  if (scope.units.length === 0) return within(scope, 'i')
  const bureaus = [...new Set([...scope.bureaus, ...scope.units.map(({ bureauCode }) => bureauCode)])]
  // why: the bureau stands alone, so that an index in the order of time still serves a page.
  return sql<boolean>`(${within({ bureaus, units: [] }, 'i')} and (${within(scope, 'i')} or i.id = any(array(
    select d.incident_id from incidents.dispatch as d where ${assisting(scope, 'd')}))))`
}

const unitRoles = ['officer', 'unit-head'] as const

const openAssists = (db: Db, actor: Actor) =>
  db
    .selectFrom('incidents.dispatch as d')
    .innerJoin('incidents.incident as i', (join) => join.onRef('i.bureau_code', '=', 'd.bureau_code').onRef('i.id', '=', 'd.incident_id'))
    .where(assisting(scopeOf(actor, unitRoles), 'd'))
    .where('i.secrecy', '=', 'ordinary')
    .where('i.state', 'in', underWay)

/** What of a card is the unit's own where it assists; all else is the incident's. */
const ownColumns = ['state', 'dispatched_at', 'signed_at', 'arrived_at', 'holder_name'] as const
const sharedColumns = cardColumns.filter(
  (column): column is Exclude<(typeof cardColumns)[number], (typeof ownColumns)[number]> =>
    !(ownColumns as readonly string[]).includes(column),
)

const ownState = sql<IncidentState>`case when d.arrived_at is not null then 'arrived' when d.signed_at is not null then 'signed' else 'dispatched' end`

/** Incidents under way in which one of the own units assists, each as far as that unit has come; what it has not signed for first. */
export const assistDuties = (db: Db, actor: Actor, limit: number): Promise<CardRow[]> =>
  openAssists(db, actor)
    .select(sharedColumns.map((column) => `i.${column}` as const))
    .select([ownState.as('state'), 'd.dispatched_at', 'd.signed_at', 'd.arrived_at', 'd.signed_by_name as holder_name'])
    .orderBy(sql`d.signed_at is null`, 'desc')
    .orderBy('d.dispatched_at', 'desc')
    .limit(limit)
    .execute()

/** How many of them the own units have not signed for, and how many they are at. */
export async function assistCounts(db: Db, actor: Actor): Promise<{ unsigned: number; underWay: number }> {
  const row = await openAssists(db, actor)
    .select([
      sql<number>`count(*) filter (where d.signed_at is null)`.as('unsigned'),
      sql<number>`count(*) filter (where d.signed_at is not null)`.as('underWay'),
    ])
    .executeTakeFirstOrThrow()
  return { unsigned: Number(row.unsigned), underWay: Number(row.underWay) }
}
