import { sql, type Kysely } from 'kysely'

interface Column {
  readonly name: string
  readonly type: string
  readonly isRequired: boolean
  readonly collation: string | null
  readonly hasSequence: boolean
}

interface Key {
  readonly name: string
  readonly isPrimary: boolean
  readonly columns: readonly string[]
}

interface Reference {
  readonly name: string
  readonly to: string
  readonly columns: readonly string[]
  readonly foreignColumns: readonly string[]
}

/** A table as the database itself describes it. */
export interface Table {
  readonly name: string
  readonly columns: readonly Column[]
  /** Primary key and every unique index. */
  readonly keys: readonly Key[]
  readonly references: readonly Reference[]
}

/** Small, copied whole to every node of a distributed database, and therefore free of the bureau key. */
export const referenceTables: ReadonlySet<string> = new Set([
  'platform.migration',
  'platform.installation',
  'platform.heartbeat',
  'platform.reseal',
  'accounts.unit',
  'accounts.officer',
  'accounts.role_grant',
  'accounts.login_throttle',
  'accounts.passkey_challenge',
])

/** Every table outside PostgreSQL's own schemas. */
export async function readCatalogue(db: Kysely<never>): Promise<Table[]> {
  const { rows } = await sql<Table>`
    select n.nspname || '.' || c.relname as name,
      (select jsonb_agg(jsonb_build_object(
          'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'isRequired', a.attnotnull, 'collation', co.collname,
          'hasSequence', a.attidentity <> '' or coalesce(pg_get_expr(d.adbin, d.adrelid) like 'nextval(%', false)) order by a.attnum)
        from pg_attribute a left join pg_collation co on co.oid = a.attcollation
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum and a.attgenerated = ''
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      coalesce((select jsonb_agg(jsonb_build_object('name', k.relname, 'isPrimary', i.indisprimary, 'columns',
          (select coalesce(jsonb_agg(a.attname order by p.at), '[]') from unnest(i.indkey::int[]) with ordinality p(attnum, at)
            join pg_attribute a on a.attrelid = c.oid and a.attnum = p.attnum where p.at <= i.indnkeyatts)) order by k.relname)
        from pg_index i join pg_class k on k.oid = i.indexrelid where i.indrelid = c.oid and i.indisunique), '[]') as keys,
      coalesce((select jsonb_agg(jsonb_build_object('name', f.conname, 'to', fn.nspname || '.' || fc.relname,
          'columns', (select jsonb_agg(a.attname order by p.at) from unnest(f.conkey) with ordinality p(attnum, at)
            join pg_attribute a on a.attrelid = f.conrelid and a.attnum = p.attnum),
          'foreignColumns', (select jsonb_agg(a.attname order by p.at) from unnest(f.confkey) with ordinality p(attnum, at)
            join pg_attribute a on a.attrelid = f.confrelid and a.attnum = p.attnum)) order by f.conname)
        from pg_constraint f join pg_class fc on fc.oid = f.confrelid join pg_namespace fn on fn.oid = fc.relnamespace
        where f.conrelid = c.oid and f.contype = 'f'), '[]') as references
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\_%'
    order by 1`.execute(db)
  return rows
}

type Rule = (table: Table) => readonly string[]

const isReference = (name: string) => referenceTables.has(name)
const keyColumns = (table: Table) =>
  new Set([...table.keys.flatMap((key) => key.columns), ...table.references.flatMap((key) => key.columns)])

/** The rules that let the schema be split by bureau, and the personal data in it stay sealed. */
export const catalogueRules: Readonly<Record<string, Rule>> = {
  'carries its bureau': ({ name, columns }) => {
    const bureau = columns.find((column) => column.name === 'bureau_code')
    if (isReference(name)) return []
    if (!bureau) return ['has no bureau_code char(12) collate "C" not null; a small table copied everywhere is listed in catalogue.ts']
    return bureau.type === 'character(12)' && bureau.isRequired && bureau.collation === 'C'
      ? []
      : ['bureau_code must be char(12) collate "C" not null']
  },
  'puts the bureau first in every key': ({ name, keys }) =>
    isReference(name)
      ? []
      : [
          ...keys.filter((key) => key.columns[0] !== 'bureau_code').map((key) => `${key.name} is unique and must begin with bureau_code`),
          ...(keys.some((key) => key.isPrimary) ? [] : ['has no primary key']),
        ],
  'refers only inside its bureau or to reference tables': ({ name, references }) =>
    references
      .filter(({ to, columns, foreignColumns }) => {
        if (isReference(to)) return false
        return (
          isReference(name) || columns.indexOf('bureau_code') === -1 || foreignColumns[columns.indexOf('bureau_code')] !== 'bureau_code'
        )
      })
      .map((key) => `${key.name} leaves the bureau: let it carry bureau_code on both sides`),
  'orders text keys by code point': (table) =>
    table.columns
      .filter((column) => /^(text|character)/.test(column.type) && keyColumns(table).has(column.name) && column.collation !== 'C')
      .map((column) => `${column.name} is part of a key: declare it collate "C"`),
  'takes no number from a sequence': ({ columns }) =>
    columns.filter((column) => column.hasSequence).map((column) => `${column.name}: use a uuid made by the client, or a counter row`),
  'keeps instants with their zone': ({ columns }) =>
    columns
      .filter((column) => /^(timestamp|time)\b.*without time zone/.test(column.type))
      .map((column) => `${column.name}: an instant is timestamptz`),
  'keeps sealed and hashed columns as bytes': ({ columns }) =>
    columns
      .filter((column) => /_(sealed|hash)$/.test(column.name) && column.type !== 'bytea')
      .map((column) => `${column.name} must be bytea`),
  'seals what names a person': ({ name, columns }) =>
    isReference(name)
      ? []
      : columns
          .filter((column) => /(^|_)(phone|id_number|address|person_name|caller_name|party_name|reporter_name)$/.test(column.name))
          .map((column) => `${column.name} is personal: keep it as ${column.name}_sealed, and ${column.name}_hash if it is looked up`),
}

export const faultsOf = (tables: readonly Table[], rule: Rule): string[] =>
  tables.flatMap((table) => rule(table).map((fault) => `${table.name}: ${fault}`))
