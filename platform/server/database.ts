import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { namesOfStatements, pipelinedClient } from './pipelined-client.ts'
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
    pipeline: true,
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
      connect: async () => pipelinedClient(await pool.connect(), nameOf),
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
