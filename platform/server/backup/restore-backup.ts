import { once } from 'node:events'
import pg from 'pg'
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams'
import type { Connection } from '../database.ts'
import { InstallationFault, migrate, readMigrations } from '../migrate.ts'
import { type BackupEnd, type BackupHead, checkBackup, readBackup } from './backup-file.ts'
import { nameIn, quoted } from './take-backup.ts'

interface Restoring {
  /** As a superuser, to the database that is to hold the backup; it must be empty. */
  readonly connection: Connection & { readonly database: string }
  readonly file: string
  readonly folders: readonly string[]
  /** Ids of the keys that are in place. */
  readonly keyIds: readonly string[]
}

interface Restored {
  readonly takenAt: string
  readonly tables: number
  readonly rows: number
}

/**
 * Fills an empty database from a backup, all of it or nothing: it is filled under another name first.
 * What is cut, foreign, newer than the program or sealed with keys that are not there is refused before anything changes.
 */
export async function restoreBackup({ connection, file, folders, keyIds }: Restoring): Promise<Restored> {
  await checkBackup(file)
  const head = await headIn(file)
  await refuseStrange(head, folders)
  const missing = head.keyIds.filter((id) => !keyIds.includes(id))
  if (missing.length > 0)
    throw new InstallationFault(
      `备份由密钥 ${missing.join('、')} 加密，本机没有。请先取回：npm run keys -- import 文件 · The backup is sealed with the keys ${missing.join(', ')}, which are not here. Restore them first: npm run keys -- import FILE`,
    )
  await refuseFull(connection)
  const draft = `${connection.database}_restoring`
  await onServer(connection, `drop database if exists ${quoted(draft)} with (force)`, `create database ${quoted(draft)}`)
  const there = { ...connection, database: draft }
  await migrate(there, folders, new Set(head.migrations.map(({ name }) => name)))
  const end = await fill(there, file, head)
  const name = quoted(connection.database)
  await onServer(connection, `drop database ${name}`, `alter database ${quoted(draft)} rename to ${name}`).catch(
    (error: { code?: string }) => {
      if (error.code !== '55006') throw error
      throw new InstallationFault('数据库正在使用，请先停止程序再恢复。 · The database is in use: stop the program, then restore.')
    },
  )
  const counts = Object.values(end.rows)
  return { takenAt: head.takenAt, tables: counts.length, rows: counts.reduce((sum, count) => sum + count, 0) }
}

async function headIn(file: string): Promise<BackupHead> {
  for await (const piece of readBackup(file)) if (piece.kind === 'head') return piece.head
  throw new InstallationFault(`${file} 没有内容。 · ${file} is empty.`)
}

/** A program restores what it knows: its own migrations, in the very text that ran. */
async function refuseStrange(head: BackupHead, folders: readonly string[]): Promise<void> {
  const known = new Map((await readMigrations(folders)).map(({ name, checksum }) => [name, checksum]))
  const strange = head.migrations.find(({ name, checksum }) => known.get(name) !== checksum)
  if (strange)
    throw new InstallationFault(
      `备份来自另一版程序（${strange.name}），没有动任何数据。请用那一版恢复，再升级。 · The backup is of another version (${strange.name}); nothing was changed. Restore with that version, then upgrade.`,
    )
}

async function withClient<Result>(connection: Connection, use: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ ...connection, application_name: 'daylight-restore' })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

async function refuseFull(connection: Connection & { readonly database: string }): Promise<void> {
  const { rows } = await withClient(connection, (client) => client.query(`select to_regclass('platform.migration') as known`))
  if (rows[0]?.known !== null)
    throw new InstallationFault(
      '这里已有数据，没有动它。请在空的 DAYLIGHT_HOME 里恢复。 · There is data here; it was left alone. Restore into an empty DAYLIGHT_HOME.',
    )
}

const onServer = (connection: Connection, ...statements: readonly string[]): Promise<void> =>
  withClient({ ...connection, database: 'postgres' }, async (client) => {
    for (const statement of statements) await client.query(statement)
  })

interface Copying {
  readonly table: string
  readonly stream: CopyStreamQuery
  readonly finished: Promise<unknown>
}

/** Copies every table as it was, and counts. */
const fill = (connection: Connection, file: string, head: BackupHead): Promise<BackupEnd> =>
  withClient(connection, async (client) => {
    // why: rows come table by table, so what they refer to may come later; triggers that refuse changes stay for daily work.
    await client.query('begin; set local session_replication_role = replica')
    await client.query(`truncate ${head.tables.map(({ name }) => nameIn(name)).join(', ')}`)
    const columns = new Map(head.tables.map((table) => [table.name, table.columns.map(quoted).join(', ')]))
    let copying: Copying | null = null
    let end: BackupEnd | null = null
    for await (const piece of readBackup(file)) {
      const table = piece.kind === 'rows' ? piece.table : null
      if (copying && copying.table !== table) {
        copying.stream.end()
        await copying.finished
        copying = null
      }
      if (piece.kind === 'end') end = piece.end
      if (piece.kind !== 'rows') continue
      copying ??= begin(client, piece.table, columns.get(piece.table) ?? '')
      if (!copying.stream.write(piece.text)) await Promise.race([once(copying.stream, 'drain'), copying.finished])
    }
    await refuseMiscounted(client, end)
    await client.query('commit')
    await client.query('analyze')
    return end as BackupEnd
  })

function begin(client: pg.Client, table: string, columns: string): Copying {
  const stream = client.query(copyFrom(`copy ${nameIn(table)} (${columns}) from stdin`))
  return { table, stream, finished: once(stream, 'finish') }
}

async function refuseMiscounted(client: pg.Client, end: BackupEnd | null): Promise<void> {
  for (const [table, count] of Object.entries(end?.rows ?? { backup: 0 })) {
    const { rows } = end ? await client.query<{ count: number }>(`select count(*) from ${nameIn(table)}`) : { rows: [] }
    if (Number(rows[0]?.count) !== count)
      throw new InstallationFault(
        `备份的行数对不上（${table}），没有动任何数据。 · The rows of ${table} do not add up; nothing was changed.`,
      )
  }
}
