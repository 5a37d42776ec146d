import { type Kysely, sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import { type MessageState, waitingStates } from '../../domain/message-state.ts'
import type { NotificationTables } from '../tables.ts'
import { after, type Message } from './message-repository.ts'

type Db = Kysely<NotificationTables>

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

interface Place {
  readonly createdAt: Date
  readonly id: string
}

export interface OutgoingFilters {
  readonly only?: 'stuck' | 'possibly-twice' | undefined
  readonly state?: MessageState | undefined
  readonly channel?: string | undefined
}

const soonMs = 120_000

/** The messages that an operator asked for; *stuck* is what failed, or is in trouble for more than two minutes. */
const outgoing = (db: Db, actor: Actor, { only, state, channel }: OutgoingFilters, now: Date) =>
  administeredMessages(db, actor)
    .$if(only === 'stuck', (query) =>
      query.where((row) =>
        row.or([
          row('state', '=', 'failed'),
          row.and([row('state', 'in', waitingStates), row('last_error', 'is not', null), row('created_at', '<', after(now, -soonMs))]),
        ]),
      ),
    )
    .$if(only === 'possibly-twice', (query) => query.where('is_possibly_twice', '=', true))
    .$if(state !== undefined, (query) => query.where('state', '=', state as MessageState))
    .$if(channel !== undefined, (query) => query.where('channel', '=', channel as string))

interface Listing {
  readonly now: Date
  readonly filters: OutgoingFilters
  readonly from: Place | null
  readonly limit: number
}

/** What is stuck is read from its oldest, everything else from its newest. */
export const listOutgoing = (db: Db, actor: Actor, { now, filters, from, limit }: Listing): Promise<Message[]> => {
  const isOldestFirst = filters.only === 'stuck'
  const direction = isOldestFirst ? 'asc' : 'desc'
  const place = sql`(${from?.createdAt}, ${from?.id}::uuid)`
  return outgoing(db, actor, filters, now)
    .selectAll()
    .$if(from !== null, (query) =>
      query.where(isOldestFirst ? sql<boolean>`(created_at, id) > ${place}` : sql<boolean>`(created_at, id) < ${place}`),
    )
    .orderBy('created_at', direction)
    .orderBy('id', direction)
    .limit(limit)
    .execute()
}

export async function countOutgoing(db: Db, actor: Actor, { now, filters, limit }: Omit<Listing, 'from'>): Promise<number> {
  const some = outgoing(db, actor, filters, now).select('id').limit(limit).as('some')
  const { count } = await db
    .selectFrom(some)
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** How many messages since a moment stand in each state with each channel; without one they have not been taken up. */
export const countByState = (db: Db, actor: Actor, since: Date) =>
  administeredMessages(db, actor)
    .where('created_at', '>=', since)
    .select((row) => ['channel', 'state', row.fn.countAll<number>().as('count')])
    .groupBy(['channel', 'state'])
    .orderBy('channel')
    .orderBy('state')
    .execute()

export const findAdministered = (db: Db, actor: Actor, id: string) =>
  administeredMessages(db, actor).selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/**
 * A doubt stays, and the gateway is asked before anything is sent again; where nobody can be asked, the operator has decided, and the
 * message is marked.
 */
export async function queueAgain(db: Db, { bureau_code, id, last_error }: Message, now: Date): Promise<void> {
  await db
    .updateTable('notifications.message')
    .set({
      state: 'queued',
      attempts: 0,
      next_attempt_at: now,
      last_error: null,
      ...(last_error === 'answer-lost' && { unanswered_at: null, is_possibly_twice: true }),
    })
    .where('bureau_code', '=', bureau_code)
    .where('id', '=', id)
    .execute()
}
