import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, day, startOf } from '#kernel/beijing-time.ts'
import { verifyAudit } from '#modules/audit/index.ts'
import { openDatabase } from '#platform/server/database.ts'
import { createWorld, type World } from '#platform/testing/world.ts'
import { inventProvince, type ProvinceOrder } from '../../data/province/province.ts'
import { modules } from '../modules.ts'
import { loadProvince, type ProvinceParts, type ProvinceProgress } from './load-province.ts'
import { dumpCounty } from './testing/county-dump.ts'

const anchorDay = day('2026-11-24')
const order: ProvinceOrder = { seed: 'tiny', anchorDay, years: 2, counties: 2, incidents: 20_000, cases: 5_000 }
const expected = inventProvince(order).counties
const sum = (of: (county: (typeof expected)[number]) => number) => expected.reduce((all, county) => all + of(county), 0)

interface Loading {
  readonly world: World
  load(more?: Partial<ProvinceParts>): Promise<ProvinceProgress>
}

async function emptyWorld(): Promise<Loading> {
  const world = await createWorld(modules)
  Object.assign(world.platform, { isDemo: true })
  const { vault, addresses, subscribers } = world.platform
  const load = async (more: Partial<ProvinceParts> = {}) => {
    const database = openDatabase(world.connection, () => undefined, 4)
    const now = startOf(anchorDay)
    try {
      return await loadProvince({ ...order, database, vault, addresses, subscribers, now, ...more })
    } finally {
      await database.close()
    }
  }
  return { world, load }
}

const countIn = async ({ world }: Loading, from: string): Promise<number> =>
  Number((await sql<{ count: number }>`select count(*) as count from ${sql.raw(from)}`.execute(world.platform.db)).rows[0]?.count)

describe('a province of two counties and two years', () => {
  let loading: Loading
  let done: ProvinceProgress
  beforeAll(async () => {
    loading = await emptyWorld()
    done = await loading.load()
  }, 60_000)
  afterAll(() => loading.world.close())

  it('holds as many incidents and cases as were ordered, in two bureaus', async () => {
    expect(done).toMatchObject({ counties: 2, ofCounties: 2, incidents: 2 * sum(({ incidents }) => incidents) })
    expect(await countIn(loading, 'incidents.incident')).toBe(2 * sum(({ incidents }) => incidents))
    expect(await countIn(loading, 'cases.case')).toBe(2 * sum(({ cases }) => cases))
    expect(await countIn(loading, '(select distinct bureau_code from incidents.incident) as bureaus')).toBe(2)
  })

  it('sets up every bureau, below its city and the province, each with officers of its own once it is loaded', async () => {
    expect(await countIn(loading, `accounts.unit where kind = 'bureau'`)).toBe(1 + 11 + 117)
    expect(
      await countIn(
        loading,
        `accounts.unit as county join accounts.unit as city on city.code = county.parent_code join accounts.unit as province on province.code = city.parent_code where county.kind = 'bureau' and province.code = '140000000000'`,
      ),
    ).toBe(117)
    expect(await countIn(loading, `accounts.officer where bureau_code in (select bureau_code from incidents.incident)`)).toBe(
      sum(({ corps }) => corps.strength),
    )
    expect(await countIn(loading, `accounts.role_grant where role = 'leader' and unit_code in ('140000000000', '140100000000')`)).toBe(10)
  })

  it('has a complete last year, and an earlier one without events, messages and trail', async () => {
    const border = startOf(addDays(anchorDay, -365)).toISOString()
    expect(await countIn(loading, `incidents.incident where recorded_at < '${border}'`)).toBeGreaterThan(100)
    for (const [table, column] of [
      ['audit.entry', 'at'],
      ['platform.outbox', 'recorded_at'],
      ['notifications.message', 'created_at'],
      ['notifications.inbox', 'created_at'],
    ] as const) {
      expect(await countIn(loading, `${table} where ${column} < '${border}'`), table).toBe(0)
      expect(await countIn(loading, table), table).toBeGreaterThan(100)
    }
    expect(await verifyAudit(loading.world.open)).toMatchObject({ faults: [] })
  })

  it('numbers what happens without a gap, and keeps each subject’s place in its stream', async () => {
    const gaps = `(select bureau_code, left(number, 19) as series, max(right(number, 6)::int) - count(*) as missing from incidents.incident group by 1, 2) as series where missing <> 0`
    expect(await countIn(loading, gaps)).toBe(0)
    const behind = `platform.outbox as event join platform.stream as stream using (bureau_code, subject) where event.position > stream.last_position`
    expect(await countIn(loading, behind)).toBe(0)
  })

  it('is left alone by a second call, and refuses another size', async () => {
    expect(await loading.load()).toMatchObject({ counties: 2, incidents: 0, rows: 0 })
    await expect(loading.load({ years: 3 })).rejects.toThrow('This database holds something else (tiny: years 2, counties 2)')
  })
})

it('goes on with the counties that are missing after it was killed, and then holds the same', async () => {
  const [whole, cut] = [await emptyWorld(), await emptyWorld()]
  try {
    await whole.load({ years: 1, counties: 3 })
    const die = () => {
      throw new Error('killed')
    }
    await expect(cut.load({ years: 1, counties: 3, onCounty: die })).rejects.toThrow('killed')
    expect(await countIn(cut, '(select distinct bureau_code from incidents.incident) as bureaus')).toBeLessThan(3)
    const resumed = await cut.load({ years: 1, counties: 3, anchorDay: addDays(anchorDay, 3) })
    expect(resumed).toMatchObject({ counties: 3 })
    const [one, other] = await Promise.all([whole, cut].map(({ world }) => dumpCounty(world.platform.db, world.platform.vault)))
    expect(other).toEqual(one)
  } finally {
    await Promise.all([whole.world.close(), cut.world.close()])
  }
}, 60_000)
