import { roles } from '#kernel/actor.ts'
import { addDays, dayOf, startOf } from '#kernel/beijing-time.ts'
import { readMessagesUpTo } from '#modules/notifications/index.ts'
import type { Config } from '#platform/server/config.ts'
import { openAs, type OpenDatabase, timeOf } from '#platform/server/database.ts'
import { findInstallation } from '#platform/server/installation.ts'
import { silentLog } from '#platform/server/log.ts'
import { inventCounty } from '../../data/county/county.ts'
import { assemblePlatform } from '../installation.ts'
import { actingOfficer } from './county-people.ts'
import { extras } from './extras/index.ts'
import { playExtras } from './extras/play-extras.ts'
import { loadCounty } from './load-county.ts'

export interface DemoParts {
  readonly config: Config
  readonly database: OpenDatabase
  readonly say: (zh: string, en: string) => void
}

const demoSeed = 'daylight'
const sayEveryMs = 2_000

/** Says how far it has come, every few seconds. */
function teller(say: DemoParts['say']) {
  let last = performance.now()
  return (done: number, of: number) => {
    if (performance.now() - last < sayEveryMs) return
    last = performance.now()
    const percent = Math.floor((100 * done) / of)
    say(`演示县：已装入 ${percent}%`, `Demo county: ${percent}% loaded`)
  }
}

/** Loads the demo county as of today into an empty database, and marks it for ever. */
export async function loadDemo({ config, database, say }: DemoParts): Promise<void> {
  const begin = performance.now()
  const now = await timeOf(openAs(database.db))
  const anchorDay = dayOf(now)
  say('演示县：正在装入（约半分钟，只在第一次启动时）', 'Demo county: loading (half a minute, at the first start only)')
  const county = inventCounty({ seed: demoSeed, anchorDay })
  const platform = await assemblePlatform({ config, database, log: silentLog, isDemo: true, wake: () => undefined })
  const isLoadedHere = await loadCounty({ ...platform, database, county, seed: demoSeed, anchorDay, now, onProgress: teller(say) }).then(
    () => true,
    async (error: unknown) => {
      // why: another process of this installation was faster; what it loaded is the same.
      if (!(await findInstallation(database.db))?.isDemo) throw error
      return false
    },
  )
  if (isLoadedHere) await playExtras({ platform, county, seed: demoSeed, loadedAt: now }, extras)
  // why: whoever signs in to a demo should meet the news of two days, not those of a year.
  const before = startOf(addDays(anchorDay, -2))
  for (const officer of county.officers.slice(0, roles.length))
    await readMessagesUpTo(openAs(database.db), actingOfficer(county.bureau, officer), before)
  const seconds = Math.round((performance.now() - begin) / 1_000)
  say(`演示县：装好了，用时 ${seconds} 秒`, `Demo county: ready after ${seconds} seconds`)
}
