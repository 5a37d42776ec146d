import type { Kysely } from 'kysely'
import type { Actor, Role } from '#kernel/actor.ts'
import type { BureauCode } from '#kernel/unit-code.ts'
import { scopeOf, within } from '#platform/server/access.ts'
import type { DisagreementRow, PublicQueryTables } from './tables.ts'

type Db = Kysely<PublicQueryTables>

/** Who reads what parties disagree with; who of them answers, `answerersOf` says. */
export const readers: readonly Role[] = ['case-centre', 'unit-head', 'leader', 'supervisor']
const readersOfSecrets: readonly Role[] = ['unit-head', 'leader']

/**
 * Every read of a disagreement starts here and is only narrowed. It belongs to the unit that holds the case today; of a case that became
 * secret it exists for the head of that unit and the leader alone.
 */
export const visibleDisagreements = (db: Db, actor: Actor) =>
  db
    .selectFrom('public_query.disagreement as said')
    .innerJoin('public_query.receipt as receipt', (join) =>
      join.onRef('receipt.bureau_code', '=', 'said.bureau_code').onRef('receipt.party_id', '=', 'said.party_id'),
    )
    .where(within(scopeOf(actor, readers), 'receipt'))
    .where((row) => row.or([row('receipt.is_hidden', '=', false), within(scopeOf(actor, readersOfSecrets), 'receipt')]))

const shownColumns = [
  'said.bureau_code as bureauCode',
  'said.id',
  'said.position',
  'said.milestone',
  'said.text_sealed as textSealed',
  'said.said_at as saidAt',
  'said.answer_sealed as answerSealed',
  'said.answered_at as answeredAt',
  'said.answered_by as answeredBy',
  'said.answered_by_name as answeredByName',
  'said.answer_hash as answerHash',
  'receipt.id as receiptId',
  'receipt.case_id as caseId',
  'receipt.party_id as partyId',
  'receipt.number',
  'receipt.role',
  'receipt.sensitivity',
  'receipt.is_hidden as isHidden',
  'receipt.unit_code as unitCode',
  'receipt.unit_name_zh as unitNameZh',
  'receipt.unit_name_en as unitNameEn',
] as const

export const selectDisagreements = (db: Db, actor: Actor) => visibleDisagreements(db, actor).select(shownColumns)
export type Disagreement = Awaited<ReturnType<ReturnType<typeof selectDisagreements>['executeTakeFirstOrThrow']>>

export const findDisagreement = (db: Db, actor: Actor, id: string): Promise<Disagreement | undefined> =>
  selectDisagreements(db, actor).where('said.id', '=', id).executeTakeFirst()

/** The same, held until the transaction ends, so that two answers follow one another. */
export const holdDisagreement = (tx: Db, actor: Actor, id: string): Promise<Disagreement | undefined> =>
  selectDisagreements(tx, actor).where('said.id', '=', id).forUpdate('said').executeTakeFirst()

export const disagreementCell = (column: 'text' | 'answer', { bureauCode, id }: { bureauCode: string; id: string }) => ({
  bureauCode,
  table: 'public_query.disagreement',
  column,
  id,
})

export type NewDisagreement = Pick<
  DisagreementRow,
  'bureau_code' | 'id' | 'party_id' | 'position' | 'milestone' | 'text_sealed' | 'said_at'
>

/** False if this party already waits for an answer at this point. */
export async function insertDisagreement(db: Db, row: NewDisagreement): Promise<boolean> {
  const none = { answer_sealed: null, answered_at: null, answered_by: null, answered_by_name: null, answered_as: null, answer_hash: null }
  const { numInsertedOrUpdatedRows: inserted = 0n } = await db
    .insertInto('public_query.disagreement')
    .values({ ...row, ...none })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return inserted > 0n
}

/** What the worker has to tell of: the point that is disagreed with. */
export const disagreedMilestone = (db: Db, bureauCode: BureauCode, id: string): Promise<{ milestone: string } | undefined> =>
  db
    .selectFrom('public_query.disagreement')
    .select('milestone')
    .where('bureau_code', '=', bureauCode)
    .where('id', '=', id)
    .executeTakeFirst()

export type Answer = Pick<
  DisagreementRow,
  'answer_sealed' | 'answered_at' | 'answered_by' | 'answered_by_name' | 'answered_as' | 'answer_hash'
>

export const saveAnswer = async (tx: Db, { bureauCode, id }: Pick<Disagreement, 'bureauCode' | 'id'>, answer: Answer): Promise<void> =>
  void (await tx.updateTable('public_query.disagreement').set(answer).where('bureau_code', '=', bureauCode).where('id', '=', id).execute())
