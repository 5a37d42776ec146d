import type { Kysely } from 'kysely'
import type { CaseRow, CaseTables, LeaderRequestRow } from './tables.ts'

/** What leaders asked about a case, in the order in which it happened. */
export const leaderRequestsOf = (
  db: Kysely<CaseTables>,
  { bureau_code: bureauCode, id }: Pick<CaseRow, 'bureau_code' | 'id'>,
): Promise<LeaderRequestRow[]> =>
  db
    .selectFrom('cases.leader_request')
    .selectAll()
    .where('bureau_code', '=', bureauCode)
    .where('case_id', '=', id)
    .orderBy('occurred_at')
    .orderBy('id')
    .execute()

/** False if the id is taken. */
export async function insertLeaderRequest(tx: Kysely<CaseTables>, row: LeaderRequestRow): Promise<boolean> {
  const done = await tx
    .insertInto('cases.leader_request')
    .values(row)
    .onConflict((on) => on.columns(['bureau_code', 'id']).doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}
