import { type Kysely, sql } from 'kysely'
import { forgetAfterHours, waitSeconds } from '../domain/sign-in-delay.ts'
import type { AccountTables } from './tables.ts'

type Db = Kysely<AccountTables>

interface Counting {
  readonly keyHash: Buffer
  /** Seconds to wait after each failure in a row. */
  readonly delays: readonly number[]
  readonly now: Date
}

interface Counted {
  /** False while an earlier failure still asks to wait; then nothing was counted. */
  readonly mayTry: boolean
  readonly waitSeconds: number
}

/** Counts one failure in one statement, so that a hundred tries at once are a hundred failures. */
export async function countFailure(db: Db, { keyHash, delays, now }: Counting): Promise<Counted> {
  const { rows } = await sql<{ blocked_until: Date }>`
    insert into accounts.login_throttle as kept (key_hash, failures, blocked_until, last_failed_at)
    values (${keyHash}, 1, ${now}::timestamptz + interval '1 second' * (${delays}::int[])[1], ${now})
    on conflict (key_hash) do update set
      failures = case when kept.last_failed_at < ${now}::timestamptz - interval '1 hour' * ${forgetAfterHours} then 1 else kept.failures + 1 end,
      blocked_until = ${now}::timestamptz + interval '1 second' * (${delays}::int[])[
        case when kept.last_failed_at < ${now}::timestamptz - interval '1 hour' * ${forgetAfterHours} then 1
        else least(kept.failures + 1, array_length(${delays}::int[], 1)) end],
      last_failed_at = ${now}
    where kept.blocked_until <= ${now}
    returning blocked_until`.execute(db)
  const counted = rows[0]
  if (counted) return { mayTry: true, waitSeconds: waitSeconds(counted.blocked_until, now) }
  return { mayTry: false, waitSeconds: await secondsToWait(db, keyHash, now) }
}

export async function secondsToWait(db: Db, keyHash: Buffer, now: Date): Promise<number> {
  const row = await db.selectFrom('accounts.login_throttle').select('blocked_until').where('key_hash', '=', keyHash).executeTakeFirst()
  return row ? waitSeconds(row.blocked_until, now) : 0
}

export async function forgetFailures(db: Db, keyHash: Buffer): Promise<void> {
  await db.deleteFrom('accounts.login_throttle').where('key_hash', '=', keyHash).execute()
}

export async function deleteFailuresBefore(db: Db, at: Date): Promise<void> {
  await db.deleteFrom('accounts.login_throttle').where('last_failed_at', '<', at).execute()
}
