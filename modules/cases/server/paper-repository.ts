import type { Kysely } from 'kysely'
import type { CaseTables, PaperRow, PartyRow, ReceiptRow } from './tables.ts'

export const insertParty = (tx: Kysely<CaseTables>, row: PartyRow): Promise<unknown> => tx.insertInto('cases.party').values(row).execute()

export const insertReceipt = (tx: Kysely<CaseTables>, row: ReceiptRow): Promise<unknown> =>
  tx.insertInto('cases.receipt').values(row).execute()

export const insertPaper = (tx: Kysely<CaseTables>, row: PaperRow): Promise<unknown> => tx.insertInto('cases.paper').values(row).execute()

export const partiesOf = (db: Kysely<CaseTables>, bureauCode: string, caseId: string): Promise<PartyRow[]> =>
  db.selectFrom('cases.party').selectAll().where('bureau_code', '=', bureauCode).where('case_id', '=', caseId).orderBy('id').execute()

export const receiptsOf = (db: Kysely<CaseTables>, bureauCode: string, caseId: string): Promise<ReceiptRow[]> =>
  db.selectFrom('cases.receipt').selectAll().where('bureau_code', '=', bureauCode).where('case_id', '=', caseId).orderBy('id').execute()

export const papersOf = (db: Kysely<CaseTables>, bureauCode: string, caseId: string): Promise<PaperRow[]> =>
  db.selectFrom('cases.paper').selectAll().where('bureau_code', '=', bureauCode).where('case_id', '=', caseId).orderBy('id').execute()

/** The party that a receipt was issued to. */
export const partyOfReceipt = (db: Kysely<CaseTables>, bureauCode: string, receiptId: string): Promise<PartyRow | undefined> =>
  db
    .selectFrom('cases.receipt as r')
    .innerJoin('cases.party as p', (join) => join.onRef('p.bureau_code', '=', 'r.bureau_code').onRef('p.id', '=', 'r.party_id'))
    .selectAll('p')
    .where('r.bureau_code', '=', bureauCode)
    .where('r.id', '=', receiptId)
    .executeTakeFirst()

/** A receipt or another paper of the case, with its sealed facts. */
export async function sealedPaper(
  db: Kysely<CaseTables>,
  bureauCode: string,
  caseId: string,
  paperId: string,
): Promise<ReceiptRow | PaperRow | undefined> {
  const ofCase = [...(await receiptsOf(db, bureauCode, caseId)), ...(await papersOf(db, bureauCode, caseId))]
  return ofCase.find((paper) => paper.id === paperId)
}
