import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { modules } from '../../app/modules.ts'
import { catalogueRules, faultsOf, readCatalogue, referenceTables, type Table } from './catalogue.ts'

let world: World
let tables: readonly Table[]

beforeAll(async () => {
  world = await createWorld(modules)
  tables = await readCatalogue(world.open.as<never>())
}, 120_000)

afterAll(() => world.close())

it('finds the tables of every module', () => {
  expect(tables.length).toBeGreaterThan(15)
  const schemas = new Set(tables.map(({ name }) => name.split('.')[0]))
  expect([...schemas]).toEqual(
    expect.arrayContaining(['platform', 'accounts', 'audit', 'cases', 'incidents', 'notifications', 'public_query']),
  )
})

it('lists no reference table that does not exist', () => {
  const names = new Set(tables.map(({ name }) => name))
  expect([...referenceTables].filter((name) => !names.has(name))).toEqual([])
})

it.each(Object.entries(catalogueRules))('holds every table to it: %s', (_, rule) => {
  expect(faultsOf(tables, rule)).toEqual([])
})

const undo = new Error('undo')

/** The catalogue with one more table in it, which is gone again afterwards. */
async function withBadTable(): Promise<readonly Table[]> {
  let seen: readonly Table[] = []
  const made = world.platform.db.transaction().execute(async (tx) => {
    // why: daylight_app, rightly, may not make tables.
    await sql`set local role daylight_owner`.execute(tx)
    await sql`create table cases.bad_bare (id text collate "unicode" primary key)`.execute(tx)
    await sql`create table cases.bad_sale (
      bureau_code varchar(12), id bigint generated always as identity, bare_id text references cases.bad_bare (id),
      phone text, code_hash text, sold_at timestamp, unique (id))`.execute(tx)
    seen = (await readCatalogue(tx as unknown as Kysely<never>)).filter(({ name }) => name.startsWith('cases.bad_'))
    throw undo
  })
  await expect(made).rejects.toBe(undo)
  return seen
}

it('would notice each rule being broken', async () => {
  const bad = await withBadTable()
  const silent = Object.entries(catalogueRules).filter(([, rule]) => faultsOf(bad, rule).length === 0)
  expect(silent.map(([name]) => name)).toEqual([])
})
