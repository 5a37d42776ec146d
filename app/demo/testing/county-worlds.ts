import { demoVerifier, insertOfficers, insertUnits } from '#modules/accounts/index.ts'
import { openDatabase } from '#platform/server/database.ts'
import { sweepDeliveries } from '#platform/server/worker.ts'
import { createWorld, type World } from '#platform/testing/world.ts'
import type { Day } from '#kernel/beijing-time.ts'
import type { County } from '../../../data/county/county.ts'
import { modules } from '../../modules.ts'
import { actingOfficer, newOfficer, unitOf } from '../county-people.ts'
import { type Deed, deedsOf, inputOf } from '../deeds.ts'
import { loadCounty } from '../load-county.ts'
import { dumpCounty } from './county-dump.ts'

async function demoWorld(): Promise<World> {
  const world = await createWorld(modules)
  Object.assign(world.platform, { isDemo: true })
  return world
}

export interface Given {
  readonly county: County
  readonly seed: string
  readonly anchorDay: Day
  readonly now: Date
}

async function load(world: World, given: Given, onProgress?: () => void): Promise<void> {
  const { vault, addresses, subscribers } = world.platform
  const database = openDatabase(world.connection, () => undefined, 2)
  try {
    await loadCounty({ ...given, database, vault, addresses, subscribers, ...(onProgress && { onProgress }) })
  } finally {
    await database.close()
  }
}

/** The county as the bulk path writes it. */
export async function loadedCounty(given: Given): Promise<World> {
  const world = await demoWorld()
  world.clock.now = given.now
  await load(world, given)
  return world
}

/** A load that dies after some of it was written; what it left, and a way to load again. */
export async function cutOff(given: Given) {
  const world = await demoWorld()
  let turns = 0
  const die = () => {
    if (++turns > 2) throw new Error('killed')
  }
  const outcome = await load(world, given, die).catch((error: Error) => error.message)
  if (outcome !== 'killed') throw new Error(`the load was not cut off: ${outcome}`)
  return { world, left: await dumpCounty(world.platform.db, world.platform.vault), again: () => load(world, given) }
}

/** The same county as its officers would have made it: every deed through its action, at its time, and the worker after each. */
export async function playedCounty({ county, now }: Given): Promise<World> {
  const world = await demoWorld()
  const passwordVerifier = await demoVerifier()
  await insertUnits(world.open, county.units.map(unitOf))
  await insertOfficers(
    world.open,
    county.officers.map((officer) => newOfficer(county.bureau, officer, passwordVerifier)),
  )
  const acting = new Map(county.officers.map((officer) => [officer.id, actingOfficer(county.bureau, officer)]))
  const routes = new Map(modules.flatMap((module) => module.routes ?? []).map((route) => [route.name, route]))
  const perform = async (deed: Deed) => {
    world.clock.now = deed.step.recordedAt
    const actor = acting.get(deed.step.by)
    const route = routes.get(deed.name)
    if (!actor || !route) throw new Error(`nobody can do ${deed.name}`)
    await route.carryOut(world.platform, actor, inputOf(deed))
    await world.work()
  }
  for (const deed of deedsOf(county.incidents)) await perform(deed)
  world.clock.now = now
  await sweepDeliveries(world.platform)
  return world
}
