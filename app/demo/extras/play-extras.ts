import type { Platform } from '#platform/server/platform.ts'
import { randomOf } from '../../../data/county/random.ts'
import type { County } from '../../../data/county/county.ts'
import { modules } from '../../modules.ts'
import { actingOfficer } from '../county-people.ts'
import type { DemoStage, Extra } from './extra.ts'

interface Playing {
  readonly platform: Platform
  readonly county: County
  readonly seed: string
  readonly loadedAt: Date
}

const minuteMs = 60_000

/** Plays the extras one after the other, each deed through its action at its own time; the worker does what follows once it runs. */
export async function playExtras({ platform, county, seed, loadedAt }: Playing, extras: readonly Extra[]): Promise<void> {
  const officers = new Map(county.officers.map((officer) => [officer.id, officer]))
  const routes = new Map(modules.flatMap((module) => module.routes ?? []).map((route) => [route.name, route]))
  const ids = randomOf(`${seed}/extras`)
  const timeOf = (minutesAgo: number) => new Date(loadedAt.getTime() - minutesAgo * minuteMs)
  const platformAt = (minutesAgo: number): Platform => ({ ...platform, clock: { now: async () => timeOf(minutesAgo) } })
  const stage: DemoStage = {
    county,
    loadedAt,
    platformAt,
    newId: (minutesAgo) => ids.id(timeOf(minutesAgo)),
    async act({ name, by, minutesAgo, input }) {
      const [route, officer] = [routes.get(name), officers.get(by.id)]
      if (!route || !officer) throw new TypeError(`nobody in the county can do ${name}`)
      return route.carryOut(platformAt(minutesAgo), actingOfficer(county.bureau, officer), input)
    },
  }
  for (const extra of extras) await extra.play(stage)
}
