import { v7 as uuid } from 'uuid'
import type pg from 'pg'

/** Rows of one table that one transaction wrote. */
interface Written {
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
}

const tablesOf = async (pool: pg.Pool): Promise<string[]> => {
  const { rows } = await pool.query<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'accounts') order by 1`,
  )
  return rows.map(({ name }) => name)
}

// why: these rows are there already and are moved on; a new one for each incident would not be the same row.
const movedOn = ['platform.counter', 'audit.chain']

/** Everything that the transaction which registered this incident has written, in every table. */
export async function rowsWrittenWith(pool: pg.Pool, incidentId: string): Promise<readonly Written[]> {
  const { rows: found } = await pool.query<{ xmin: string }>('select xmin::text from incidents.incident where id = $1', [incidentId])
  const written: Written[] = []
  for (const table of await tablesOf(pool)) {
    if (movedOn.includes(table)) continue
    const { rows, fields } = await pool.query<unknown[]>({
      text: `select * from ${table} where xmin::text = $1`,
      values: [found[0]?.xmin],
      rowMode: 'array',
    })
    if (rows.length > 0) written.push({ table, columns: fields.map(({ name }) => name), rows })
  }
  return written
}

interface Insert {
  readonly name: string
  readonly text: string
  readonly values: readonly unknown[]
}

// why: a foreign key wants the incident first, and the statement of each table is planned once.
const order = (one: Written, other: Written) => Number(other.table === 'incidents.incident') - Number(one.table === 'incidents.incident')

const insertsOf = (written: readonly Written[]): readonly Insert[] =>
  written.toSorted(order).flatMap(({ table, columns, rows }) =>
    rows.map((values) => ({
      name: `bare-${table}`,
      text: `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
      values: values.map((value, index) => (columns[index] === 'seq' && table === 'audit.entry' ? Symbol.for('place') : value)),
    })),
  )

const uuidForm = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** The same rows for another incident: its id, its number, its events and its place in the trail are made anew, all else stands. */
export function copier(written: readonly Written[], nextPlace: () => number) {
  const inserts = insertsOf(written)
  const idIn = (table: string) => {
    const { columns, rows } = written.find((one) => one.table === table) as Written
    return rows.map((row) => String(row[columns.indexOf('id')]))
  }
  const renewed = ['incidents.incident', 'platform.outbox'].flatMap(idIn)
  const { columns, rows } = written.find(({ table }) => table === 'incidents.incident') as Written
  const number = rows[0]?.[columns.indexOf('number')]
  return (): readonly Insert[] => {
    const place = nextPlace()
    const fresh = new Map(renewed.map((id) => [id, uuid()]))
    const valueOf = (value: unknown): unknown => {
      if (typeof value === 'symbol') return place
      if (value === number) return `copy-${place}`
      return typeof value === 'string' ? value.replaceAll(uuidForm, (id) => fresh.get(id) ?? id) : value
    }
    return inserts.map((insert) => ({ ...insert, values: insert.values.map(valueOf) }))
  }
}
