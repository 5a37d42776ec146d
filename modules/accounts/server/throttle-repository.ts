import { type Kysely, sql } from 'kysely'
import { forgetAfterHours, waitSeconds } from '../domain/sign-in-delay.ts'
import type { AccountTables } from './tables.ts'

type Db = Kysely<AccountTables>

/** What failures are counted by, and how they delay. */
export interface Lock {
  readonly keyHash: Buffer
  /** Seconds to wait after each failure in a row. */
  readonly delays: readonly number[]
}

const keysOf = (locks: readonly Lock[]): Buffer[] => locks.map((lock) => lock.keyHash)

interface Counted {
  /** False while an earlier failure still asks to wait; then nothing was counted. */
  readonly mayTry: boolean
  readonly waitSeconds: number
}

/** Counts one failure in one statement, so that a hundred tries at once are a hundred failures. */
export async function countFailure(db: Db, { keyHash, delays }: Lock, now: Date): Promise<Counted> {
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
  return { mayTry: false, waitSeconds: await secondsToWait(db, [{ keyHash, delays }], now) }
}

/** Counts a failure at each lock. While one of them still asks to wait, none is counted, or waiting would make the wait longer. */
export async function countFailures(db: Db, locks: readonly Lock[], now: Date): Promise<Counted> {
  const before = await secondsToWait(db, locks, now)
  if (before > 0) return { mayTry: false, waitSeconds: before }
  let all: Counted = { mayTry: true, waitSeconds: 0 }
  for (const lock of locks) {
    const one = await countFailure(db, lock, now)
    all = { mayTry: all.mayTry && one.mayTry, waitSeconds: Math.max(all.waitSeconds, one.waitSeconds) }
    // why: many tries at once get past the look before; whoever fails here is one of them.
    if (!one.mayTry) return all
  }
  return all
}

/** The longest wait that any of the locks still asks for. */
export async function secondsToWait(db: Db, locks: readonly Lock[], now: Date): Promise<number> {
  const rows = await db.selectFrom('accounts.login_throttle').select('blocked_until').where('key_hash', 'in', keysOf(locks)).execute()
  return Math.max(0, ...rows.map((row) => waitSeconds(row.blocked_until, now)))
}

export async function forgetFailures(db: Db, locks: readonly Lock[]): Promise<void> {
  await db.deleteFrom('accounts.login_throttle').where('key_hash', 'in', keysOf(locks)).execute()
}

export async function deleteFailuresBefore(db: Db, at: Date): Promise<void> {
  await db.deleteFrom('accounts.login_throttle').where('last_failed_at', '<', at).execute()
}
