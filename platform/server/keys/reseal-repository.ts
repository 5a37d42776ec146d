import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { headBytes } from './sealing.ts'

/** A table with sealed columns, as the catalogue has it. */
export interface SealedTable {
  readonly name: string
  /** The primary key, bureau first, with the types of its columns. */
  readonly key: readonly { readonly name: string; readonly type: string }[]
  readonly sealed: readonly string[]
}

/** Every table that keeps something sealed: personal data stands in `…_sealed` and nowhere else, so none can be forgotten. */
export async function sealedTables(db: Database): Promise<SealedTable[]> {
  const { rows } = await sql<SealedTable>`
    select n.nspname || '.' || c.relname as name,
      (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by p.at)
        from pg_index i cross join unnest(i.indkey::int[]) with ordinality p (attnum, at)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = p.attnum where i.indrelid = c.oid and i.indisprimary) as key,
      (select jsonb_agg(a.attname order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attname like '%\_sealed') as sealed
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and exists (select from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attname like '%\_sealed')
    order by 1`.execute(db)
  return rows
}

export interface TableProgress {
  readonly table: string
  readonly done: number
  readonly total: number
  readonly sealedAnew: number
  readonly unreadable: number
  readonly finishedAt: Date | null
  readonly head: Buffer
}

export async function progressOf(db: Database): Promise<TableProgress[]> {
  const { rows } = await sql<TableProgress>`
    select table_name as table, rows_done as done, rows_total as total, sealed_anew as "sealedAnew", unreadable, finished_at as "finishedAt", head
    from platform.reseal order by 1`.execute(db)
  return rows
}

/** Begins a table anew for another key or kind. */
export async function beginTable(db: Database, table: string, head: Buffer, now: Date): Promise<void> {
  await sql`insert into platform.reseal as there (table_name, head, rows_total, started_at)
    select ${table}, ${head}, count(*), ${now} from ${sql.table(table)}
    on conflict (table_name) do update set head = excluded.head, after = null, rows_done = 0, rows_total = excluded.rows_total,
      sealed_anew = 0, unreadable = 0, started_at = excluded.started_at, finished_at = null
      where there.head <> excluded.head`.execute(db)
}

interface Turn {
  readonly table: string
  readonly after: readonly string[] | null
}

/** Takes up a table that is not finished and that no other worker has in hand; inside the caller's transaction. */
export async function takeTable(db: Database, head: Buffer): Promise<Turn | undefined> {
  const { rows } = await sql<Turn>`select table_name as table, after from platform.reseal
    where head = ${head} and finished_at is null order by 1 limit 1 for update skip locked`.execute(db)
  return rows[0]
}

export interface SealedRow {
  readonly key: readonly string[]
  readonly values: readonly (Buffer | null)[]
}

// why: append-only tables let the working role add only; sealing anew changes no fact, and the owner may do it.
export const asOwner = async (db: Database): Promise<void> => void (await sql`set local role daylight_owner`.execute(db))

const list = (parts: readonly string[]) => sql.join(parts.map((part) => sql.ref(part)))

/** The next rows in the order of the key, locked but for those that somebody is changing right now. */
export async function nextRows(db: Database, of: SealedTable, after: readonly string[] | null, limit: number): Promise<SealedRow[]> {
  const names = of.key.map(({ name }) => name)
  const beyond = after
    ? sql`where (${list(names)}) > (${sql.join(of.key.map(({ type }, at) => sql`${after[at]}::${sql.raw(type)}`))})`
    : sql``
  const { rows } = await sql<SealedRow>`
    select array[${sql.join(names.map((name) => sql`${sql.ref(name)}::text`))}] as key, array[${list(of.sealed)}] as values
    from ${sql.table(of.name)} ${beyond} order by ${list(names)} limit ${limit} for update skip locked`.execute(db)
  return rows
}

/** Writes the new values; null leaves a value as it is. */
export async function saveRows(db: Database, of: SealedTable, rows: readonly SealedRow[]): Promise<void> {
  if (rows.length === 0) return
  const keys = of.key.map(({ type }, at) => sql`${rows.map((row) => row.key[at])}::${sql.raw(type)}[]`)
  const values = of.sealed.map((_, at) => sql`${rows.map((row) => row.values[at] ?? null)}::bytea[]`)
  const given = [...of.key.map((_, at) => `k${at}`), ...of.sealed.map((_, at) => `v${at}`)]
  await sql`update ${sql.table(of.name)} as kept
    set ${sql.join(of.sealed.map((column, at) => sql`${sql.ref(column)} = coalesce(${sql.ref(`given.v${at}`)}, ${sql.ref(`kept.${column}`)})`))}
    from unnest(${sql.join([...keys, ...values])}) as given (${list(given)})
    where ${sql.join(
      of.key.map(({ name }, at) => sql`${sql.ref(`kept.${name}`)} = ${sql.ref(`given.k${at}`)}`),
      sql` and `,
    )}`.execute(db)
}

interface Step {
  readonly after: readonly string[]
  readonly rows: number
  readonly sealedAnew: number
  readonly unreadable: number
}

export async function noteStep(db: Database, table: string, { after, rows, sealedAnew, unreadable }: Step): Promise<void> {
  await sql`update platform.reseal set after = ${[...after]}::text[], rows_done = least(rows_done + ${rows}, rows_total),
    sealed_anew = sealed_anew + ${sealedAnew}, unreadable = unreadable + ${unreadable} where table_name = ${table}`.execute(db)
}

/** Ends the table, or begins it again where rows were passed over or written with an old key meanwhile. */
export async function endPass(db: Database, of: SealedTable, head: Buffer, now: Date): Promise<void> {
  const { rows } = await sql<{ left: number; known: number }>`
    select count(*) as left, (select unreadable from platform.reseal where table_name = ${of.name}) as known
    from ${sql.table(of.name)} where ${isOld(of, head)}`.execute(db)
  const { left = 0, known = 0 } = rows[0] ?? {}
  if (left <= known)
    await sql`update platform.reseal set finished_at = ${now}, rows_done = rows_total where table_name = ${of.name}`.execute(db)
  else await sql`update platform.reseal set after = null, rows_done = 0, unreadable = 0 where table_name = ${of.name}`.execute(db)
}

const isOld = (of: SealedTable, head: Buffer) =>
  sql.join(
    of.sealed.map((column) => sql`substring(${sql.ref(column)} from 1 for ${sql.lit(headBytes)}) <> ${head}`),
    sql` or `,
  )

/** How many rows of a table hold a value sealed with this key, of whatever kind. */
export async function rowsSealedWith(db: Database, of: SealedTable, keyId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(of.name)} where ${sql.join(
    of.sealed.map((column) => sql`substring(${sql.ref(column)} from 2 for ${sql.lit(headBytes - 1)}) = ${Buffer.from(keyId, 'hex')}`),
    sql` or `,
  )}`.execute(db)
  return rows[0]?.count ?? 0
}
