import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import type { Connection } from './database.ts'

/** A fault of the installation, told in plain words, without a stack. */
export class InstallationFault extends Error {}

interface Migration {
  readonly name: string
  readonly text: string
  readonly checksum: string
  readonly isBreaking: boolean
}

const ownFolder = path.join(import.meta.dirname, 'migrations')
const lockKey = 4_719_001

/** All migrations of the platform and the given folders, in the order of their names. */
export async function readMigrations(folders: readonly string[]): Promise<Migration[]> {
  const files = await Promise.all(
    [ownFolder, ...folders].map(async (folder) =>
      (await readdir(folder)).filter((file) => file.endsWith('.sql')).map((file) => path.join(folder, file)),
    ),
  )
  const read = files.flat().map(async (file) => {
    const text = await readFile(file, 'utf8')
    return {
      name: path.basename(file),
      text,
      checksum: createHash('sha256').update(text).digest('hex'),
      isBreaking: text.startsWith('-- breaking'),
    }
  })
  return (await Promise.all(read)).toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

// why: two roles are made once for each server; a second database finds them there.
const roles = `do $$ begin
  if not exists (select from pg_roles where rolname = 'daylight_owner') then create role daylight_owner nologin; end if;
  if not exists (select from pg_roles where rolname = 'daylight_app') then create role daylight_app nologin; end if;
exception when duplicate_object or unique_violation then null; end $$`

interface Rights {
  readonly database: string
  readonly login: string
  readonly version: number
  readonly has_owner: boolean
  readonly has_app: boolean
  readonly is_owner_mine: boolean
  readonly is_app_mine: boolean
  readonly may_create: boolean
}

/** What this login still lacks, as the statements that give it; nothing if all is there. */
async function missingRights(client: pg.Client): Promise<string[]> {
  // why: from PostgreSQL 16 on whoever made a role is its member without being allowed to act as it; `set` asks for the latter.
  const { rows } = await client.query<Rights>(`
    with server as (
      select version, case when version >= 160000 then 'set' else 'member' end as wanted
      from (select current_setting('server_version_num')::int as version) as running
    ), role as (
      select (select oid from pg_roles where rolname = 'daylight_owner') as owner, (select oid from pg_roles where rolname = 'daylight_app') as app
    )
    select current_database() as database, current_user as login, version, owner is not null as has_owner, app is not null as has_app,
      coalesce(pg_has_role(current_user, owner, wanted), false) as is_owner_mine,
      coalesce(pg_has_role(current_user, app, wanted), false) as is_app_mine,
      coalesce(has_database_privilege(owner, current_database(), 'create'), false) as may_create
    from server, role`)
  const { database, login, version, ...has } = rows[0] as Rights
  const me = pg.escapeIdentifier(login)
  const fully = version >= 160_000 ? ' with set true, inherit true' : ''
  return [
    ...(has.has_owner ? [] : ['create role daylight_owner nologin']),
    ...(has.has_app ? [] : ['create role daylight_app nologin']),
    ...(has.is_owner_mine ? [] : [`grant daylight_owner to ${me}${fully}`]),
    ...(has.is_app_mine ? [] : [`grant daylight_app to ${me}${fully}`]),
    ...(has.may_create ? [] : [`grant create on database ${pg.escapeIdentifier(database)} to daylight_owner`]),
  ]
}

/** Makes the two roles and acts as the owner. Only what is missing is granted, since a login may hold what it may not give. */
async function prepareRoles(client: pg.Client): Promise<void> {
  let reason = ''
  for (const statement of await missingRights(client)) {
    try {
      await client.query(statement.startsWith('create role') ? roles : statement)
    } catch (error) {
      reason ||= ` (${(error as Error).message})`
    }
  }
  // why: PostgreSQL only warns where a login holds some right on the database but may not pass it on.
  const missing = await missingRights(client)
  if (missing.length > 0)
    throw new InstallationFault(
      `数据库账号权限不足，请由数据库管理员执行下列语句后再启动。 / The database login lacks rights: have a database administrator run this, then start again.${reason}\n` +
        missing.map((statement) => `  ${statement};`).join('\n'),
    )
  await client.query('set role daylight_owner')
  await client.query('alter default privileges grant usage on schemas to daylight_app')
  await client.query('alter default privileges grant select, insert, update, delete on tables to daylight_app')
}

async function appliedOn(client: pg.Client): Promise<Map<string, { checksum: string; is_breaking: boolean }>> {
  const there = await client.query(`select to_regclass('platform.migration') as known`)
  if (there.rows[0].known === null) return new Map()
  const { rows } = await client.query('select name, checksum, is_breaking from platform.migration')
  return new Map(rows.map((row) => [row.name, row]))
}

function refuseForeignHistory(wanted: readonly Migration[], applied: Map<string, { checksum: string; is_breaking: boolean }>): void {
  const byName = new Map(wanted.map((migration) => [migration.name, migration]))
  for (const [name, row] of applied) {
    const mine = byName.get(name)
    if (mine && mine.checksum !== row.checksum)
      throw new InstallationFault(
        `迁移 ${name} 在执行后被改动过，请恢复原文件。 / Migration ${name} was changed after it ran: restore the file.`,
      )
    if (!mine && row.is_breaking)
      throw new InstallationFault(
        `数据库已被更新版本升级（${name}），请用新版程序。 / A newer Daylight upgraded this database (${name}): start that version.`,
      )
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(migration.text)
    await client.query('insert into platform.migration (name, checksum, is_breaking) values ($1, $2, $3)', [
      migration.name,
      migration.checksum,
      migration.isBreaking,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new InstallationFault(`迁移 ${migration.name} 未能执行 / Migration ${migration.name} failed: ${(error as Error).message}`)
  }
}

/**
 * Brings the database to the present schema, or to that of `only` these migrations. Safe to run from several processes at once;
 * returns the names it applied.
 */
export async function migrate(connection: Connection, folders: readonly string[], only?: ReadonlySet<string>): Promise<string[]> {
  const migrations = await readMigrations(folders)
  const client = new pg.Client({ ...connection, application_name: 'daylight-migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await prepareRoles(client)
    const applied = await appliedOn(client)
    refuseForeignHistory(migrations, applied)
    const open = migrations.filter((migration) => !applied.has(migration.name) && (only?.has(migration.name) ?? true))
    for (const migration of open) await apply(client, migration)
    return open.map((migration) => migration.name)
  } finally {
    await client.end()
  }
}

/** The migrations that this program has and the database has not. */
export async function missingMigrations(connection: Connection, folders: readonly string[]): Promise<string[]> {
  const client = new pg.Client(connection)
  // why: `/readyz` asks often; a server that stops meanwhile must not take the process with it, and the statement fails anyway.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const applied = await appliedOn(client)
    return (await readMigrations(folders)).filter((migration) => !applied.has(migration.name)).map((migration) => migration.name)
  } finally {
    await client.end()
  }
}
