import { type Kysely, sql } from 'kysely'
import type { BureauCode } from '#kernel/unit-code.ts'
import type { OpenTransaction } from './database.ts'
import type { PlatformTables } from './tables.ts'
import { attemptLimit } from './worker.ts'

/** A delivery that nobody tries any more until somebody says so. */
export interface StuckDelivery {
  readonly bureauCode: BureauCode
  readonly eventId: string
  readonly subscriber: string
  readonly event: string
  readonly subject: string
  readonly attempts: number
  /** The name of the error only. */
  readonly error: string | null
  readonly since: Date
}

/** Where a page of the list ended. */
export interface DeliveryPlace {
  readonly eventId: string
  readonly subscriber: string
}

/** Every operator's look starts here: what is out of attempts in the bureaus that they look after. */
const stuckIn = (db: Kysely<PlatformTables>, bureaus: readonly BureauCode[]) =>
  db
    .selectFrom('platform.delivery as work')
    .where(sql<boolean>`work.bureau_code = any(${[...bureaus]}::bpchar[])`)
    .where('work.done_at', 'is', null)
    .where('work.attempts', '>=', attemptLimit)

interface Asked {
  readonly bureaus: readonly BureauCode[]
  readonly after: DeliveryPlace | null
  readonly limit: number
}

/** Oldest first, since ids of events follow the time. */
export async function listStuckDeliveries(open: OpenTransaction, { bureaus, after, limit }: Asked): Promise<StuckDelivery[]> {
  const rows = await stuckIn(open.as<PlatformTables>(), bureaus)
    .innerJoin('platform.outbox as told', (join) =>
      join.onRef('told.bureau_code', '=', 'work.bureau_code').onRef('told.id', '=', 'work.event_id'),
    )
    .select([
      'work.bureau_code',
      'work.event_id',
      'work.subscriber',
      'work.subject',
      'work.attempts',
      'work.last_error',
      'told.name',
      'told.recorded_at',
    ])
    .$if(after !== null, (from) =>
      from.where(sql<boolean>`(work.event_id, work.subscriber) > (${after?.eventId}::uuid, ${after?.subscriber} collate "C")`),
    )
    .orderBy('work.event_id')
    .orderBy('work.subscriber')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    bureauCode: row.bureau_code as BureauCode,
    eventId: row.event_id,
    subscriber: row.subscriber,
    event: row.name,
    subject: row.subject,
    attempts: row.attempts,
    error: row.last_error,
    since: row.recorded_at,
  }))
}

export async function countStuckDeliveries(open: OpenTransaction, bureaus: readonly BureauCode[], limit: number): Promise<number> {
  const db = open.as<PlatformTables>()
  const { count } = await db
    .selectFrom(stuckIn(db, bureaus).select('work.event_id').limit(limit).as('some'))
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Locks one that is stuck; nothing if it is not, or is another bureau's. */
export const findStuckDelivery = async (
  open: OpenTransaction,
  bureaus: readonly BureauCode[],
  { eventId, subscriber }: DeliveryPlace,
): Promise<Pick<StuckDelivery, 'bureauCode' | 'subject'> | undefined> => {
  const row = await stuckIn(open.as<PlatformTables>(), bureaus)
    .select(['work.bureau_code', 'work.subject'])
    .where('work.event_id', '=', eventId)
    .where('work.subscriber', '=', subscriber)
    .forUpdate()
    .executeTakeFirst()
  return row && { bureauCode: row.bureau_code as BureauCode, subject: row.subject }
}

type Retried = DeliveryPlace & { readonly bureauCode: BureauCode; readonly now: Date }

/** Gives a delivery its attempts back; the worker takes it up at once, and then what waits behind it. */
export async function tryDeliveryAgain(open: OpenTransaction, { bureauCode, eventId, subscriber, now }: Retried): Promise<void> {
  await open
    .as<PlatformTables>()
    .updateTable('platform.delivery')
    .set({ attempts: 0, run_after: now, last_error: null })
    .where('bureau_code', '=', bureauCode)
    .where('event_id', '=', eventId)
    .where('subscriber', '=', subscriber)
    .where('done_at', 'is', null)
    .execute()
}
