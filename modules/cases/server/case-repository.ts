import type { Kysely } from 'kysely'
import type { Actor, Role } from '#kernel/actor.ts'
import { scopeOf, within } from '#platform/server/access.ts'
import type { CaseRow, CaseTables, StageLogRow } from './tables.ts'

/** Who reads cases: in their unit, or in the whole bureau where the role was granted for it. */
export const readers: readonly Role[] = ['officer', 'unit-head', 'legal-officer', 'case-centre', 'leader', 'supervisor']
const readersOfSecrets: readonly Role[] = ['unit-head', 'leader']

const idOf = (actor: Actor): string => (actor.kind === 'officer' ? actor.id : '00000000-0000-0000-0000-000000000000')

/**
 * Every read of a case starts here: access is decided once, in SQL, and callers can only narrow it.
 * A secret case exists for its two investigators, the head of its unit and the bureau's leader alone.
 */
export function visibleCases(db: Kysely<CaseTables>, actor: Actor) {
  return db
    .selectFrom('cases.case as k')
    .where(within(scopeOf(actor, readers), 'k'))
    .where((row) =>
      row.or([
        row('k.secrecy', '=', 'ordinary'),
        row('k.holder_id', '=', idOf(actor)),
        row('k.second_id', '=', idOf(actor)),
        within(scopeOf(actor, readersOfSecrets), 'k'),
      ]),
    )
}

export const findCase = (db: Kysely<CaseTables>, actor: Actor, caseId: string): Promise<CaseRow | undefined> =>
  visibleCases(db, actor).selectAll('k').where('k.id', '=', caseId).executeTakeFirst()

/** The case, held until the transaction ends, so that two decisions on it follow one another. */
export const holdCase = (tx: Kysely<CaseTables>, actor: Actor, caseId: string): Promise<CaseRow | undefined> =>
  visibleCases(tx, actor).selectAll('k').where('k.id', '=', caseId).forUpdate('k').executeTakeFirst()

/** False if the row of this id was there before. */
export async function insertCase(tx: Kysely<CaseTables>, row: CaseRow): Promise<boolean> {
  const inserted = await tx
    .insertInto('cases.case')
    .values(row)
    .onConflict((on) => on.columns(['bureau_code', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export const caseById = (db: Kysely<CaseTables>, bureauCode: string, caseId: string): Promise<CaseRow | undefined> =>
  db.selectFrom('cases.case').selectAll().where('bureau_code', '=', bureauCode).where('id', '=', caseId).executeTakeFirst()

type Changed = Partial<
  Pick<
    CaseRow,
    | 'cause_code'
    | 'cause_text'
    | 'cause_law'
    | 'cause_article'
    | 'holder_id'
    | 'holder_name'
    | 'second_id'
    | 'second_name'
    | 'secrecy'
    | 'sensitivity'
  >
>

/** Changes what stands on the record of a case that the caller holds. */
export const updateCase = async (
  tx: Kysely<CaseTables>,
  { bureau_code, id }: Pick<CaseRow, 'bureau_code' | 'id'>,
  change: Changed,
): Promise<void> =>
  void (await tx.updateTable('cases.case').set(change).where('bureau_code', '=', bureau_code).where('id', '=', id).execute())

type Moved = Pick<CaseRow, 'bureau_code' | 'id' | 'stage' | 'stage_since' | 'outcome' | 'closed_at'> & { readonly from: CaseRow['stage'] }

/** Moves the case and says whether it still stood where the caller saw it. */
export async function updateStage(
  tx: Kysely<CaseTables>,
  { bureau_code, id, from, stage, stage_since, outcome, closed_at }: Moved,
): Promise<boolean> {
  const moved = await tx
    .updateTable('cases.case')
    .set({ stage, stage_since, outcome, closed_at })
    .where('bureau_code', '=', bureau_code)
    .where('id', '=', id)
    .where('stage', '=', from)
    .returning('id')
    .executeTakeFirst()
  return moved !== undefined
}

export const insertStageLog = (tx: Kysely<CaseTables>, row: StageLogRow): Promise<unknown> =>
  tx.insertInto('cases.stage_log').values(row).execute()

export const stageLog = (db: Kysely<CaseTables>, bureauCode: string, caseId: string): Promise<StageLogRow[]> =>
  db.selectFrom('cases.stage_log').selectAll().where('bureau_code', '=', bureauCode).where('case_id', '=', caseId).orderBy('seq').execute()

export const caseIdsAfter = async (db: Kysely<CaseTables>, bureauCode: string, after: string | null, limit: number): Promise<string[]> => {
  const rows = await db
    .selectFrom('cases.case')
    .select('id')
    .where('bureau_code', '=', bureauCode)
    .$if(after !== null, (from) => from.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}
