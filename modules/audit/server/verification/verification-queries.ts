import { type Kysely, sql } from 'kysely'
import type { BureauCode } from '#kernel/unit-code.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import { chainCount } from '../link.ts'
import type { AuditTables, EntryRow, HeadSheetRow } from '../tables.ts'

export type Db = Kysely<AuditTables>

export interface Head {
  readonly bureauCode: BureauCode
  readonly chain: number
  /** Null where there are entries but no head. */
  readonly lastSeq: number | null
  readonly lastHash: Buffer | null
}

/** Reads everything as it stands at one moment, while others go on writing. */
export const atOneMoment = <Result>(open: OpenTransaction, read: (db: Db) => Promise<Result>): Promise<Result> =>
  open.as<AuditTables>().transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read)

/** Every bureau that has anything of a trail: asked of all tables, or one whose heads are gone would not be looked at. */
export async function bureausWithTrail(db: Db, bureauCode: BureauCode | null): Promise<BureauCode[]> {
  const { rows } = await sql<{ bureauCode: BureauCode }>`
    with recursive written as (
      (select bureau_code from audit.entry order by bureau_code limit 1)
      union all
      select (select bureau_code from audit.entry where entry.bureau_code > written.bureau_code order by bureau_code limit 1)
      from written where written.bureau_code is not null
    ), bureau as (
      select bureau_code from written where bureau_code is not null
      union select bureau_code from audit.chain
      union select bureau_code from audit.head_sheet
    )
    select bureau_code as "bureauCode" from bureau
    where ${bureauCode}::bpchar is null or bureau_code = ${bureauCode}::bpchar order by 1`.execute(db)
  return rows.map((row) => row.bureauCode)
}

/** Every chain of a bureau that has a head or entries. */
export async function headsOf(db: Db, bureauCode: BureauCode): Promise<Head[]> {
  const { rows } = await sql<Head>`
    select ${bureauCode} as "bureauCode", place.chain, head.last_seq as "lastSeq", head.last_hash as "lastHash"
    from generate_series(0, ${chainCount - 1}::int) as place (chain)
    left join audit.chain as head on head.bureau_code = ${bureauCode} and head.chain = place.chain
    where head.chain is not null
      or exists (select from audit.entry where entry.bureau_code = ${bureauCode} and entry.chain = place.chain)
    order by place.chain`.execute(db)
  return rows
}

interface Sheets {
  readonly bureauCode: BureauCode
  readonly after: number
  readonly limit: number
}

/** The next signed sheets of a bureau in the order of their numbers. */
export const nextSheets = (db: Db, { bureauCode, after, limit }: Sheets): Promise<HeadSheetRow[]> =>
  db
    .selectFrom('audit.head_sheet')
    .selectAll()
    .where('bureau_code', '=', bureauCode)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute()

export type EntryWithTime = EntryRow & { readonly microseconds: string }

interface From {
  readonly bureauCode: BureauCode
  readonly chain: number
  readonly after: number
  readonly limit: number
}

/** The next entries of a chain; the time to the microsecond, which a date of the program would round. */
export async function nextEntries(db: Db, { bureauCode, chain, after, limit }: From): Promise<EntryWithTime[]> {
  const { rows } = await sql<EntryWithTime>`
    select entry.*, (extract(epoch from at) * 1000000)::bigint::text as microseconds
    from audit.entry
    where bureau_code = ${bureauCode} and chain = ${chain}::smallint and seq > ${after}::bigint
    order by seq limit ${limit}`.execute(db)
  return rows
}
