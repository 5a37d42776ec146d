import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Connection } from '../database.ts'
import { type BackupHead, type Piece, writeBackup } from './backup-file.ts'

/** A worker’s sign of life says nothing of the record. */
const leftOut = new Set(['platform.heartbeat'])

interface Taken {
  readonly tables: number
  readonly rows: number
}

/** Writes everything as it stands at one moment to a file, while the house goes on working. Nobody waits for it, and it holds no keys. */
export async function takeBackup(connection: Connection, file: string, keyIds: readonly string[]): Promise<Taken> {
  const client = new pg.Client({ ...connection, application_name: 'daylight-backup' })
  await client.connect()
  const rows: Record<string, number> = {}
  try {
    await client.query('set statement_timeout = 0; set datestyle = iso; set timezone = utc')
    await client.query('begin isolation level repeatable read read only')
    await writeBackup(file, piecesOf(client, keyIds, rows))
  } finally {
    await client.end()
  }
  return { tables: Object.keys(rows).length, rows: Object.values(rows).reduce((sum, count) => sum + count, 0) }
}

async function* piecesOf(client: pg.Client, keyIds: readonly string[], rows: Record<string, number>): AsyncGenerator<Piece> {
  const head = await headOf(client, keyIds)
  yield { kind: 'head', head }
  for (const { name, columns } of head.tables) {
    const stream = client.query(copyTo(`copy (select ${columns.map(quoted).join(', ')} from ${nameIn(name)}) to stdout`))
    for await (const text of stream as AsyncIterable<Buffer>) yield { kind: 'rows', table: name, text }
    rows[name] = stream.rowCount
  }
  yield { kind: 'end', end: { rows } }
}

export const quoted = (name: string): string => pg.escapeIdentifier(name)
export const nameIn = (table: string): string => table.split('.').map(quoted).join('.')

async function headOf(client: pg.Client, keyIds: readonly string[]): Promise<BackupHead> {
  const { rows: tables } = await client.query<{ name: string; columns: string[] }>(`
    select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema$)' group by 1 order by 1`)
  const { rows: migrations } = await client.query('select name, checksum from platform.migration order by name')
  const { rows: marks } = await client.query('select is_demo from platform.installation')
  const { rows: times } = await client.query<{ now: Date }>('select now()')
  return {
    takenAt: (times[0] as { now: Date }).now.toISOString(),
    isDemo: (marks[0]?.is_demo as boolean | undefined) ?? null,
    keyIds,
    migrations,
    tables: tables.filter(({ name }) => !leftOut.has(name)),
  }
}
