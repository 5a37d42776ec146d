import { type Insertable, type Kysely, sql } from 'kysely'
import type { Actor, Officer } from '#kernel/actor.ts'
import type { BureauCode } from '#kernel/unit-code.ts'
import type { InboxTable, NotificationTables } from '../tables.ts'

type Db = Kysely<NotificationTables>

export async function insertInboxMessage(db: Db, row: Insertable<InboxTable>): Promise<void> {
  await db
    .insertInto('notifications.inbox')
    .values(row)
    .onConflict((conflict) => conflict.columns(['bureau_code', 'reference']).doNothing())
    .execute()
}

/**
 * Every read starts here. A message to a unit or a role is for those who belong to or were granted a role in that very unit;
 * a grant that reaches the units below does not bring their messages along.
 */
const visibleMessages = (db: Db, actor: Actor) => {
  const { bureauCode } = actor
  const grants = actor.kind === 'officer' ? actor.grants.filter((grant) => grant.bureauCode === bureauCode) : []
  const own = actor.kind === 'officer' ? [actor.unitCode] : []
  const units = [...new Set([...own, ...grants.map((grant) => grant.unitCode)])]
  return db
    .selectFrom('notifications.inbox as inbox')
    .where('inbox.bureau_code', '=', bureauCode)
    .where((row) =>
      row.or([
        row.lit(false),
        ...(actor.kind === 'officer' ? [row('inbox.officer_id', '=', actor.id)] : []),
        ...units.map((unit) =>
          row.and([row('inbox.officer_id', 'is', null), row('inbox.unit_code', '=', unit), row('inbox.role', 'is', null)]),
        ),
        ...grants.map((grant) =>
          row.and([row('inbox.officer_id', 'is', null), row('inbox.unit_code', '=', grant.unitCode), row('inbox.role', '=', grant.role)]),
        ),
      ]),
    )
}

const withReading = (db: Db, actor: Actor) =>
  visibleMessages(db, actor).leftJoin('notifications.inbox_read as reading', (join) =>
    join
      .onRef('reading.bureau_code', '=', 'inbox.bureau_code')
      .onRef('reading.inbox_id', '=', 'inbox.id')
      .on('reading.officer_id', '=', actor.id),
  )

export interface InboxPlace {
  readonly createdAt: Date
  readonly id: string
}

interface Wanted {
  readonly onlyUnread: boolean
  readonly from: InboxPlace | null
  readonly limit: number
}

/** Newest first. */
export const listInbox = (db: Db, actor: Actor, { onlyUnread, from, limit }: Wanted) =>
  withReading(db, actor)
    .$if(onlyUnread, (query) => query.where('reading.read_at', 'is', null))
    .$if(from !== null, (query) => query.where(sql<boolean>`(inbox.created_at, inbox.id) < (${from?.createdAt}, ${from?.id}::uuid)`))
    .select([
      'inbox.id',
      'inbox.text_zh',
      'inbox.text_en',
      'inbox.path',
      'inbox.unit_code',
      'inbox.role',
      'inbox.created_at',
      'reading.read_at',
    ])
    .orderBy('inbox.created_at', 'desc')
    .orderBy('inbox.id', 'desc')
    .limit(limit)
    .execute()

interface Counted {
  readonly onlyUnread: boolean
  readonly since: Date | null
  readonly limit: number
}

/** Exact up to the limit. */
export async function countInbox(db: Db, actor: Actor, { onlyUnread, since, limit }: Counted): Promise<number> {
  const some = withReading(db, actor)
    .$if(onlyUnread, (query) => query.where('reading.read_at', 'is', null))
    .$if(since !== null, (query) => query.where('inbox.created_at', '>', since as Date))
    .select('inbox.id')
    .limit(limit)
    .as('some')
  const { count } = await db
    .selectFrom(some)
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export const findInboxMessage = (db: Db, actor: Actor, id: string) =>
  visibleMessages(db, actor).selectAll('inbox').where('inbox.id', '=', id).executeTakeFirst()

interface Reading {
  readonly bureauCode: BureauCode
  readonly inboxId: string
  readonly officerId: string
  readonly at: Date
}

export async function recordReading(db: Db, { bureauCode, inboxId, officerId, at }: Reading): Promise<void> {
  await db
    .insertInto('notifications.inbox_read')
    .values({ bureau_code: bureauCode, inbox_id: inboxId, officer_id: officerId, read_at: at })
    .onConflict((conflict) => conflict.columns(['bureau_code', 'inbox_id', 'officer_id']).doNothing())
    .execute()
}

/** Counts everything up to a moment as read by this officer. */
export const readUpTo = async (db: Db, actor: Officer, before: Date): Promise<void> => {
  await db
    .insertInto('notifications.inbox_read')
    .columns(['bureau_code', 'inbox_id', 'officer_id', 'read_at'])
    .expression(
      visibleMessages(db, actor)
        .where('inbox.created_at', '<', before)
        .select(['inbox.bureau_code', 'inbox.id', sql<string>`${actor.id}::uuid`.as('officer_id'), 'inbox.created_at']),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
