import { sql } from 'kysely'
import type { Database } from '#platform/server/database.ts'
import type { Cell, Vault } from '#platform/server/vault.ts'

type Row = Record<string, unknown>

/** Tables that say something of the program, its connections and its hours, not of the county. */
const leftOut = ['platform.migration', 'platform.installation', 'platform.heartbeat', 'audit.head_sheet', 'audit.head_sending']

/** Texts of every table's rows that are equal exactly when the rows are, whatever was drawn by chance. */
export type Dump = Readonly<Record<string, readonly string[]>>

async function readTables(db: Database): Promise<Map<string, Row[]>> {
  const { rows } = await sql<{ name: string }>`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`.execute(db)
  const tables = new Map<string, Row[]>()
  for (const { name } of rows)
    if (!leftOut.includes(name)) tables.set(name, (await sql<Row>`select * from ${sql.table(name)}`.execute(db)).rows)
  return tables
}

/** What is sealed in a cell; some modules name the cell after the column, some after what it holds. */
function unsealed(vault: Vault, sealed: Buffer, cell: Cell): string {
  try {
    return vault.open(sealed, cell)
  } catch {
    return vault.open(sealed, { ...cell, column: cell.column.replace(/_sealed$/, '') })
  }
}

function openedRow(vault: Vault, table: string, row: Row): Row {
  const cells = Object.entries(row).map(([column, value]) => {
    if (column === 'password_verifier') return [column, String(value).slice(0, 30)]
    if (!column.endsWith('_sealed') || !Buffer.isBuffer(value)) return [column, value]
    const cell = { bureauCode: String(row['bureau_code']), table, column, id: String(row['id']) }
    return [column, unsealed(vault, value, cell)]
  })
  return Object.fromEntries(cells) as Row
}

interface Chances {
  readonly ids: Map<string, string>
  readonly codes: Map<string, string>
}

const text = (value: unknown) => String(value)

/** Ids and codes that the actions drew, each with the name of what it stands for. */
function chancesIn(tables: ReadonlyMap<string, readonly Row[]>, vault: Vault): Chances {
  const ids = new Map<string, string>()
  const codes = new Map<string, string>()
  const of = (table: string) => tables.get(table) ?? []
  for (const row of of('cases.party')) ids.set(text(row['id']), `party of ${text(row['case_id'])}`)
  for (const row of of('cases.paper')) ids.set(text(row['id']), `${text(row['form'])} of ${text(row['case_id'])}`)
  for (const row of of('cases.receipt')) {
    ids.set(text(row['id']), `receipt of ${text(row['case_id'])}`)
    const { code } = (JSON.parse(text(row['paper_sealed'])) as { query: { code: string } }).query
    codes.set(code, `code of ${text(row['case_id'])}`)
    codes.set(vault.hash('public-code', code).toString('hex'), `hash of the code of ${text(row['case_id'])}`)
  }
  for (const row of of('platform.outbox')) ids.set(text(row['id']), `${text(row['subject'])} ${text(row['position'])}`)
  const named = (reference: string) => reference.replaceAll(uuid, (id) => ids.get(id) ?? id)
  for (const row of of('deadlines.clock')) ids.set(text(row['id']), named(`${text(row['subject'])} ${text(row['rule'])}`))
  for (const table of ['notifications.message', 'notifications.inbox'])
    for (const row of of(table)) ids.set(text(row['id']), `message ${named(text(row['reference']))}`)
  return { ids, codes }
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const code = /(?<![0-9a-f])(?:\d{16}|[0-9a-f]{64})(?![0-9a-f])/g

const asText = (_key: string, value: unknown) =>
  (value as { type?: string } | null)?.type === 'Buffer' ? Buffer.from((value as { data: number[] }).data).toString('hex') : value

/** The whole database as texts that can be compared with another's. */
export async function dumpCounty(db: Database, vault: Vault): Promise<Dump> {
  const read = await readTables(db)
  const tables = new Map([...read].map(([table, rows]) => [table, rows.map((row) => openedRow(vault, table, row))]))
  const { ids, codes } = chancesIn(tables, vault)
  const lineOf = (row: Row) =>
    JSON.stringify(row, asText)
      .replaceAll(uuid, (found) => ids.get(found) ?? found)
      .replaceAll(code, (found) => codes.get(found) ?? found)
  return Object.fromEntries([...tables].map(([table, rows]) => [table, rows.map(lineOf).toSorted()]))
}
