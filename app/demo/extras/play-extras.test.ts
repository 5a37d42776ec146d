import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { day, startOf } from '#kernel/beijing-time.ts'
import { verifyAudit } from '#modules/audit/index.ts'
import type { World } from '#platform/testing/world.ts'
import { inventCounty } from '../../../data/county/county.ts'
import { loadedCounty } from '../testing/county-worlds.ts'
import type { DemoStage } from './extra.ts'
import { extras } from './index.ts'
import { playExtras } from './play-extras.ts'

const anchorDay = day('2026-11-24')
const now = new Date(startOf(anchorDay).getTime() + 9 * 3_600_000)
const seed = 'daylight'
const county = inventCounty({ seed, anchorDay, incidents: 3_000, cases: 1_000 })

let world: World
beforeAll(async () => {
  world = await loadedCounty({ county, seed, anchorDay, now })
}, 60_000)
afterAll(() => world.close())

const play = (...played: Parameters<typeof playExtras>[1]) => playExtras({ platform: world.platform, county, seed, loadedAt: now }, played)

it('are played by the real actions, and the trail still holds', async () => {
  await play(...extras)
  await world.work()
  expect(await verifyAudit(world.open)).toMatchObject({ faults: [] })
}, 60_000)

const deed = (name: string, input: object): Parameters<DemoStage['act']>[0] => ({
  name,
  by: county.officers[0] as { id: string },
  minutesAgo: 90,
  input,
})

it('does a deed at its own time', async () => {
  const call = { source: '110', category: 'theft', grade: 'III', place: '书院街', summary: '手机被偷' }
  let id = ''
  const receive = (stage: DemoStage) => stage.act(deed('incidents.receive', { id: (id = stage.newId(90)), ...call })).then(() => undefined)
  await play({ name: 'a call', play: receive })
  const { rows } = await sql<{ at: Date }>`select received_at as at from incidents.incident where id = ${id}`.execute(world.platform.db)
  expect(rows).toEqual([{ at: new Date(now.getTime() - 90 * 60_000) }])
})

it('calls it a fault if nobody can do a deed, or if it is refused', async () => {
  const played = (name: string) => play({ name, play: (stage) => stage.act(deed(name, {})).then(() => undefined) })
  await expect(played('incidents.fly')).rejects.toThrow('nobody in the county can do incidents.fly')
  await expect(played('incidents.receive')).rejects.toThrow('house.invalidInput')
})
