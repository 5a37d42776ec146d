import { type Kysely, sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import { type Day, startOf, startOfNext } from '#kernel/beijing-time.ts'
import { decisionHours, type FaultKind, type Standing } from '../domain/balance.ts'
import { visibleIncidents } from './incident-repository.ts'
import type { IncidentTables } from './tables.ts'

type Db = Kysely<IncidentTables>

/** Which incidents a balance is drawn of: those of one bureau that an officer may see, or all of it for the machine's administrator. */
export interface BalanceOf {
  readonly bureauCode: string
  readonly day: Day
  /** Null: all of the bureau, secret ones too. */
  readonly actor: Actor | null
}

const chosen = (db: Db, { bureauCode, actor }: BalanceOf) =>
  (actor ? visibleIncidents(db, actor) : db.selectFrom('incidents.incident as i')).where('i.bureau_code', '=', bureauCode)

const ofDay = (db: Db, of: BalanceOf) =>
  chosen(db, of).where('i.received_at', '>=', startOf(of.day)).where('i.received_at', '<', startOfNext(of.day))

/** How the incidents of the day stand, by unit. */
export async function standingsOf(db: Db, of: BalanceOf): Promise<Standing[]> {
  const rows = await ofDay(db, of)
    .select(['i.unit_code as unitCode', 'i.state', 'i.disposition', sql<number>`count(*)`.as('count')])
    .groupBy(['i.unit_code', 'i.state', 'i.disposition'])
    .orderBy('i.unit_code')
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

/** How many receipts the log holds for the day: counted from what cannot be changed, not from the incidents. */
export async function receiptsIn(db: Db, of: BalanceOf): Promise<number> {
  const row = await chosen(db, of)
    .innerJoin(dayOfLog(db, of), (join) => join.onRef('log.incident_id', '=', 'i.id'))
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Receipts that the log holds of the day. */
const dayOfLog = (db: Db, { bureauCode, day }: BalanceOf) =>
  db
    .selectFrom('incidents.step_log')
    .select(['incident_id', 'occurred_at'])
    .where('bureau_code', '=', bureauCode)
    .where('step', '=', 'receive')
    .where('occurred_at', '>=', startOf(day))
    .where('occurred_at', '<', startOfNext(day))
    .as('log')

export interface BalanceFault {
  readonly incidentId: string
  readonly number: string
  readonly kind: FaultKind
}

/** The first faults by number, and how many there are in all. */
export interface Faults {
  readonly rows: readonly BalanceFault[]
  readonly count: number
}

export const faultLimit = 200
const hourMs = 3_600_000

const receiptOf = (which: 'any' | 'same') => sql<boolean>`exists (select from incidents.step_log as log
  where log.bureau_code = i.bureau_code and log.incident_id = i.id and log.step = 'receive'${which === 'same' ? sql` and log.occurred_at = i.received_at` : sql``})`

// why: what came from another system with its outcome was decided there.
const endedHere = sql<boolean>`(i.source_number is null or i.disposed_at > i.recorded_at or i.corrected_at is not null)`

/** Its outcome, as recorded or as last corrected, has waited for longer than the head of the unit has. */
const waitedTooLong = (now: Date) => sql<boolean>`(select max(log.occurred_at) from incidents.step_log as log
  where log.bureau_code = i.bureau_code and log.incident_id = i.id and log.step in ('dispose', 'correct'))
  < ${new Date(now.getTime() - decisionHours * hourMs)}`

const faultKind = (now: Date) => sql<FaultKind | null>`case
  when not ${receiptOf('any')} then 'no-receipt'
  when not ${receiptOf('same')} then 'moved-day'
  when (i.state = 'disposed') <> (i.disposition is not null) then 'no-state'
  when i.disposition = 'criminal-case' and i.case_id is null and ${endedHere} then 'no-case'
  when i.disposition = 'not-accepted' and i.refused_at is null and ${endedHere} and ${waitedTooLong(now)} then 'not-decided'
  when i.disposition = 'administrative-case' and i.case_id is null and ${endedHere} and ${waitedTooLong(now)} then 'not-filed'
  when i.disposition = 'transferred' and i.handed_over_at is null and i.hand_over_due_at < ${now} then 'not-handed-over' end`

/** Rows that carry how many there are beside them, as a page of faults. */
const faultsAmong = (rows: readonly { incidentId: string; number: string; kind: FaultKind | null; all: number }[]): Faults => ({
  rows: rows.map(({ incidentId, number, kind }) => ({ incidentId, number, kind: kind as FaultKind })),
  count: Number(rows[0]?.all ?? 0),
})

/** Incidents of the day that do not add up, and why: no state, no receipt in the log, an outcome without what it owes. */
export async function faultsOf(db: Db, of: BalanceOf, now: Date): Promise<Faults> {
  const rows = await db
    .selectFrom(
      ofDay(db, of)
        .select(['i.id as incidentId', 'i.number', faultKind(now).as('kind')])
        .as('checked'),
    )
    .selectAll()
    .select(sql<number>`count(*) over ()`.as('all'))
    .where('kind', 'is not', null)
    .orderBy('number')
    .limit(faultLimit)
    .execute()
  return faultsAmong(rows)
}

/** Receipts of the day in the log whose incident says that it was received at another time; but for those that `faultsOf` names. */
export async function strayReceipts(db: Db, of: BalanceOf): Promise<Faults> {
  const rows = await chosen(db, of)
    .innerJoin(dayOfLog(db, of), (join) => join.onRef('log.incident_id', '=', 'i.id'))
    .select(['i.id as incidentId', 'i.number', sql<FaultKind>`'moved-day'`.as('kind'), sql<number>`count(*) over ()`.as('all')])
    .whereRef('log.occurred_at', '<>', 'i.received_at')
    .where(sql<boolean>`not (i.received_at >= ${startOf(of.day)} and i.received_at < ${startOfNext(of.day)} and not ${receiptOf('same')})`)
    .orderBy('i.number')
    .limit(faultLimit)
    .execute()
  return faultsAmong(rows)
}

/** Open incidents of the day that wait for longer than a day, and administrative cases that wait to be filed for as long. */
export async function waitingTooLong(db: Db, of: BalanceOf, since: Date): Promise<number> {
  const row = await ofDay(db, of)
    .select(sql<number>`count(*)`.as('count'))
    .where('i.received_at', '<', since)
    .where(
      sql<boolean>`(i.state not in ('disposed', 'merged') or (i.state = 'disposed' and i.disposition = 'administrative-case' and i.case_id is null))`,
    )
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

interface MonthOfNumbers {
  readonly bureauCode: string
  /** The number without its serial: `J` + bureau + `yyyyMM`. */
  readonly prefix: string
  readonly given: number
}

const missingShown = 20

export interface Numbering {
  readonly found: number
  /** The first serials that were given out and that no incident bears, and how many they are in all. */
  readonly missing: readonly number[]
  readonly missingCount: number
}

/** How many numbers of a month incidents bear, and which were given out and are borne by none. */
export async function missingSerials(db: Db, { bureauCode, prefix, given }: MonthOfNumbers): Promise<Numbering> {
  const { rows: counted } = await sql<{ found: number }>`
    select count(*) as found from incidents.incident
    where bureau_code = ${bureauCode} and number >= ${`${prefix}000000`} and number <= ${`${prefix}999999`}`.execute(db)
  const found = Number(counted[0]?.found)
  if (found === given) return { found, missing: [], missingCount: 0 }
  const { rows } = await sql<{ serial: number; all: number }>`
    select serial, count(*) over () as "all" from generate_series(1, ${given}::integer) as serial
    where not exists (select from incidents.incident where bureau_code = ${bureauCode} and number = ${prefix} || lpad(serial::text, greatest(6, length(serial::text)), '0'))
    order by serial limit ${missingShown}`.execute(db)
  return { found, missing: rows.map(({ serial }) => Number(serial)), missingCount: Number(rows[0]?.all ?? 0) }
}
