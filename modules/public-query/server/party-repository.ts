import { type Kysely, sql } from 'kysely'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import type { Sensitivity } from '../domain/milestone.ts'
import { isShown } from './setting-repository.ts'
import type { PublicQueryTables } from './tables.ts'

type Db = Kysely<PublicQueryTables>

export interface PartyKey {
  readonly bureauCode: BureauCode
  readonly number: string
  /** Null finds a party who registered no phone. */
  readonly phoneHash: Buffer | null
  /** If the phone holds several receipts of one case, the one of this code. */
  readonly codeHash: Buffer
  readonly now: Date
}

export interface FoundParty {
  readonly receiptId: string
  readonly codeHash: Buffer
  readonly caseId: string
  readonly unitCode: string
}

/** The receipt that number and phone belong to; one that is secret or no longer shown is not there. */
export async function findParty(db: Db, { bureauCode, number, phoneHash, codeHash, now }: PartyKey): Promise<FoundParty | undefined> {
  const { rows } = await sql<FoundParty>`
    select id as "receiptId", code_hash as "codeHash", case_id as "caseId", unit_code as "unitCode" from public_query.receipt as receipt
    where bureau_code = ${bureauCode} and number = ${number} and phone_hash is not distinct from ${phoneHash}::bytea and ${isShown(bureauCode, now)}
    order by (code_hash = ${codeHash}) desc, issued_at desc, id desc limit 1`.execute(db)
  return rows[0]
}

interface Trying {
  readonly bureauCode: BureauCode
  readonly receiptId: string
  readonly isSms: boolean
  readonly now: Date
  readonly triesLimit: number
}

/** Spends one try of the newest code that still lives, and gives its hash. Runs alike where there is no receipt and no code. */
export async function spendTry(
  db: Db,
  { bureauCode, receiptId, isSms, now, triesLimit }: Trying,
): Promise<{ id: string; codeHash: Buffer } | undefined> {
  const { rows } = await sql<{ id: string; codeHash: Buffer }>`
    update public_query.code set tries = tries + 1
    where bureau_code = ${bureauCode} and receipt_id = ${receiptId}::uuid
      and id = (select id from public_query.code where bureau_code = ${bureauCode} and receipt_id = ${receiptId}::uuid order by made_at desc, id desc limit 1)
      and ${isSms}::boolean and used_at is null and expires_at > ${now} and tries < ${triesLimit}
    returning id, code_hash as "codeHash"`.execute(db)
  return rows[0]
}

export interface NewCode {
  readonly bureauCode: BureauCode
  readonly receiptId: string
  readonly id: string
  readonly codeHash: Buffer
  readonly madeAt: Date
  readonly expiresAt: Date
  readonly dayBegan: Date
  readonly dayLimit: number
}

/**
 * Saves a code unless this party had its number of codes today, on whichever receipt; false then. A code saved already is not counted
 * twice. A report has no party yet: its codes are its own.
 */
export async function saveCode(db: Db, code: NewCode): Promise<boolean> {
  // why: the row of the receipt is locked, so that two requests at once cannot both be the fifth.
  const held = await sql<{ partyId: string }>`
    select party_id as "partyId" from public_query.receipt where bureau_code = ${code.bureauCode} and id = ${code.receiptId} for update`.execute(
    db,
  )
  const partyId = held.rows[0]?.partyId ?? null
  const ofParty = partyId === null ? sql`receipt_id = ${code.receiptId}::uuid` : sql`party_id = ${partyId}::uuid`
  const { rows } = await sql<{ id: string }>`
    insert into public_query.code (bureau_code, receipt_id, party_id, id, code_hash, made_at, expires_at)
    select ${code.bureauCode}, ${code.receiptId}::uuid, ${partyId}::uuid, ${code.id}::uuid, ${code.codeHash}, ${code.madeAt}, ${code.expiresAt}
    where (select count(*) from public_query.code
      where bureau_code = ${code.bureauCode} and ${ofParty} and made_at >= ${code.dayBegan}) < ${code.dayLimit}
    on conflict do nothing returning id`.execute(db)
  return rows.length > 0
}

export interface NewView {
  readonly bureauCode: BureauCode
  readonly receiptId: string
  readonly tokenHash: Buffer
  readonly way: 'sms' | 'receipt'
  readonly openedAt: Date
  readonly expiresAt: Date
  /** The code that was used; null for the receipt's own, which may be used again. */
  readonly codeId: string | null
  readonly requestId: string
}

/** Opens the page for its party, uses the code up, and leaves a row for the worker to write into the audit trail. */
export async function openView(db: Db, view: NewView): Promise<void> {
  const { bureauCode, receiptId, openedAt } = view
  if (view.codeId !== null)
    await db
      .updateTable('public_query.code')
      .set({ used_at: openedAt })
      .where('bureau_code', '=', bureauCode)
      .where('receipt_id', '=', receiptId)
      .where('id', '=', view.codeId)
      .execute()
  await db
    .insertInto('public_query.view')
    .values({
      bureau_code: bureauCode,
      token_hash: view.tokenHash,
      receipt_id: receiptId,
      way: view.way,
      opened_at: openedAt,
      expires_at: view.expiresAt,
      ended_at: null,
    })
    .execute()
  await db
    .insertInto('public_query.request')
    .values({
      bureau_code: bureauCode,
      id: view.requestId,
      kind: 'viewed',
      number: null,
      phone_sealed: null,
      receipt_id: receiptId,
      address_hash: null,
      language: 'zh',
      asked_at: openedAt,
      run_after: openedAt,
      picked_at: null,
    })
    .execute()
}

interface Ending {
  readonly bureauCode: BureauCode
  readonly receiptId: string
  readonly now: Date
}

/** Ends the codes that were sent for a receipt and the pages that stand open. */
export async function endProofs(db: Db, { bureauCode, receiptId, now }: Ending): Promise<void> {
  await db
    .updateTable('public_query.code')
    .set({ expires_at: now })
    .where('bureau_code', '=', bureauCode)
    .where('receipt_id', '=', receiptId)
    .where('expires_at', '>', now)
    .execute()
  await db
    .updateTable('public_query.view')
    .set({ ended_at: now })
    .where('bureau_code', '=', bureauCode)
    .where('receipt_id', '=', receiptId)
    .where('ended_at', 'is', null)
    .execute()
}

export interface ReceiptParty {
  readonly partyId: string
  readonly caseId: string
  readonly unitCode: UnitCode
  readonly isHidden: boolean
  readonly sensitivity: Sensitivity
  readonly number: string
}

export const partyOfReceipt = (db: Db, bureauCode: BureauCode, receiptId: string): Promise<ReceiptParty | undefined> =>
  db
    .selectFrom('public_query.receipt')
    .select(['party_id as partyId', 'case_id as caseId', 'unit_code as unitCode', 'is_hidden as isHidden', 'sensitivity', 'number'])
    .where('bureau_code', '=', bureauCode)
    .where('id', '=', receiptId)
    .executeTakeFirst()
