import { type Kysely, sql } from 'kysely'
import type { BureauCode } from '#kernel/unit-code.ts'
import type { ChainHead } from '../../domain/head-sheet.ts'
import type { AuditTables, HeadSheetRow } from '../tables.ts'
import type { SignedSheet } from './signed-sheet.ts'

type Db = Kysely<AuditTables>

interface LastSheet {
  readonly bureauCode: BureauCode
  readonly number: number | null
  readonly takenAt: Date | null
  readonly text: string | null
}

/** Bureaus that have a trail but no sheet since this moment, each with its last one. */
export async function bureausWithoutSheetSince(db: Db, since: Date): Promise<LastSheet[]> {
  const { rows } = await sql<LastSheet>`
    select bureau.bureau_code as "bureauCode", last.number, last.taken_at as "takenAt", last.text
    from (select distinct bureau_code from audit.chain) as bureau
    left join lateral (
      select number, taken_at, text from audit.head_sheet as sheet
      where sheet.bureau_code = bureau.bureau_code order by number desc limit 1
    ) as last on true
    where last.taken_at is null or last.taken_at < ${since}
    order by 1`.execute(db)
  return rows
}

/** Where the chains of a bureau end now. One statement sees one moment, and waits for nobody who is writing. */
export const presentHeads = (db: Db, bureauCode: BureauCode): Promise<ChainHead[]> =>
  db
    .selectFrom('audit.chain')
    .select(['chain', 'last_seq as seq', sql<string>`encode(last_hash, 'hex')`.as('hash')])
    .where('bureau_code', '=', bureauCode)
    .orderBy('chain')
    .execute()

/** Keeps a sheet; of two workers that made the same number, the first one’s stays. */
export const insertSheet = async (db: Db, row: HeadSheetRow): Promise<void> => {
  await db
    .insertInto('audit.head_sheet')
    .values(row)
    .onConflict((there) => there.columns(['bureau_code', 'number']).doNothing())
    .execute()
}

export const signedSheetOf = (row: Pick<HeadSheetRow, 'text' | 'algorithm' | 'public_key' | 'signature'>): SignedSheet => ({
  text: row.text,
  key: { algorithm: row.algorithm, spki: row.public_key },
  signature: row.signature,
})

const batch = 100

/** Sheets that have not left yet and may be tried now, the oldest first. */
export const sheetsToSend = (db: Db, now: Date): Promise<(HeadSheetRow & { attempts: number | null })[]> =>
  db
    .selectFrom('audit.head_sheet as sheet')
    .leftJoin('audit.head_sending as sending', (join) =>
      join.onRef('sending.bureau_code', '=', 'sheet.bureau_code').onRef('sending.number', '=', 'sheet.number'),
    )
    .selectAll('sheet')
    .select('sending.attempts')
    .where('sending.sent_at', 'is', null)
    .where((or) => or.or([or('sending.try_at', 'is', null), or('sending.try_at', '<=', now)]))
    .orderBy('sheet.taken_at')
    .limit(batch)
    .execute()

export const noteSending = async (db: Db, row: AuditTables['audit.head_sending']): Promise<void> => {
  const { bureau_code: _bureau, number: _number, ...told } = row
  await db
    .insertInto('audit.head_sending')
    .values(row)
    .onConflict((there) => there.columns(['bureau_code', 'number']).doUpdateSet(told))
    .execute()
}
