import { copyFile, mkdtemp, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { verifyAudit } from '#modules/audit/index.ts'
import { restoreBackup } from '#platform/server/backup/restore-backup.ts'
import { takeBackup } from '#platform/server/backup/take-backup.ts'
import { type Database, type OpenDatabase, openAs, openDatabase } from '#platform/server/database.ts'
import { placeKeys, readKeyFile, writeKeyFile } from '#platform/server/keys/key-file.ts'
import { openVault } from '#platform/server/vault.ts'
import { migrationFolders } from '../../app/modules.ts'
import { accepted, carryOut, type County, createCounty, dispatched, type OpenedCase, reporter } from './county.ts'

const server = inject('databaseServer')
const passphrase = '十二个字以上的一句口令才行'
const atFolder = (folder: string) => openVault({ folder, keys: null, kind: 'aes-256-gcm' })

let folder: string
let names = 0
const made: string[] = []
const opened: OpenDatabase[] = []

const onServer = async (statement: string) => {
  const client = new pg.Client(server)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
/** An empty database, as a new home has it. */
async function emptyDatabase() {
  const name = `daylight_${inject('databaseRun')}_drill_${process.pid}_${++names}`
  made.push(name)
  await onServer(`create database ${name}`)
  return { ...server, database: name }
}
const openAt = (connection: Parameters<typeof openDatabase>[0]) => {
  const one = openDatabase(connection, () => undefined, 4)
  opened.push(one)
  return one.db
}

let county: County
let given: OpenedCase
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'drill-'))
  county = await createCounty({ vault: await atFolder(path.join(folder, 'keys')) })
  given = await accepted(county)
  await county.world.work()
}, 120_000)
afterAll(async () => {
  await Promise.all(opened.map((one) => one.close()))
  for (const name of made) await onServer(`drop database if exists ${name} with (force)`)
})

/** Every row of every table as text, in order. */
async function everything(db: Database): Promise<Record<string, string>> {
  const { rows } = await sql<{ name: string }>`select schemaname || '.' || tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') and tablename <> 'heartbeat' order by 1`.execute(db)
  const read = rows.map(async ({ name }) => {
    const all = await sql<{
      text: string | null
    }>`select string_agg(t::text, ' ' order by t::text) as text from ${sql.table(name)} as t`.execute(db)
    return [name, all.rows[0]?.text ?? ''] as const
  })
  return Object.fromEntries(await Promise.all(read))
}

/** Rows that refer to one that is not there, for every foreign key. */
async function dangling(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string; child: string; parent: string; on: string }>`
    select f.conname as name, f.conrelid::regclass::text as child, f.confrelid::regclass::text as parent,
      (select string_agg(format('c.%I = p.%I', a.attname, b.attname), ' and ') from unnest(f.conkey, f.confkey) as k (mine, theirs)
        join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.mine
        join pg_attribute b on b.attrelid = f.confrelid and b.attnum = k.theirs) as on
    from pg_constraint f where contype = 'f'`.execute(db)
  const checked = rows.map(async ({ name, child, parent, on }) => {
    const columns = [...on.matchAll(/c\.(\S+) =/g)].map(([, column]) => `c.${column} is not null`)
    const found = await sql<{ count: number }>`select count(*) as count from ${sql.raw(child)} c
      where ${sql.raw(columns.join(' and '))} and not exists (select from ${sql.raw(parent)} p where ${sql.raw(on)})`.execute(db)
    return (found.rows[0]?.count ?? 0) > 0 ? [name] : []
  })
  expect(rows.length).toBeGreaterThan(20)
  return (await Promise.all(checked)).flat()
}

const keyIds = () => county.world.platform.vault.keyIds()
const restoreAt = async (file: string, ids = keyIds()) => {
  const connection = await emptyDatabase()
  return { connection, restored: await restoreBackup({ connection, file, folders: migrationFolders, keyIds: ids }) }
}

describe.skipIf(server.connectionString !== undefined)('a backup', () => {
  it('is of one moment, although calls are taken all the while, and none of them waits or fails', async () => {
    const file = path.join(folder, 'under-load')
    const working = { isDone: false, calls: 0 }
    const load = (async () => {
      while (!working.isDone) {
        await dispatched(county)
        working.calls++
      }
    })()
    while (working.calls < 3) await new Promise((resolve) => setTimeout(resolve, 5))
    await takeBackup(county.world.connection, file, keyIds())
    working.isDone = true
    await load
    const { connection } = await restoreAt(file)
    const db = openAt(connection)
    expect((await verifyAudit(openAs(db))).faults).toEqual([])
    expect(await dangling(db)).toEqual([])
    const calls = async (of: Database) =>
      (await sql<{ count: number }>`select count(*) as count from incidents.incident`.execute(of)).rows[0]?.count ?? 0
    expect(await calls(db)).toBeGreaterThan(1)
    expect(await calls(db)).toBeLessThanOrEqual(await calls(county.world.platform.db))
  })

  it('and the exported keys bring everything back after the original is destroyed', async () => {
    const [file, keys] = [path.join(folder, 'whole'), path.join(folder, 'keys.json')]
    await county.world.work()
    const before = await everything(county.world.platform.db)
    const taken = await takeBackup(county.world.connection, file, keyIds())
    await writeFile(keys, await writeKeyFile(path.join(folder, 'keys'), passphrase))
    const bytes = await readFile(file)
    for (const secret of [await readFile(path.join(folder, 'keys/first.key'), 'utf8')])
      for (const form of [Buffer.from(secret.trim()), Buffer.from(secret.trim(), 'base64url')]) expect(bytes.includes(form)).toBe(false)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const { platform } = county.world
    await county.close()

    const elsewhere = path.join(folder, 'new-home')
    await placeKeys(elsewhere, readKeyFile(await readFile(keys, 'utf8'), passphrase))
    const vault = await atFolder(elsewhere)
    const { connection, restored } = await restoreAt(file, vault.keyIds())
    expect(restored).toMatchObject(taken)
    const db = openAt(connection)
    expect(await everything(db)).toEqual(before)
    expect((await verifyAudit(openAs(db))).faults).toEqual([])
    expect(await dangling(db)).toEqual([])
    const { caseId, partyId } = given
    const world = { ...county.world, platform: { ...platform, db, vault } }
    expect(await carryOut({ world }, county.near.officer, 'cases.unmaskParty', { caseId, partyId })).toMatchObject({
      name: reporter.reporterName,
    })
    expect(await dispatched({ ...county, world })).toBeTruthy()
    await expect(sql`delete from audit.entry`.execute(db)).rejects.toMatchObject({ code: '42501' })
  })

  const refused = async (file: string, sentence: RegExp, ids?: readonly string[]) => {
    const connection = await emptyDatabase()
    await expect(restoreBackup({ connection, file, folders: migrationFolders, keyIds: ids ?? keyIds() })).rejects.toThrow(sentence)
    const client = new pg.Client(connection)
    await client.connect()
    const { rows } = await client.query(`select nspname from pg_namespace where nspname in ('platform', 'audit', 'cases')`)
    await client.end()
    expect(rows).toEqual([])
  }
  const copyOf = async (name: string) => {
    const file = path.join(folder, name)
    await copyFile(path.join(folder, 'whole'), file)
    return file
  }

  it('that was cut, anywhere, is refused before anything changes', async () => {
    const { size } = await stat(path.join(folder, 'whole'))
    for (const length of [0, 5, 18, 40, Math.floor(size / 2), size - 32, size - 1]) {
      const file = await copyOf(`cut-${length}`)
      await truncate(file, length)
      await refused(file, /nothing was changed/)
    }
  })

  it('in which one bit was changed is refused, and so is a file of somebody else', async () => {
    const file = await copyOf('flipped')
    const bytes = await readFile(file)
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 1
    await writeFile(file, bytes)
    await refused(file, /cut short or changed/)
    const foreign = path.join(folder, 'foreign')
    await writeFile(foreign, 'PGDMP and so on, and on, and on, and on')
    await refused(foreign, /no backup of Daylight/)
    await refused(path.join(folder, 'absent'), /There is no file/)
  })

  it('is refused where its keys are not, where other data is, and where its program is not', async () => {
    const file = path.join(folder, 'whole')
    await refused(file, /npm run keys -- import/, [])
    const { connection } = await restoreAt(file)
    await expect(restoreBackup({ connection, file, folders: migrationFolders, keyIds: keyIds() })).rejects.toThrow(/There is data here/)
    const other = await emptyDatabase()
    await expect(restoreBackup({ connection: other, file, folders: [], keyIds: keyIds() })).rejects.toThrow(/another version/)
  })

  it('never takes the place of an earlier one', async () => {
    const [{ connection }, file] = [await restoreAt(path.join(folder, 'whole')), await copyOf('earlier')]
    const before = await readFile(file)
    await expect(takeBackup(connection, file, [])).rejects.toThrow(/is there already/)
    expect(await readFile(file)).toEqual(before)
  })
})
