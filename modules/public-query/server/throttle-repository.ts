import { type Kysely, sql } from 'kysely'
import { type Day, dayOf } from '#kernel/beijing-time.ts'
import { bureauCode, type BureauCode } from '#kernel/unit-code.ts'
import type { Counted, CountedKind } from '../domain/query-limits.ts'
import type { PublicQueryTables } from './tables.ts'

type Db = Kysely<PublicQueryTables>

/**
 * What an address or a phone does is counted here and not in the bureau of the typed number: else whoever types the numbers of
 * other counties begins anew with each.
 */
export const installation = bureauCode('000000000000')

/** Whom a try is counted against, by keyed hash. Always all four, in one order, so that two tries never wait for each other. */
export interface TryKeys {
  readonly bureauCode: BureauCode
  readonly now: Date
  readonly kinds: readonly CountedKind[]
  readonly hashes: readonly Buffer[]
}

const todayOf = (now: Date): Day => dayOf(now)

const inNumber: readonly CountedKind[] = ['number', 'party']
const countedIn = ({ bureauCode: typed, kinds }: TryKeys): BureauCode[] =>
  kinds.map((kind) => (inNumber.includes(kind) ? typed : installation))

/** Counts one try for each key in one statement and tells what was counted before. */
export async function countTry(db: Db, keys: TryKeys): Promise<Counted[]> {
  const { now, kinds, hashes } = keys
  const { rows } = await sql<Counted>`
    insert into public_query.throttle as kept (bureau_code, day, kind, key_hash, tries)
    select bureau_code, ${todayOf(now)}::date, kind, key_hash, 1
    from unnest(${countedIn(keys)}::bpchar[], ${kinds}::text[], ${hashes}::bytea[]) as given (bureau_code, kind, key_hash)
    on conflict (bureau_code, day, kind, key_hash) do update set tries = kept.tries + 1
    returning kind, tries, failures, failed_at as "failedAt"`.execute(db)
  return rows
}

export async function noteFailure(db: Db, keys: TryKeys): Promise<void> {
  const { now, kinds, hashes } = keys
  await sql`
    update public_query.throttle set failures = failures + 1, failed_at = ${now}
    where day = ${todayOf(now)}::date
      and (bureau_code, kind, key_hash) in (select * from unnest(${countedIn(keys)}::bpchar[], ${kinds}::text[], ${hashes}::bytea[]))`.execute(
    db,
  )
}

/** After a success the delays of this number and phone begin anew; what the address did is kept. */
export async function forgetFailures(db: Db, keys: TryKeys): Promise<void> {
  const { now, kinds, hashes } = keys
  await sql`
    update public_query.throttle set failures = 0, failed_at = null
    where day = ${todayOf(now)}::date and kind <> 'address'
      and (bureau_code, kind, key_hash) in (select * from unnest(${countedIn(keys)}::bpchar[], ${kinds}::text[], ${hashes}::bytea[]))`.execute(
    db,
  )
}

export const deleteCountsBefore = async (db: Db, day: Day): Promise<void> =>
  void (await db.deleteFrom('public_query.throttle').where('day', '<', day).execute())
