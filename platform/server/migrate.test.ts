import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cloneTemplate, ensureTemplate, type TestDatabase } from '#platform/testing/database.ts'
import { openDatabase } from './database.ts'
import { migrate, missingMigrations } from './migrate.ts'

let database: TestDatabase
let folder: string
beforeAll(async () => {
  await ensureTemplate('empty', async () => undefined)
  database = await cloneTemplate('empty')
  folder = await mkdtemp(path.join(tmpdir(), 'daylight-migrations-'))
  await writeFile(path.join(folder, '20990101-0000-create-shelf.sql'), 'create schema shelf; create table shelf.book (id int primary key);')
})
afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

describe('migrations', () => {
  it('run once, in the order of their names, also from two processes at once', async () => {
    const [one, two] = await Promise.all([migrate(database.connection, [folder]), migrate(database.connection, [folder])])
    expect([...one, ...two].toSorted()).toEqual([
      '20261124-0900-create-platform.sql',
      '20261129-1020-reseal-values.sql',
      '20990101-0000-create-shelf.sql',
    ])
    expect(await missingMigrations(database.connection, [folder])).toEqual([])
  })

  it('leave the working role no way to change the schema or the append-only tables', async () => {
    const opened = openDatabase(database.connection, () => undefined, 1)
    const refused = async (text: string) => opened.pool.query(text).catch((error: { code: string }) => error.code)
    expect(await refused('create table shelf.other (id int)')).toBe('42501')
    expect(await refused("update platform.outbox set name = 'x'")).toBe('42501')
    expect(await refused('delete from platform.migration')).toBe('42501')
    expect(await refused('insert into shelf.book values (1)')).toMatchObject({ rowCount: 1 })
    await opened.close()
  })

  it('change nothing when one fails, and say which', async () => {
    const file = path.join(folder, '20990102-0000-break-shelf.sql')
    await writeFile(file, 'create table shelf.half (id int); select nonsense;')
    await expect(migrate(database.connection, [folder])).rejects.toThrow(/20990102-0000-break-shelf.sql failed/)
    await rm(file)
    const client = new pg.Client(database.connection)
    await client.connect()
    expect((await client.query("select to_regclass('shelf.half') as half")).rows[0].half).toBeNull()
    await client.end()
  })

  it('refuse a file that was changed after it ran, and a database that a newer program made its own', async () => {
    await writeFile(path.join(folder, '20990101-0000-create-shelf.sql'), 'create schema shelf;')
    await expect(migrate(database.connection, [folder])).rejects.toThrow(/was changed after it ran/)
    await rm(path.join(folder, '20990101-0000-create-shelf.sql'))
    await expect(migrate(database.connection, [folder])).resolves.toEqual([])
    const client = new pg.Client(database.connection)
    await client.connect()
    await client.query("insert into platform.migration (name, checksum, is_breaking) values ('20991231-0000-later.sql', 'x', true)")
    await client.end()
    await expect(migrate(database.connection, [folder])).rejects.toThrow(/A newer Daylight/)
  })
})
