import { type Kysely, type Selectable, sql } from 'kysely'
import { askAgainMs, attemptLimit, leaseMs, waitMs } from '../../domain/attempt-plan.ts'
import { waitingStates } from '../../domain/message-state.ts'
import type { Outcome } from '../channels/channel.ts'
import type { MessageRow, MessageTable, NotificationTables } from '../tables.ts'

type Db = Kysely<NotificationTables>
export type Message = Selectable<MessageTable>

/** A message whose turn has come, and what was left open before it: since when, and with which channel. */
export interface Claimed extends Message {
  readonly doubt_since: Date | null
  readonly last_channel: string | null
}

export const after = (now: Date, ms: number) => new Date(now.getTime() + ms)

/** Returns the id of the message, whether it is this one or an earlier one of the same reference. */
export async function insertMessage(db: Db, row: MessageRow): Promise<string> {
  const made = await db
    .insertInto('notifications.message')
    .values(row)
    .onConflict((conflict) => conflict.columns(['bureau_code', 'reference']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return made.id
  const { id } = await db
    .selectFrom('notifications.message')
    .select('id')
    .where('bureau_code', '=', row.bureau_code)
    .where('reference', '=', row.reference)
    .executeTakeFirstOrThrow()
  return id
}

/** Nothing goes to a phone whose owner wants nothing more; see `dropStopped`. */
const isNotStopped = sql<boolean>`not exists (
  select from notifications.stop as stop
  where stop.bureau_code = message.bureau_code and stop.phone_hash = message.recipient_hash and stop.lifted_at is null
    and (message.kind <> 'code' or stop.kind = 'wrong-number'))`

interface Claiming {
  readonly channel: string
  readonly now: Date
  /** Until then notices wait, unless their time would be over; null outside of quiet hours. */
  readonly quietUntil: Date | null
}

/**
 * Takes up the next message. The attempt is counted before it is made, so that a message which kills its sender is not tried for
 * ever; the next attempt's time is the lease; and that a sending has begun is written down before it has.
 */
export async function claimDue(db: Db, { channel, now, quietUntil }: Claiming): Promise<Claimed | undefined> {
  const due = db
    .selectFrom('notifications.message as message')
    .select(['bureau_code', 'id', 'unanswered_at as doubt_since', 'channel as last_channel'])
    .where('state', 'in', waitingStates)
    .where('next_attempt_at', '<=', now)
    .where('expires_at', '>', now)
    .where('attempts', '<', attemptLimit)
    .where(isNotStopped)
    .$if(quietUntil !== null, (query) =>
      query.where((row) => row.or([row('kind', '!=', 'notice'), row('expires_at', '<=', quietUntil as Date)])),
    )
    .orderBy('next_attempt_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
  return db
    .with('due', () => due)
    .updateTable('notifications.message as message')
    .from('due')
    .set((row) => ({
      attempts: row('message.attempts', '+', 1),
      next_attempt_at: after(now, leaseMs),
      channel,
      sendings: sql<number>`message.sendings + (message.unanswered_at is null)::int`,
      unanswered_at: sql<Date>`coalesce(message.unanswered_at, ${now})`,
    }))
    .whereRef('message.bureau_code', '=', 'due.bureau_code')
    .whereRef('message.id', '=', 'due.id')
    .returningAll('message')
    .returning(['due.doubt_since', 'due.last_channel'])
    .executeTakeFirst()
}

type Mine = Pick<Message, 'bureau_code' | 'id' | 'attempts' | 'sendings'>

/** The attempt of `claimDue`, as long as nobody else has taken the message up since. */
const mineStill = (db: Db, { bureau_code, id, attempts }: Mine) =>
  db
    .updateTable('notifications.message')
    .where('bureau_code', '=', bureau_code)
    .where('id', '=', id)
    .where('state', 'in', waitingStates)
    .where('attempts', '=', attempts)

/** Writes down that the message is about to be sent once more. Nothing, if it was taken from this sender meanwhile. */
export const beginSending = (db: Db, message: Mine, { now, isTwice }: { now: Date; isTwice: boolean }): Promise<Message | undefined> =>
  mineStill(db, message)
    .set((row) => ({ sendings: row('sendings', '+', 1), unanswered_at: now, ...(isTwice && { is_possibly_twice: true }) }))
    .returningAll()
    .executeTakeFirst()

/** Puts off a message in doubt whose record is not complete yet. */
export const waitForRecord = (db: Db, message: Mine, at: Date) =>
  mineStill(db, message).set({ next_attempt_at: at, state: 'failed-for-now', last_error: 'no-answer' }).execute()

/** Ends a message of which nobody can say whether it arrived, and which must not be sent again. */
export const giveUp = (db: Db, message: Mine) => mineStill(db, message).set({ state: 'failed', last_error: 'answer-lost' }).execute()

interface Recorded {
  readonly now: Date
  /** The gateway can be asked later what became of it. */
  readonly canAsk: boolean
}

/** Writes down what became of the attempt of `claimDue`. */
export const recordOutcome = (db: Db, message: Mine, outcome: Outcome, recorded: Recorded): Promise<void> =>
  'why' in outcome ? recordNotTaken(db, message, outcome, recorded) : recordTaken(db, message, outcome, recorded)

async function recordNotTaken(
  db: Db,
  message: Mine,
  outcome: Extract<Outcome, { readonly why: string }>,
  { now }: Recorded,
): Promise<void> {
  const { attempts } = message
  const isOver = attempts >= attemptLimit || (outcome.state === 'rejected' && !outcome.retry)
  // why: a sender that was slower than its lease must not undo what the next one has begun.
  await mineStill(db, message)
    .set({
      state: isOver ? 'failed' : 'failed-for-now',
      last_error: outcome.why,
      next_attempt_at: after(now, waitMs(attempts)),
      ...(outcome.state === 'rejected' && { unanswered_at: null }),
    })
    .execute()
}

async function recordTaken(
  db: Db,
  { bureau_code, id, sendings }: Mine,
  { state, providerId }: Extract<Outcome, { readonly providerId: string }>,
  { now, canAsk }: Recorded,
): Promise<void> {
  const isDelivered = state === 'delivered'
  const firstAsk = canAsk && !isDelivered ? askAgainMs(0) : null
  // why: what has left has left, even if its time ran out, or it was withdrawn, while it was on the way.
  await db
    .updateTable('notifications.message')
    .where('bureau_code', '=', bureau_code)
    .where('id', '=', id)
    .where('sendings', '=', sendings)
    .where('state', 'in', [...waitingStates, 'failed', 'expired', 'dropped'])
    .set({
      state: isDelivered ? 'delivered' : 'sent',
      provider_id: providerId,
      last_error: null,
      sent_at: now,
      delivered_at: isDelivered ? now : null,
      unanswered_at: null,
      asked: 0,
      ask_at: firstAsk === null ? null : after(now, firstAsk),
      ...(isDelivered && { content_sealed: null }),
    })
    .execute()
}

/** Ends what is out of time, erases its secrets, and gives up on what never had an answer. */
export async function endOverdue(db: Db, now: Date): Promise<void> {
  await db
    .updateTable('notifications.message')
    .set({
      state: sql<'expired'>`case when state in ('queued', 'failed-for-now', 'failed') then 'expired' else state end`,
      content_sealed: null,
    })
    .where('expires_at', '<=', now)
    .where((row) => row.or([row('state', 'in', [...waitingStates, 'failed']), row('content_sealed', 'is not', null)]))
    .execute()
  await db
    .updateTable('notifications.message')
    .set({ state: 'failed', last_error: 'no-answer' })
    .where('state', 'in', waitingStates)
    .where('next_attempt_at', '<=', now)
    .where('attempts', '>=', attemptLimit)
    .execute()
}

/** Says on each waiting message that nothing is there to carry it; the messages stay due. */
export async function noteNoChannel(db: Db, now: Date): Promise<void> {
  await db
    .updateTable('notifications.message')
    .set({ last_error: 'no-channel' })
    .where('state', 'in', waitingStates)
    .where('next_attempt_at', '<=', now)
    .where((row) => row.or([row('last_error', 'is', null), row('last_error', '!=', 'no-channel')]))
    .execute()
}
