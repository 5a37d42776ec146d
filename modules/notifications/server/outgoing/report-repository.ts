import { type Kysely, sql } from 'kysely'
import { askAgainMs, attemptLimit, waitMs } from '../../domain/attempt-plan.ts'
import { waitingStates } from '../../domain/message-state.ts'
import type { NotificationTables } from '../tables.ts'
import { after, type Message } from './message-repository.ts'
import { readSendingKey } from './sending-key.ts'

type Db = Kysely<NotificationTables>

/** What a gateway says of one sending: by our key where it hands that back, else by its own id. */
export interface Report {
  readonly channel: string
  readonly key: string | null
  readonly providerId: string | null
  readonly result: { readonly state: 'delivered' } | { readonly state: 'failed'; readonly retry: boolean; readonly why: string }
}

/** The message that a report is about; locked. Nothing for what is none of ours. */
async function findReported(db: Db, { channel, key, providerId }: Report): Promise<Message | undefined> {
  const sending = key === null ? undefined : readSendingKey(key)
  const ofChannel = db.selectFrom('notifications.message').selectAll().where('channel', '=', channel).forUpdate()
  if (sending) return ofChannel.where('bureau_code', '=', sending.bureauCode).where('id', '=', sending.id).executeTakeFirst()
  if (providerId === null) return undefined
  return ofChannel.where('provider_id', '=', providerId).where('state', '=', 'sent').executeTakeFirst()
}

/** True if the report is about the newest sending of its message, and not one that was replaced. */
const isOfNewest = (message: Message, { key, providerId }: Report): boolean => {
  const sending = key === null ? undefined : readSendingKey(key)
  return sending ? sending.sendings === message.sendings : providerId === message.provider_id
}

const set = (db: Db, { bureau_code, id }: Message) =>
  db.updateTable('notifications.message').where('bureau_code', '=', bureau_code).where('id', '=', id)

/**
 * Takes a report in; true if it was news. A message that arrived has arrived, whatever is reported later or of another sending;
 * that one did not arrive counts of its newest sending only.
 */
export async function recordReport(db: Db, report: Report, now: Date): Promise<boolean> {
  const message = await findReported(db, report)
  if (!message || message.state === 'delivered') return false
  const { result } = report
  if (result.state === 'delivered') {
    await set(db, message)
      .set({
        state: 'delivered',
        provider_id: report.providerId ?? message.provider_id,
        sent_at: message.sent_at ?? now,
        delivered_at: now,
        last_error: null,
        content_sealed: null,
        unanswered_at: null,
        ask_at: null,
      })
      .execute()
    return true
  }
  const isOpen = message.state === 'sent' || message.unanswered_at !== null
  if (!isOpen || !isOfNewest(message, report)) return false
  await recordNotDelivered(db, message, result, now)
  return true
}

/** Certainly not arrived, so it may be sent again without any doubt, as long as its time and its attempts last. */
async function recordNotDelivered(db: Db, message: Message, { retry, why }: { retry: boolean; why: string }, now: Date): Promise<void> {
  const isEnded = message.state === 'dropped' || message.state === 'expired' || message.expires_at <= now
  const isOver = !retry || message.attempts >= attemptLimit
  const state = isEnded && message.state !== 'sent' ? message.state : isOver || isEnded ? 'failed' : 'failed-for-now'
  await set(db, message)
    .set({ state, last_error: why, unanswered_at: null, ask_at: null, next_attempt_at: after(now, waitMs(message.attempts)) })
    .execute()
}

/** The next message whose gateway should be asked what became of it; the next asking is set before this one is made. */
export async function claimToAsk(db: Db, channel: string, now: Date): Promise<Message | undefined> {
  const [due] = await db
    .selectFrom('notifications.message')
    .select(['bureau_code', 'id', 'asked'])
    .where('ask_at', '<=', now)
    .where('channel', '=', channel)
    .where('state', '=', 'sent')
    .orderBy('ask_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .execute()
  if (!due) return undefined
  const wait = askAgainMs(due.asked + 1)
  return db
    .updateTable('notifications.message')
    .set((row) => ({ asked: row('asked', '+', 1), ask_at: wait === null ? null : after(now, wait) }))
    .where('bureau_code', '=', due.bureau_code)
    .where('id', '=', due.id)
    .returningAll()
    .executeTakeFirst()
}

/** What the gateway called our other messages to this phone, of the last days. */
export async function otherProviderIds(db: Db, { bureau_code, id, recipient_hash, created_at }: Message): Promise<string[]> {
  const rows = await db
    .selectFrom('notifications.message')
    .select('provider_id')
    .where('recipient_hash', '=', recipient_hash)
    .where('provider_id', 'is not', null)
    .where((row) => row.not(row.and([row('bureau_code', '=', bureau_code), row('id', '=', id)])))
    .where('created_at', '>', sql<Date>`${created_at}::timestamptz - interval '7 days'`)
    .orderBy('created_at', 'desc')
    .limit(500)
    .execute()
  return rows.flatMap(({ provider_id }) => (provider_id === null ? [] : [provider_id]))
}

/** The bureaus that wrote to a phone, for what its owner answers. */
export async function bureausThatWroteTo(db: Db, phoneHash: Buffer): Promise<Message['bureau_code'][]> {
  const rows = await db
    .selectFrom('notifications.message')
    .select('bureau_code')
    .distinct()
    .where('recipient_hash', '=', phoneHash)
    .where((row) => row.or([row('sent_at', 'is not', null), row('state', 'in', waitingStates)]))
    .execute()
  return rows.map(({ bureau_code }) => bureau_code)
}
