import type { Kysely } from 'kysely'
import type { BureauCode } from '#kernel/unit-code.ts'
import type { StopKind } from '../../domain/reply.ts'
import type { NotificationTables, StopTable } from '../tables.ts'

type Db = Kysely<NotificationTables>

interface Stopped {
  readonly id: string
  readonly kind: StopKind
}

/** The stop in force for a phone; locked. */
export const findStop = (db: Db, bureauCode: BureauCode, phoneHash: Buffer): Promise<Stopped | undefined> =>
  db
    .selectFrom('notifications.stop')
    .select(['id', 'kind'])
    .where('bureau_code', '=', bureauCode)
    .where('phone_hash', '=', phoneHash)
    .where('lifted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

/** False if another one came first. */
export async function insertStop(db: Db, row: Omit<StopTable, 'lifted_by' | 'lifted_at' | 'lift_reason'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('notifications.stop')
    .values({ ...row, lifted_by: null, lifted_at: null, lift_reason: null })
    .onConflict((conflict) => conflict.columns(['bureau_code', 'phone_hash']).where('lifted_at', 'is', null).doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

interface Lifting {
  readonly bureauCode: BureauCode
  readonly id: string
  readonly by: string
  readonly reason: string | null
  readonly now: Date
}

export async function liftStop(db: Db, { bureauCode, id, by, reason, now }: Lifting): Promise<void> {
  await db
    .updateTable('notifications.stop')
    .set({ lifted_by: by, lifted_at: now, lift_reason: reason })
    .where('bureau_code', '=', bureauCode)
    .where('id', '=', id)
    .execute()
}
