import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openLog } from '#platform/server/log.ts'
import { type County, createCounty, dispatched } from './county.ts'
import { type Findings, fuzzHouse, heldBytes } from './fuzz/fuzz-house.ts'
import { allWays } from './fuzz/shots.ts'
import { targets } from './fuzz/targets.ts'
import { arrangeThings } from './things.ts'

const { perTarget, seed } = inject('fuzz')
const control = 'fz0x0z'
const markPattern = /fz[0-9a-z]+x[0-9a-z]+z/g

let county: County
let found: Findings
let heldAtFirst = 0
let heldAtLast = 0
const spoken = new Set<string>()

beforeAll(async () => {
  county = await createCounty({
    log: openLog('info', { write: (line) => (line.match(markPattern) ?? []).forEach((mark) => spoken.add(mark)) }),
  })
  const { hidden, secretOnes } = await arrangeThings(county)
  const known = [hidden, secretOnes].flatMap((things) =>
    Object.values(things).flatMap((all) => all.flatMap((one) => Object.values(one).map(String))),
  )
  // why: an administrator among the askers may close accounts, and then nobody would be left to ask.
  const askers = new Set([county.near, county.away, county.whole].flatMap((group) => Object.values(group).map(({ officer }) => officer.id)))
  const ids = [...known, county.colleague.officer.id].filter((id) => !askers.has(id))
  const say = perTarget > 100 ? (line: string) => void process.stdout.write(`${line}\n`) : undefined
  const asked = { county, targets: targets(), ids: [...new Set(ids)], ...(say && { say }) }
  await fuzzHouse({ ...asked, seed: seed + 1_000, perTarget: 1 })
  heldAtFirst = heldBytes()
  found = await fuzzHouse({ ...asked, seed, perTarget })
  heldAtLast = heldBytes()
}, 7_200_000)
afterAll(() => county.close())

describe(`input of any kind, ${perTarget} requests to each address, seed ${seed}`, () => {
  it('was really sent: every way of being wrong, some of it accepted, most of it refused', () => {
    expect([...found.ways].toSorted()).toEqual(allWays.toSorted())
    expect(found.sent).toBe(targets().length * perTarget)
    expect(found.statuses.get(200) ?? 0).toBeGreaterThan(found.sent / 50)
    expect(found.statuses.get(400) ?? 0).toBeGreaterThan(found.sent / 5)
    expect(found.marks.size).toBeGreaterThan(found.sent / 10)
  })

  it('is never a fault of ours, never hangs, is never repeated, and stores nothing if it is refused', () => {
    expect(found.faults).toEqual([])
  })

  it('leaves what was refused in no row and in no line of the log', async () => {
    const db = county.world.platform.db as unknown as Kysely<never>
    const { rows } = await sql<{ name: string }>`select schemaname || '.' || tablename as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') order by 1`.execute(db)
    const kept = new Set<string>()
    // why: a search that misses what was accepted would miss everything.
    await dispatched(county, { summary: `门锁被撬 ${control}` })
    for (const { name } of rows) {
      const { rows: marked } = await sql<{
        text: string
      }>`select t::text as text from ${sql.table(name)} as t where t::text ~ 'fz[0-9a-z]+x[0-9a-z]+z'`.execute(db)
      for (const { text } of marked) for (const mark of text.match(markPattern) ?? []) kept.add(mark)
    }
    expect([...kept].filter((mark) => found.marks.has(mark) && !found.accepted.has(mark))).toEqual([])
    expect(kept).toContain(control)
    expect([...spoken].filter((mark) => found.marks.has(mark))).toEqual([])
  })

  it('does not fill the memory', () => {
    expect((heldAtLast - heldAtFirst) / 1_048_576).toBeLessThan(48)
  })
})
