import { type Kysely, type Selectable, sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { BureauCode } from '#kernel/unit-code.ts'
import { attemptLimit, leaseMs, waitMs } from '../../domain/attempt-plan.ts'
import type { Outcome } from '../channels/channel.ts'
import type { MessageRow, MessageTable, NotificationTables } from '../tables.ts'

type Db = Kysely<NotificationTables>
export type Message = Selectable<MessageTable>

const after = (now: Date, ms: number) => new Date(now.getTime() + ms)

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

/** Takes back what has not left yet. True if there was something to take back. */
export async function dropQueued(db: Db, bureauCode: BureauCode, reference: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('notifications.message')
    .set({ state: 'dropped', content_sealed: null })
    .where('bureau_code', '=', bureauCode)
    .where('reference', '=', reference)
    .where('state', 'in', ['queued', 'failed'])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The same for everything about one subject; what waits is few, and found by `message_stuck`. */
export async function dropQueuedAbout(db: Db, bureauCode: BureauCode, subject: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('notifications.message')
    .set({ state: 'dropped', content_sealed: null })
    .where('bureau_code', '=', bureauCode)
    .where('subject', '=', subject)
    .where('state', 'in', ['queued', 'failed'])
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Counts the attempt before it is made, so that a message which kills its sender is not tried for ever; the next attempt's time is the lease. */
export async function claimDue(db: Db, channel: string, now: Date): Promise<Message | undefined> {
  const due = db
    .selectFrom('notifications.message')
    .select(['bureau_code', 'id'])
    .where('state', '=', 'queued')
    .where('next_attempt_at', '<=', now)
    .where('expires_at', '>', now)
    .where('attempts', '<', attemptLimit)
    .orderBy('next_attempt_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
  return db
    .with('due', () => due)
    .updateTable('notifications.message as message')
    .from('due')
    .set((row) => ({ attempts: row('message.attempts', '+', 1), next_attempt_at: after(now, leaseMs), channel }))
    .whereRef('message.bureau_code', '=', 'due.bureau_code')
    .whereRef('message.id', '=', 'due.id')
    .returningAll('message')
    .executeTakeFirst()
}

/** Writes down what became of the attempt of `claimDue`. */
export async function recordOutcome(db: Db, { bureau_code, id, attempts }: Message, outcome: Outcome, now: Date): Promise<void> {
  const mine = db.updateTable('notifications.message').where('bureau_code', '=', bureau_code).where('id', '=', id)
  if (outcome.state === 'rejected') {
    const isOver = !outcome.retry || attempts >= attemptLimit
    // why: a sender that was slower than its lease must not undo what the next one has begun.
    await mine
      .where('state', '=', 'queued')
      .where('attempts', '=', attempts)
      .set({ state: isOver ? 'failed' : 'queued', last_error: outcome.why, next_attempt_at: after(now, waitMs(attempts)) })
      .execute()
    return
  }
  const isDelivered = outcome.state === 'delivered'
  // why: what has left has left, even if its time ran out while it was on the way.
  await mine
    .where('state', 'in', ['queued', 'failed', 'expired', 'dropped'])
    .set({
      state: isDelivered ? 'delivered' : 'sent',
      provider_id: outcome.providerId,
      last_error: null,
      sent_at: now,
      delivered_at: isDelivered ? now : null,
      ...(isDelivered && { content_sealed: null }),
    })
    .execute()
}

/** Ends what is out of time, erases its secrets, and gives up on what never had an answer. */
export async function endOverdue(db: Db, now: Date): Promise<void> {
  await db
    .updateTable('notifications.message')
    .set({ state: sql<'expired'>`case when state in ('queued', 'failed') then 'expired' else state end`, content_sealed: null })
    .where('expires_at', '<=', now)
    .where((row) => row.or([row('state', 'in', ['queued', 'failed']), row('content_sealed', 'is not', null)]))
    .execute()
  await db
    .updateTable('notifications.message')
    .set({ state: 'failed', last_error: 'no-answer' })
    .where('state', '=', 'queued')
    .where('next_attempt_at', '<=', now)
    .where('attempts', '>=', attemptLimit)
    .execute()
}

/** Says on each waiting message that nothing is there to carry it; the messages stay due. */
export async function noteNoChannel(db: Db, now: Date): Promise<void> {
  await db
    .updateTable('notifications.message')
    .set({ last_error: 'no-channel' })
    .where('state', '=', 'queued')
    .where('next_attempt_at', '<=', now)
    .where((row) => row.or([row('last_error', 'is', null), row('last_error', '!=', 'no-channel')]))
    .execute()
}

/** Every operator's read starts here: the messages of the units for which the actor is administrator. */
const administeredMessages = (db: Db, actor: Actor) => {
  const grants = actor.kind === 'officer' ? actor.grants.filter((grant) => grant.role === 'administrator') : []
  return db.selectFrom('notifications.message').where((row) =>
    row.or([
      row.lit(false),
      ...grants.map(({ bureauCode, units }) => {
        const inBureau = row('bureau_code', '=', bureauCode)
        if (units === 'all') return inBureau
        return units.length === 0 ? row.lit(false) : row.and([inBureau, row('unit_code', 'in', [...units])])
      }),
    ]),
  )
}

export interface StuckPlace {
  readonly createdAt: Date
  readonly id: string
}

const soonMs = 120_000

/** Failed, or in trouble for more than two minutes. Oldest first. */
const stuck = (db: Db, actor: Actor, now: Date) =>
  administeredMessages(db, actor).where((row) =>
    row.or([
      row('state', '=', 'failed'),
      row.and([row('state', '=', 'queued'), row('last_error', 'is not', null), row('created_at', '<', after(now, -soonMs))]),
    ]),
  )

export const listStuck = (db: Db, actor: Actor, { now, from, limit }: { now: Date; from: StuckPlace | null; limit: number }) =>
  stuck(db, actor, now)
    .selectAll()
    .$if(from !== null, (query) => query.where(sql<boolean>`(created_at, id) > (${from?.createdAt}, ${from?.id}::uuid)`))
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute()

export async function countStuck(db: Db, actor: Actor, now: Date, limit: number): Promise<number> {
  const some = stuck(db, actor, now).select('id').limit(limit).as('some')
  const { count } = await db
    .selectFrom(some)
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export const findAdministered = (db: Db, actor: Actor, id: string) =>
  administeredMessages(db, actor).selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export async function queueAgain(db: Db, { bureau_code, id }: Message, now: Date): Promise<void> {
  await db
    .updateTable('notifications.message')
    .set({ state: 'queued', attempts: 0, next_attempt_at: now, last_error: null })
    .where('bureau_code', '=', bureau_code)
    .where('id', '=', id)
    .execute()
}
