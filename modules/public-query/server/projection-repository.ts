import { type Kysely, sql } from 'kysely'
import type { BureauCode } from '#kernel/unit-code.ts'
import type { ProjectionRows } from './projection-rows.ts'
import type { PublicQueryTables } from './tables.ts'

type Db = Kysely<PublicQueryTables>

/**
 * Adds what is missing. What is there stays, but for who may see it, the phone and the clock of the next step, which are states and not
 * facts; so deliveries may come twice or late and the outcome is the same.
 */
export async function saveProjection(db: Db, { receipts, milestones }: ProjectionRows): Promise<void> {
  if (receipts.length > 0)
    await db
      .insertInto('public_query.receipt')
      .values([...receipts])
      .onConflict((conflict) =>
        conflict.columns(['bureau_code', 'id']).doUpdateSet((given) => ({
          phone_hash: given.ref('excluded.phone_hash'),
          sensitivity: given.ref('excluded.sensitivity'),
          is_hidden: given.ref('excluded.is_hidden'),
          unit_code: given.ref('excluded.unit_code'),
          unit_name_zh: given.ref('excluded.unit_name_zh'),
          unit_name_en: given.ref('excluded.unit_name_en'),
          unit_contact: given.ref('excluded.unit_contact'),
        })),
      )
      .execute()
  if (milestones.length > 0)
    await db
      .insertInto('public_query.milestone')
      .values(milestones.map((row) => ({ ...row, due_stopped_for: row.due_stopped_for && JSON.stringify(row.due_stopped_for) })))
      .onConflict((conflict) =>
        conflict.columns(['bureau_code', 'receipt_id', 'position']).doUpdateSet((given) => ({
          due_rule: given.ref('excluded.due_rule'),
          due_started_at: given.ref('excluded.due_started_at'),
          due_first_at: given.ref('excluded.due_first_at'),
          due_at: given.ref('excluded.due_at'),
          due_state: given.ref('excluded.due_state'),
          due_met_at: given.ref('excluded.due_met_at'),
          due_is_provisional: given.ref('excluded.due_is_provisional'),
          due_extensions: given.ref('excluded.due_extensions'),
          due_stopped_since: given.ref('excluded.due_stopped_since'),
          due_stopped_for: given.ref('excluded.due_stopped_for'),
        })),
      )
      .execute()
}

export async function receiptIdsOf(db: Db, bureauCode: BureauCode, partyId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('public_query.receipt')
    .select('id')
    .where('bureau_code', '=', bureauCode)
    .where('party_id', '=', partyId)
    .execute()
  return rows.map((row) => row.id)
}

/** Removes receipts that hold no more; an open page of theirs is over, since it reads them. */
export const removeOtherReceipts = async (db: Db, bureauCode: BureauCode, caseId: string, receiptIds: readonly string[]): Promise<void> =>
  void (await db
    .deleteFrom('public_query.receipt')
    .where('bureau_code', '=', bureauCode)
    .where('case_id', '=', caseId)
    .where(sql<boolean>`id <> all(${[...receiptIds]}::uuid[])`)
    .execute())

/** Removes what is projected of one case, milestones with their receipts; codes, views and limits of the day stay. */
export const clearProjection = async (db: Db, bureauCode: BureauCode, caseId: string): Promise<void> =>
  void (await db.deleteFrom('public_query.receipt').where('bureau_code', '=', bureauCode).where('case_id', '=', caseId).execute())

interface AfterCase {
  readonly bureauCode: BureauCode
  readonly after: string | null
  readonly limit: number
}

/** Cases that something is projected of, by id. */
export async function projectedCaseIds(db: Db, { bureauCode, after, limit }: AfterCase): Promise<string[]> {
  const rows = await db
    .selectFrom('public_query.receipt')
    .select('case_id')
    .distinct()
    .where('bureau_code', '=', bureauCode)
    .$if(after !== null, (from) => from.where('case_id', '>', after ?? ''))
    .orderBy('case_id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.case_id)
}
