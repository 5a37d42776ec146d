import type { Kysely } from 'kysely'
import type { BureauCode } from '#kernel/unit-code.ts'
import type { MilestoneRow, PublicQueryTables, ReceiptRow } from './tables.ts'

type Db = Kysely<PublicQueryTables>

export interface ViewKey {
  readonly bureauCode: BureauCode
  readonly tokenHash: Buffer
  readonly now: Date
}

export interface Look {
  readonly way: 'sms' | 'receipt'
  readonly at: Date
}

export interface CaseView {
  readonly receipt: ReceiptRow
  readonly milestones: readonly MilestoneRow[]
  /** Newest first, this one included. */
  readonly looks: readonly Look[]
}

const looksShown = 5

/** What an open view shows; nothing once it has ended, or if the case became secret meanwhile. */
export async function readView(db: Db, { bureauCode, tokenHash, now }: ViewKey): Promise<CaseView | null> {
  const receipt = await db
    .selectFrom('public_query.view as view')
    .innerJoin('public_query.receipt as receipt', (join) =>
      join.onRef('receipt.bureau_code', '=', 'view.bureau_code').onRef('receipt.id', '=', 'view.receipt_id'),
    )
    .selectAll('receipt')
    .where('view.bureau_code', '=', bureauCode)
    .where('view.token_hash', '=', tokenHash)
    .where('view.expires_at', '>', now)
    .where('view.ended_at', 'is', null)
    .where('receipt.is_hidden', '=', false)
    .executeTakeFirst()
  if (!receipt) return null
  const milestones = await db
    .selectFrom('public_query.milestone')
    .selectAll()
    .where('bureau_code', '=', bureauCode)
    .where('receipt_id', '=', receipt.id)
    .orderBy('occurred_at')
    .orderBy('position')
    .execute()
  const looks = await db
    .selectFrom('public_query.view')
    .select(['way', 'opened_at as at'])
    .where('bureau_code', '=', bureauCode)
    .where('receipt_id', '=', receipt.id)
    .orderBy('opened_at', 'desc')
    .limit(looksShown)
    .execute()
  return { receipt, milestones, looks }
}

export async function endView(db: Db, { bureauCode, tokenHash, now }: ViewKey): Promise<void> {
  await db
    .updateTable('public_query.view')
    .set({ ended_at: now })
    .where('bureau_code', '=', bureauCode)
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .execute()
}
