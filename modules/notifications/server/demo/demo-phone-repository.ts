import { type Kysely, sql } from 'kysely'
import type { Vault } from '#platform/server/vault.ts'
import type { DemoPhoneTable, NotificationTables } from '../tables.ts'
import { demoPhoneCell } from './demo-phone-row.ts'

type Db = Kysely<NotificationTables>

/** One message on a simulated phone. `phoneId` stands for the phone in addresses, where its number must not be. */
export interface Arrived {
  readonly phoneId: string
  readonly phone: string
  readonly text: string
  readonly arrivedAt: Date
}

const idBytes = 12
const lookBack = 400
const phonesShown = 60
const messagesShown = 100

export const phoneIdOf = (phoneHash: Buffer): string => phoneHash.subarray(0, idBytes).toString('hex')

export async function arrive(db: Db, row: DemoPhoneTable): Promise<void> {
  await db
    .insertInto('notifications.demo_phone')
    .values(row)
    .onConflict((conflict) => conflict.columns(['bureau_code', 'id']).doNothing())
    .execute()
}

const opened = (row: DemoPhoneTable, vault: Vault): Arrived => ({
  phoneId: phoneIdOf(row.phone_hash),
  phone: vault.open(row.phone_sealed, demoPhoneCell(row, 'phone_sealed')),
  text: vault.open(row.text_sealed, demoPhoneCell(row, 'text_sealed')),
  arrivedAt: row.arrived_at,
})

/** The phones that heard something lately, each with its latest message; the newest first. */
export async function latestByPhone(db: Db, vault: Vault): Promise<Arrived[]> {
  const recent = db.selectFrom('notifications.demo_phone').selectAll().orderBy('arrived_at', 'desc').limit(lookBack).as('recent')
  const rows = await db
    .selectFrom(
      db
        .selectFrom(recent)
        .selectAll()
        .distinctOn('phone_hash')
        .orderBy('phone_hash')
        .orderBy('arrived_at', 'desc')
        .orderBy('id', 'desc')
        .as('latest'),
    )
    .selectAll()
    .orderBy('arrived_at', 'desc')
    .orderBy('id', 'desc')
    .limit(phonesShown)
    .execute()
  return rows.map((row) => opened(row, vault))
}

/** What one phone received, the newest first. */
export async function messagesOf(db: Db, vault: Vault, phoneId: string): Promise<Arrived[]> {
  const from = Buffer.from(phoneId, 'hex')
  const rows = await db
    .selectFrom('notifications.demo_phone')
    .selectAll()
    .where('phone_hash', '>=', from)
    .where(sql<boolean>`substring(phone_hash from 1 for ${idBytes}) = ${from}`)
    .where('phone_hash', '<=', Buffer.concat([from, Buffer.alloc(32, 0xff)]))
    .orderBy('arrived_at', 'desc')
    .orderBy('id', 'desc')
    .limit(messagesShown)
    .execute()
  return rows.map((row) => opened(row, vault))
}
