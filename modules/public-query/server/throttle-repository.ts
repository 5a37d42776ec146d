import { type Kysely, sql } from 'kysely'
import { type Day, dayOf } from '#kernel/beijing-time.ts'
import type { BureauCode } from '#kernel/unit-code.ts'
import type { Counted, CountedKind } from '../domain/query-limits.ts'
import type { PublicQueryTables } from './tables.ts'

type Db = Kysely<PublicQueryTables>

/** Whom a try is counted against, by keyed hash. Always all four, in one order, so that two tries never wait for each other. */
export interface TryKeys {
  readonly bureauCode: BureauCode
  readonly now: Date
  readonly kinds: readonly CountedKind[]
  readonly hashes: readonly Buffer[]
}

const todayOf = (now: Date): Day => dayOf(now)

/** Counts one try for each key in one statement and tells what was counted before. */
export async function countTry(db: Db, { bureauCode, now, kinds, hashes }: TryKeys): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    insert into public_query.throttle as kept (bureau_code, day, kind, key_hash, tries)
    select ${bureauCode}, ${todayOf(now)}::date, kind, key_hash, 1 from unnest(${kinds}::text[], ${hashes}::bytea[]) as given (kind, key_hash)
    on conflict (bureau_code, day, kind, key_hash) do update set tries = kept.tries + 1
    returning kind, tries, failures, failed_at as "failedAt"`.execute(db)
  return rows
}

export async function noteFailure(db: Db, { bureauCode, now, kinds, hashes }: TryKeys): Promise<void> {
  await sql`
    update public_query.throttle set failures = failures + 1, failed_at = ${now}
    where bureau_code = ${bureauCode} and day = ${todayOf(now)}::date
      and (kind, key_hash) in (select * from unnest(${kinds}::text[], ${hashes}::bytea[]))`.execute(db)
}

/** After a success the delays of this number and phone begin anew; what the address did is kept. */
export async function forgetFailures(db: Db, { bureauCode, now, kinds, hashes }: TryKeys): Promise<void> {
  await sql`
    update public_query.throttle set failures = 0, failed_at = null
    where bureau_code = ${bureauCode} and day = ${todayOf(now)}::date and kind <> 'address'
      and (kind, key_hash) in (select * from unnest(${kinds}::text[], ${hashes}::bytea[]))`.execute(db)
}

export const deleteCountsBefore = async (db: Db, day: Day): Promise<void> =>
  void (await db.deleteFrom('public_query.throttle').where('day', '<', day).execute())
