import { type Kysely, sql } from 'kysely'
import type { BureauCode } from '#kernel/unit-code.ts'
import { type HouseReason, waitingStates } from '../../domain/message-state.ts'
import type { MessageRow, NotificationTables } from '../tables.ts'

type Db = Kysely<NotificationTables>

/** Messages of a bureau that have not left, and will not; one that is on its way at this moment is recorded as sent when it was. */
const dropping = (db: Db, bureauCode: BureauCode, why: HouseReason) =>
  db
    .updateTable('notifications.message')
    .set({ state: 'dropped', content_sealed: null, last_error: why })
    .where('bureau_code', '=', bureauCode)

/** Takes back what has not left yet. True if there was something to take back. */
export async function dropQueued(db: Db, bureauCode: BureauCode, reference: string): Promise<boolean> {
  const { numUpdatedRows } = await dropping(db, bureauCode, 'withdrawn')
    .where('reference', '=', reference)
    .where('state', 'in', [...waitingStates, 'failed'])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The same for everything about one subject; what waits is few, and found by `message_stuck`. */
export async function dropQueuedAbout(db: Db, bureauCode: BureauCode, subject: string): Promise<number> {
  const { numUpdatedRows } = await dropping(db, bureauCode, 'withdrawn')
    .where('subject', '=', subject)
    .where('state', 'in', [...waitingStates, 'failed'])
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Ends what waits of the same topic to the same phone, since this message says the newer thing. */
export async function dropOvertaken(db: Db, { bureau_code, id, recipient_hash }: MessageRow, topic: string): Promise<void> {
  await dropping(db, bureau_code, 'overtaken')
    .where('topic', '=', topic)
    .where('recipient_hash', '=', recipient_hash)
    .where('id', '!=', id)
    .where('state', 'in', waitingStates)
    .execute()
}

/** Ends what waits for a phone whose owner wants nothing more. A code was asked for at this moment, so only the wrong number stops it. */
export async function dropStopped(db: Db): Promise<void> {
  await sql`
    update notifications.message as message set state = 'dropped', content_sealed = null, last_error = stop.kind
    from notifications.stop as stop
    where stop.bureau_code = message.bureau_code and stop.phone_hash = message.recipient_hash and stop.lifted_at is null
      and message.state in ('queued', 'failed-for-now') and (message.kind <> 'code' or stop.kind = 'wrong-number')`.execute(db)
}
