import { type Kysely, sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import { waitingStates } from '../../domain/message-state.ts'
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
      row.and([row('state', 'in', waitingStates), row('last_error', 'is not', null), row('created_at', '<', after(now, -soonMs))]),
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
