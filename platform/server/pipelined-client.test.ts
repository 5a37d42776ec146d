import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cloneTemplate, ensureTemplate, type TestDatabase } from '#platform/testing/database.ts'
import { type OpenDatabase, openDatabase } from './database.ts'
import { migrate } from './migrate.ts'
import { sentAhead } from './pipelined-client.ts'

let database: TestDatabase
let opened: OpenDatabase
beforeAll(async () => {
  await ensureTemplate('empty', async () => undefined)
  database = await cloneTemplate('empty')
  await migrate(database.connection, [])
  // why: one connection, so that whatever one transaction leaves behind meets the next.
  opened = openDatabase(database.connection, () => undefined, 1)
})
afterAll(async () => {
  await opened.close()
  await database.drop()
})

const counterOf = async (kind: string) =>
  (await sql<{ last_value: number }>`select last_value from platform.counter where kind = ${kind}`.execute(opened.db)).rows[0]?.last_value
const insertAhead = (kind: string, value: number | null) =>
  sql`insert into platform.counter (bureau_code, unit_code, kind, period, last_value) values ('140121000000', '140121000000', ${kind}, '2026', ${value}::bigint) ${sentAhead}`

describe('statements sent ahead', () => {
  it('are done in their order before the next that is waited for, and stand with the commit', async () => {
    const seen = await opened.db.transaction().execute(async (tx) => {
      const answered = await insertAhead('a', 7).execute(tx)
      await sql`update platform.counter set last_value = last_value + ${1}::bigint where kind = ${'a'} ${sentAhead}`.execute(tx)
      const { rows } = await sql<{ last_value: number }>`select last_value from platform.counter where kind = ${'a'}`.execute(tx)
      return [answered.rows, rows]
    })
    expect(seen).toEqual([[], [{ last_value: 8 }]])
    expect(await counterOf('a')).toBe(8)
  })

  it('undo the transaction if one fails, and say why, even if nothing but the commit follows', async () => {
    const failing = opened.db.transaction().execute(async (tx) => {
      await insertAhead('b', 1).execute(tx)
      await insertAhead('b', null).execute(tx)
      await insertAhead('c', 1).execute(tx)
    })
    await expect(failing).rejects.toMatchObject({ code: '23502', column: 'last_value' })
    expect(await counterOf('b')).toBeUndefined()
    expect(await counterOf('c')).toBeUndefined()
  })

  it('are what a later statement of the same transaction fails with, and not "the transaction is aborted"', async () => {
    const failing = opened.db.transaction().execute(async (tx) => {
      await insertAhead('d', null).execute(tx)
      await sql`select ${1}::int as one`.execute(tx)
    })
    await expect(failing).rejects.toMatchObject({ code: '23502' })
  })

  it('leave no failure behind for whoever has the connection next, also if the caller gave up for another reason', async () => {
    const givenUp = opened.db.transaction().execute(async (tx) => {
      await insertAhead('e', null).execute(tx)
      throw new Error('changed my mind')
    })
    await expect(givenUp).rejects.toThrow('changed my mind')
    await opened.db.transaction().execute((tx) => insertAhead('e', 3).execute(tx))
    expect(await counterOf('e')).toBe(3)
  })

  it('are waited for like any other where no transaction is open, since nothing would follow that could tell', async () => {
    await opened.db.transaction().execute((tx) => insertAhead('f', 1).execute(tx))
    await expect(insertAhead('g', null).execute(opened.db)).rejects.toMatchObject({ code: '23502' })
  })
})
