import type { Kysely } from 'kysely'
import type { BureauCode } from '#kernel/unit-code.ts'
import { isShown } from './setting-repository.ts'
import type { DisagreementRow, MilestoneRow, PublicQueryTables, ReceiptRow } from './tables.ts'

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
  /** In the order in which they were said. */
  readonly disagreements: readonly DisagreementRow[]
}

const looksShown = 5

/** What an open view shows; nothing once it has ended, or if the case became secret or left public view meanwhile. */
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
    .where(isShown(bureauCode, now))
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
  const disagreements = await db
    .selectFrom('public_query.disagreement')
    .selectAll()
    .where('bureau_code', '=', bureauCode)
    .where('party_id', '=', receipt.party_id)
    .orderBy('said_at')
    .orderBy('id')
    .execute()
  return { receipt, milestones, looks, disagreements }
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

/** Shuts every open page of a receipt and uses up every code that was sent for it. */
export async function endAllViews(db: Db, bureauCode: BureauCode, receiptId: string, now: Date): Promise<void> {
  await db
    .updateTable('public_query.view')
    .set({ ended_at: now })
    .where('bureau_code', '=', bureauCode)
    .where('receipt_id', '=', receiptId)
    .where('ended_at', 'is', null)
    .execute()
  await db
    .updateTable('public_query.code')
    .set({ used_at: now })
    .where('bureau_code', '=', bureauCode)
    .where('receipt_id', '=', receiptId)
    .where('used_at', 'is', null)
    .execute()
}
