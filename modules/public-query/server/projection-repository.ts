import { type Kysely, sql } from 'kysely'
import type { BureauCode } from '#kernel/unit-code.ts'
import type { ProjectionRows } from './projection-rows.ts'
import type { MilestoneRow, PublicQueryTables } from './tables.ts'

type Db = Kysely<PublicQueryTables>

/** A page that was opened with a phone that is no longer the party's shuts. Its codes are dead already: each is bound to the phone it went to. */
const endViewsOfOldPhones = async (db: Db, receipts: ProjectionRows['receipts'], now: Date): Promise<void> =>
  void (await sql`
    update public_query.view as open set ended_at = ${now}
    from unnest(${receipts.map((row) => row.bureau_code)}::bpchar[], ${receipts.map((row) => row.id)}::uuid[],
        ${receipts.map((row) => row.phone_hash)}::bytea[]) as given (bureau_code, id, phone_hash)
      join public_query.receipt as kept on kept.bureau_code = given.bureau_code and kept.id = given.id
    where open.bureau_code = given.bureau_code and open.receipt_id = given.id and open.ended_at is null
      and kept.phone_hash is distinct from given.phone_hash`.execute(db))

/**
 * Adds what is missing. What is there stays, but for who may see it and until when, whose phone it is, and the clock of the next step,
 * which are states and not facts; so deliveries may come twice or late and the outcome is the same.
 */
export async function saveProjection(db: Db, { receipts, milestones }: ProjectionRows, now: Date): Promise<void> {
  if (receipts.length > 0) await endViewsOfOldPhones(db, receipts, now)
  if (receipts.length > 0)
    await db
      .insertInto('public_query.receipt')
      .values([...receipts])
      .onConflict((conflict) =>
        conflict.columns(['bureau_code', 'id']).doUpdateSet((given) => ({
          role: given.ref('excluded.role'),
          phone_hash: given.ref('excluded.phone_hash'),
          closed_at: given.ref('excluded.closed_at'),
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
          // why: the result of a case that became sensitive reads plainer.
          milestone: given.ref('excluded.milestone'),
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

interface LatestPoint extends Pick<MilestoneRow, 'position' | 'milestone'> {
  readonly party_id: string
}

/** The newest point that the holder of a receipt reads of. */
export const latestPoint = (db: Db, bureauCode: BureauCode, receiptId: string): Promise<LatestPoint | undefined> =>
  db
    .selectFrom('public_query.milestone as point')
    .innerJoin('public_query.receipt as receipt', (join) =>
      join.onRef('receipt.bureau_code', '=', 'point.bureau_code').onRef('receipt.id', '=', 'point.receipt_id'),
    )
    .select(['receipt.party_id', 'point.position', 'point.milestone'])
    .where('point.bureau_code', '=', bureauCode)
    .where('point.receipt_id', '=', receiptId)
    .orderBy('point.position', 'desc')
    .limit(1)
    .executeTakeFirst()

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
