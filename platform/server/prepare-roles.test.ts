import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cloneTemplate, ensureTemplate, type TestDatabase } from '#platform/testing/database.ts'
import { type Connection, openDatabase } from './database.ts'
import { migrate, missingMigrations } from './migrate.ts'

let database: TestDatabase
let admin: pg.Client
let login: string
beforeAll(async () => {
  await ensureTemplate('empty', async () => undefined)
  // why: the roles are the server's, and have to be there before a login can be given them.
  const first = await cloneTemplate('empty')
  await migrate(first.connection, [])
  await first.drop()
})
beforeEach(async () => {
  database = await cloneTemplate('empty')
  admin = new pg.Client(database.connection)
  await admin.connect()
  login = `daylight_test_${randomBytes(6).toString('hex')}`
})
afterEach(async () => {
  await admin.query(`drop owned by ${login}`)
  await admin.query(`alter database ${database.name} owner to current_user`)
  await admin.query(`drop role ${login}`)
  await admin.end()
  await database.drop()
})

const makeLogin = (attributes = '') => admin.query(`create role ${login} login password 'for tests only' ${attributes}`)

/** The same database, reached as the login. */
function asLogin(): Connection {
  const { connectionString, ...parts } = database.connection
  if (connectionString === undefined) return { ...parts, user: login, password: 'for tests only' }
  const url = new URL(connectionString)
  url.username = login
  url.password = 'for tests only'
  return { connectionString: url.href }
}

/** The statements that a refused start asks an administrator for. */
async function askedFor(): Promise<string[]> {
  const told = await migrate(asLogin(), []).then(
    () => 'nothing',
    (error: Error) => error.message,
  )
  expect(told).toMatch(/请由数据库管理员执行.* \/ .*have a database administrator run this/)
  return told
    .split('\n')
    .slice(1)
    .map((line) => line.trim())
}

async function expectServing(): Promise<void> {
  expect(await migrate(asLogin(), [])).toContain('20261124-0900-create-platform.sql')
  expect(await migrate(asLogin(), [])).toEqual([])
  expect(await missingMigrations(asLogin(), [])).toEqual([])
  const opened = openDatabase(asLogin(), () => undefined, 1)
  try {
    expect((await opened.pool.query('select from platform.heartbeat')).rows).toEqual([])
  } finally {
    await opened.close()
  }
}

describe('a login of the database', () => {
  it('starts when it owns the database and was given the roles beforehand, without the right to give them', async () => {
    await makeLogin()
    await admin.query(`grant daylight_owner, daylight_app to ${login}`)
    await admin.query(`alter database ${database.name} owner to ${login}`)
    await expectServing()
  })

  it('which may make roles but does not own the database is told what it lacks, and starts once that was run', async () => {
    await makeLogin('createrole')
    await admin.query(`grant daylight_owner, daylight_app to ${login} with admin option`)
    const asked = await askedFor()
    expect(asked).toEqual([`grant create on database "${database.name}" to daylight_owner;`])
    for (const statement of asked) await admin.query(statement)
    await expectServing()
  })

  it('that was given nothing is told each statement, and starts once they were run', async () => {
    await makeLogin()
    const asked = await askedFor()
    expect(asked).toEqual([
      expect.stringMatching(`^grant daylight_owner to "${login}"( with set true, inherit true)?;$`),
      expect.stringMatching(`^grant daylight_app to "${login}"( with set true, inherit true)?;$`),
      `grant create on database "${database.name}" to daylight_owner;`,
    ])
    for (const statement of asked) await admin.query(statement)
    await expectServing()
  })

  it('that may only administer the roles lets itself act as them', async () => {
    await makeLogin('createrole')
    const { rows } = await admin.query<{ version: number }>(`select current_setting('server_version_num')::int as version`)
    const only = (rows[0]?.version ?? 0) >= 160_000 ? 'with admin true, set false, inherit false' : 'with admin option'
    await admin.query(`grant daylight_owner, daylight_app to ${login} ${only}`)
    await admin.query(`alter database ${database.name} owner to ${login}`)
    await expectServing()
  })
})
