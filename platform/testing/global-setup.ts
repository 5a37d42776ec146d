import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { readConfig } from '#platform/server/config.ts'
import type { Connection } from '#platform/server/database.ts'
import { startEmbedded } from '#platform/server/embedded/start-embedded.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server of this run, as a user who may create databases. */
    databaseServer: Connection
    /** Stands in the name of each database of this run. */
    databaseRun: string
  }
}

const folderStart = 'daylight-test-'

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function removeWhatKilledRunsLeft(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(name.startsWith(folderStart) ? name.slice(folderStart.length).split('-')[0] : Number.NaN)
    if (Number.isInteger(pid) && !isAlive(pid)) rmSync(path.join(tmpdir(), name), { recursive: true, force: true })
  }
}

async function startServer(): Promise<{ connection: Connection; stop: () => Promise<void> }> {
  const url = readConfig().databaseUrl
  if (url !== null) return { connection: { connectionString: url }, stop: async () => {} }
  removeWhatKilledRunsLeft()
  const home = mkdtempSync(path.join(tmpdir(), `${folderStart}${process.pid}-`))
  const server = await startEmbedded({ home, durable: false })
  const stop = async () => {
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
  return { connection: server.connection, stop }
}

async function dropDatabases(connection: Connection, run: string): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  const { rows } = await client.query<{ datname: string }>('select datname from pg_database where datname like $1', [`daylight_${run}_%`])
  for (const { datname } of rows) {
    await client.query(`alter database ${datname} is_template false`)
    await client.query(`drop database ${datname} with (force)`)
  }
  await client.end()
}

/** One PostgreSQL for the whole run: the embedded one, or the server that DATABASE_URL names. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { connection, stop } = await startServer()
  const run = `test${process.pid}`
  project.provide('databaseServer', connection)
  project.provide('databaseRun', run)
  return async () => {
    if (connection.connectionString !== undefined) await dropDatabases(connection, run)
    await stop()
  }
}
