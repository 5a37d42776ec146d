import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { Connection } from '#platform/server/database.ts'

export interface TestDatabase {
  readonly name: string
  readonly connection: Connection
  drop(): Promise<void>
}

// why: each name starts with the run's, so that the end of the run can drop them all on a server that stays.
const named = (kind: string, key: string) =>
  `daylight_${inject('databaseRun')}_${kind}_${createHash('sha256').update(key).digest('hex').slice(0, 16)}`

/** How to reach a database of the run's server, as the user who may create databases. */
function connectionFor(database: string): Connection {
  const { connectionString, ...server } = inject('databaseServer')
  if (connectionString === undefined) return { ...server, database }
  const url = new URL(connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}

async function onServer<Result>(use: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client(inject('databaseServer'))
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

async function isFinished(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ datistemplate: boolean }>('select datistemplate from pg_database where datname = $1', [name])
  if (rows[0]?.datistemplate === false) await client.query(`drop database ${name} with (force)`)
  return rows[0]?.datistemplate === true
}

/** Makes the template of this key once for the whole run; workers that ask meanwhile wait for it. */
export async function ensureTemplate(key: string, migrate: (connection: Connection) => Promise<void>): Promise<void> {
  const name = named('template', key)
  await onServer(async (client) => {
    // why: one lock for all keys, since migrations of any also make the roles, which the whole server shares.
    await client.query(`select pg_advisory_lock(hashtextextended('daylight templates', 0))`)
    if (await isFinished(client, name)) return
    await client.query(`create database ${name} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'`)
    await migrate(connectionFor(name))
    // why: only a template that is whole is marked, and nobody may connect, or no copy could be made.
    await client.query(`alter database ${name} with is_template true allow_connections false`)
  })
}

/** A fresh database, copied from the template in some 30 ms. */
export async function cloneTemplate(key: string): Promise<TestDatabase> {
  const name = named('copy', randomBytes(8).toString('hex'))
  await onServer((client) => client.query(`create database ${name} template ${named('template', key)} strategy file_copy`))
  return {
    name,
    connection: connectionFor(name),
    drop: () => onServer(async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
  }
}
