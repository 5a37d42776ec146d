import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { PlatformTables } from './tables.ts'

/** How to reach PostgreSQL: a server's URL, or the socket of the embedded one. */
export interface Connection {
  readonly connectionString?: string | undefined
  readonly host?: string | undefined
  readonly port?: number | undefined
  readonly user?: string | undefined
  readonly password?: string | undefined
  readonly database?: string | undefined
}

export type Database = Kysely<PlatformTables>

/** A transaction, or the database outside of one, that a module opens with its own tables. */
export interface OpenTransaction {
  as<Tables>(): Kysely<Tables>
}

const int8 = 20
const date = 1082
pg.types.setTypeParser(int8, Number)
// why: a `date` is Beijing's day and must not become an instant of the server's zone.
pg.types.setTypeParser(date, (text) => text)

const longestCatalogue = 500

/** A named statement is planned once for each connection: 0.74–0.90 of raw `pg`, against 0.6 without names. */
function namesOfStatements(): (text: string) => string | undefined {
  const names = new Map<string, string>()
  return (text) => {
    const known = names.get(text)
    if (known !== undefined || names.size >= longestCatalogue) return known
    const name = `d${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`
    names.set(text, name)
    return name
  }
}

type Values = unknown[] | undefined

function withNames(client: pg.PoolClient, nameOf: (text: string) => string | undefined) {
  return {
    release: () => client.release(),
    query: (text: string, values: Values) => {
      const name = values?.length ? nameOf(text) : undefined
      return name === undefined ? client.query(text, values) : client.query({ name, text, values: values ?? [] })
    },
  }
}

export interface OpenDatabase {
  readonly db: Database
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** Opens the database for daily work: as `daylight_app`, which can neither change the schema nor rewrite what is append-only. */
export function openDatabase(connection: Connection, onError: (error: Error) => void, size = 16): OpenDatabase {
  const pool = new pg.Pool({
    ...connection,
    max: size,
    application_name: 'daylight',
    // why: sent with the connection itself, so that no query runs before it.
    options: '-c role=daylight_app -c timezone=UTC',
  })
  // why: without a listener, a server that stops takes the whole process with it.
  pool.on('error', onError)
  // why: the pool listens only while a connection is idle; one that is lost in mid-transaction would take the process with it too.
  // Whoever is using it is told by the statement that fails.
  pool.on('connect', (client) => void client.on('error', () => undefined))
  const nameOf = namesOfStatements()
  const dialect = new PostgresDialect({
    pool: {
      connect: async () => withNames(await pool.connect(), nameOf),
      end: () => pool.end(),
    } as unknown as pg.Pool,
  })
  return { db: new Kysely<PlatformTables>({ dialect }), pool, close: () => pool.end() }
}

/** The one cast of the house: a module sees its own tables, and only those. */
export const openAs = (handle: object): OpenTransaction => ({ as: <Tables>() => handle as Kysely<Tables> })

/** The database's own time, so that several processes agree. */
export async function timeOf(handle: OpenTransaction): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(handle.as<PlatformTables>())
  return rows[0]?.now as Date
}
