import { type Kysely, sql } from 'kysely'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import type { UnitKind } from '../contract.ts'
import type { UnitDraft } from '../domain/unit-file.ts'
import type { AccountTables } from './tables.ts'

export type UnitDb = Kysely<AccountTables>

export interface Unit {
  readonly code: UnitCode
  readonly parentCode: UnitCode | null
  readonly bureauCode: BureauCode
  readonly kind: UnitKind
  readonly nameZh: string
  readonly nameEn: string
  readonly shortName: string
  readonly phone: string | null
  readonly address: string | null
  /** Of a bureau: who decides on a request for reconsideration of what it decided, as its papers name it. */
  readonly reconsiderationOrgan?: string | null
  /** Of a bureau: the court at which its decisions are sued over. */
  readonly court?: string | null
}

const asUnit = [
  'code',
  'parent_code as parentCode',
  'bureau_code as bureauCode',
  'kind',
  'name_zh as nameZh',
  'name_en as nameEn',
  'short_name as shortName',
  'phone',
  'address',
  'reconsideration_organ as reconsiderationOrgan',
  'court',
] as const

/** Parents come before their children, and units of one parent in the order of their codes. */
export async function unitsOfBureau(db: Kysely<AccountTables>, bureauCode: BureauCode): Promise<Unit[]> {
  const { rows } = await sql<Unit>`
    with recursive tree as (
      select unit.*, array[code::text] as place from accounts.unit where code = ${bureauCode}
      union all
      select child.*, tree.place || child.code::text from accounts.unit as child join tree on child.parent_code = tree.code
      where child.bureau_code = ${bureauCode}
    )
    select code, parent_code as "parentCode", bureau_code as "bureauCode", kind, name_zh as "nameZh", name_en as "nameEn",
      short_name as "shortName", phone, address,
      reconsideration_organ as "reconsiderationOrgan", court
    from tree order by place`.execute(db)
  return rows
}

export const unitOfCode = (db: Kysely<AccountTables>, code: UnitCode): Promise<Unit | undefined> =>
  db.selectFrom('accounts.unit').select(asUnit).where('code', '=', code).executeTakeFirst()

/** Chinese names by code, for a page of rows. */
export async function namesOfUnits(db: Kysely<AccountTables>, codes: readonly UnitCode[]): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map()
  const { rows } = await sql<{ code: UnitCode; name: string }>`
    select code, name_zh as name from accounts.unit where code = any(${[...new Set(codes)]}::bpchar[])`.execute(db)
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/** Saves many units in one statement, so that their order does not matter; a unit that is there already stays as it is. */
export async function saveUnits(db: Kysely<AccountTables>, units: readonly Unit[]): Promise<void> {
  await sql`
    insert into accounts.unit (code, parent_code, bureau_code, kind, name_zh, name_en, short_name, phone, address, reconsideration_organ, court)
    select "code", "parentCode", "bureauCode", "kind", "nameZh", "nameEn", "shortName", "phone", "address",
      "reconsiderationOrgan", "court"
    from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as given ("code" text, "parentCode" text, "bureauCode" text, "kind" text,
      "nameZh" text, "nameEn" text, "shortName" text, "phone" text, "address" text,
      "reconsiderationOrgan" text, "court" text)
    on conflict (code) do nothing`.execute(db)
}

/** Adds units below a bureau, or corrects those that are there; all in one statement, so that their order does not matter. */
export async function writeUnits(db: UnitDb, bureauCode: BureauCode, units: readonly UnitDraft[]): Promise<void> {
  await sql`
    insert into accounts.unit (code, parent_code, bureau_code, kind, name_zh, name_en, short_name, phone, address)
    select "code", "parentCode", ${bureauCode}, "kind", "nameZh", "nameEn", "shortName", "phone", "address"
    from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as given ("code" text, "parentCode" text, "kind" text,
      "nameZh" text, "nameEn" text, "shortName" text, "phone" text, "address" text)
    on conflict (code) do update set parent_code = excluded.parent_code, kind = excluded.kind, name_zh = excluded.name_zh,
      name_en = excluded.name_en, short_name = excluded.short_name, phone = excluded.phone, address = excluded.address
    where unit.bureau_code = excluded.bureau_code`.execute(db)
}

/** Which bureau each of these units belongs to, for those that are there. */
export const bureausOfUnits = (db: UnitDb, codes: readonly UnitCode[]) =>
  db
    .selectFrom('accounts.unit')
    .select(['code', 'bureau_code as bureauCode'])
    .where('code', 'in', codes.length > 0 ? codes : [null as never])
    .execute()

/** Sets who decides on complaints about a bureau; null: its papers say so in general words. */
export const saveRemedyBodies = async (
  db: Kysely<AccountTables>,
  bureauCode: BureauCode,
  { reconsiderationOrgan, court }: { readonly reconsiderationOrgan: string | null; readonly court: string | null },
): Promise<void> =>
  void (await db
    .updateTable('accounts.unit')
    .set({ reconsideration_organ: reconsiderationOrgan, court })
    .where('code', '=', bureauCode)
    .execute())

export const anyBureau = async (db: Kysely<AccountTables>): Promise<boolean> =>
  (await db.selectFrom('accounts.unit').select('code').where('kind', '=', 'bureau').limit(1).executeTakeFirst()) !== undefined

export async function allBureaus(db: Kysely<AccountTables>): Promise<BureauCode[]> {
  const rows = await db.selectFrom('accounts.unit').select('code').whereRef('code', '=', 'bureau_code').orderBy('code').execute()
  return rows.map(({ code }) => code as BureauCode)
}

/** Bureaus that have stations of their own, by code: those of counties, which take reports; not those above them. */
export const bureausWithStations = (db: Kysely<AccountTables>): Promise<Unit[]> =>
  db
    .selectFrom('accounts.unit as bureau')
    .select(asUnit)
    .where('kind', '=', 'bureau')
    .where((row) =>
      row.exists(
        row
          .selectFrom('accounts.unit as station')
          .select('station.code')
          .whereRef('station.bureau_code', '=', 'bureau.code')
          .where('station.kind', '=', 'station'),
      ),
    )
    .orderBy('code')
    .execute()
