import { type Kysely, sql } from 'kysely'
import type { ChangeKind } from '../domain/change.ts'
import type { CaseRow, CaseTables, ChangeLogRow } from './tables.ts'

type Key = Pick<CaseRow, 'bureau_code' | 'id'>

/** What was changed on the record of a case, oldest first. */
export const changesOf = (db: Kysely<CaseTables>, { bureau_code, id }: Key): Promise<ChangeLogRow[]> =>
  db.selectFrom('cases.change_log').selectAll().where('bureau_code', '=', bureau_code).where('case_id', '=', id).orderBy('seq').execute()

/** Adds a change after the last one of its case. */
export async function insertChange(tx: Kysely<CaseTables>, row: Omit<ChangeLogRow, 'seq'>): Promise<void> {
  const next = sql<number>`(select coalesce(max(seq), 0) + 1 from cases.change_log where bureau_code = ${row.bureau_code} and case_id = ${row.case_id})`
  await tx
    .insertInto('cases.change_log')
    .values({ ...row, was: JSON.stringify(row.was), became: JSON.stringify(row.became), seq: next })
    .execute()
}

interface Sent {
  readonly kind: ChangeKind
  readonly byId: string
  readonly inputHash: Buffer
}

/** Whether this very change was made by this officer with this input, as the last of its kind. */
export async function wasMade(db: Kysely<CaseTables>, key: Key, { kind, byId, inputHash }: Sent): Promise<boolean> {
  const last = (await changesOf(db, key)).findLast((change) => change.kind === kind)
  return last !== undefined && last.by_id === byId && last.input_hash.equals(inputHash)
}
