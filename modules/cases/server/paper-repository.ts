import type { Kysely } from 'kysely'
import type { CaseTables, PaperRow, PaperServiceRow, PartyChangeRow, PartyRow, ReceiptRow } from './tables.ts'

export const insertParty = (tx: Kysely<CaseTables>, row: PartyRow): Promise<unknown> => tx.insertInto('cases.party').values(row).execute()

export const insertReceipt = (tx: Kysely<CaseTables>, row: ReceiptRow): Promise<unknown> =>
  tx.insertInto('cases.receipt').values(row).execute()

export const insertPaper = (tx: Kysely<CaseTables>, row: PaperRow): Promise<unknown> => tx.insertInto('cases.paper').values(row).execute()

export const partiesOf = (db: Kysely<CaseTables>, bureauCode: string, caseId: string): Promise<PartyRow[]> =>
  db.selectFrom('cases.party').selectAll().where('bureau_code', '=', bureauCode).where('case_id', '=', caseId).orderBy('id').execute()

/** The parties of some cases, in the order of each. */
export const partiesOfAll = async (db: Kysely<CaseTables>, cases: readonly { bureauCode: string; caseId: string }[]): Promise<PartyRow[]> =>
  cases.length === 0
    ? []
    : db
        .selectFrom('cases.party')
        .selectAll()
        .where('bureau_code', 'in', [...new Set(cases.map(({ bureauCode }) => bureauCode))])
        .where('case_id', 'in', [...new Set(cases.map(({ caseId }) => caseId))])
        .orderBy('id')
        .execute()

export const receiptsOf = (db: Kysely<CaseTables>, bureauCode: string, caseId: string): Promise<ReceiptRow[]> =>
  db.selectFrom('cases.receipt').selectAll().where('bureau_code', '=', bureauCode).where('case_id', '=', caseId).orderBy('id').execute()

export const papersOf = (db: Kysely<CaseTables>, bureauCode: string, caseId: string): Promise<PaperRow[]> =>
  db.selectFrom('cases.paper').selectAll().where('bureau_code', '=', bureauCode).where('case_id', '=', caseId).orderBy('id').execute()

/** How the notices of a case reached those they are made out for, in that order. */
export const servicesOf = (db: Kysely<CaseTables>, bureauCode: string, caseId: string): Promise<PaperServiceRow[]> =>
  db
    .selectFrom('cases.paper_service')
    .selectAll()
    .where('bureau_code', '=', bureauCode)
    .where('case_id', '=', caseId)
    .orderBy('served_at')
    .orderBy('paper_id')
    .execute()

export const insertService = (tx: Kysely<CaseTables>, row: PaperServiceRow): Promise<unknown> =>
  tx.insertInto('cases.paper_service').values(row).execute()

/** The party that a receipt was issued to. */
export const partyOfReceipt = (db: Kysely<CaseTables>, bureauCode: string, receiptId: string): Promise<PartyRow | undefined> =>
  db
    .selectFrom('cases.receipt as r')
    .innerJoin('cases.party as p', (join) => join.onRef('p.bureau_code', '=', 'r.bureau_code').onRef('p.id', '=', 'r.party_id'))
    .selectAll('p')
    .where('r.bureau_code', '=', bureauCode)
    .where('r.id', '=', receiptId)
    .executeTakeFirst()

/** The receipts that still hold: one for each party. */
export const receiptsInForce = (receipts: readonly ReceiptRow[]): ReceiptRow[] => {
  const replaced = new Set(receipts.map((receipt) => receipt.replaces_id))
  return receipts.filter((receipt) => !replaced.has(receipt.id))
}

type PartyUpdate = Partial<Pick<PartyRow, 'phone_sealed' | 'phone_hash' | 'public_phone_hash' | 'landline_sealed' | 'is_identity_secret'>>

export const updateParty = async (
  tx: Kysely<CaseTables>,
  { bureau_code, id }: Pick<PartyRow, 'bureau_code' | 'id'>,
  change: PartyUpdate,
): Promise<void> =>
  void (await tx.updateTable('cases.party').set(change).where('bureau_code', '=', bureau_code).where('id', '=', id).execute())

export const insertPartyChange = (tx: Kysely<CaseTables>, row: PartyChangeRow): Promise<unknown> =>
  tx.insertInto('cases.party_change').values(row).execute()

/** What was done about the parties of a case, in its order. */
export const partyChangesOf = (db: Kysely<CaseTables>, bureauCode: string, caseId: string): Promise<PartyChangeRow[]> =>
  db
    .selectFrom('cases.party_change')
    .selectAll()
    .where('bureau_code', '=', bureauCode)
    .where('case_id', '=', caseId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
