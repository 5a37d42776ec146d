import { addDays, type Day, startOf } from '#kernel/beijing-time.ts'
import { bureauIsSetUp, demoVerifier, insertUnits } from '#modules/accounts/index.ts'
import { type BulkLoad, gatherStatistics, loadInBulk } from '#platform/server/bulk-load.ts'
import { openAs, type OpenDatabase } from '#platform/server/database.ts'
import { findInstallation, markInstallation } from '#platform/server/installation.ts'
import { InstallationFault } from '#platform/server/migrate.ts'
import type { PlatformTables } from '#platform/server/tables.ts'
import { inventProvince, type Province, type ProvinceCounty } from '../../data/province/province.ts'
import { unitOf } from './county-people.ts'
import { children, type CountyYear, enlist, type LoadParts, playCounty } from './load-county.ts'

/** How far a load is, after each county. */
export interface ProvinceProgress {
  readonly counties: number
  readonly ofCounties: number
  /** Of this run: incidents and rows of every table. */
  readonly incidents: number
  readonly rows: number
}

export interface ProvinceParts extends LoadParts {
  readonly database: OpenDatabase
  readonly seed: string
  /** Used if nothing is loaded yet; a load that goes on keeps the day on which it was begun. */
  readonly anchorDay: Day
  readonly years: number
  /** The first so many counties; all if left out. */
  readonly counties?: number | undefined
  /** Of the whole province in a year; the figures if left out. */
  readonly incidents?: number
  readonly cases?: number
  onCounty?(progress: ProvinceProgress): void
}

const daysOfYear = 365

// why: two at a time keep the database busy while the program invents, and the other way round.
const atOnce = 2

const sizeOf = ({ seed, years, counties }: ProvinceParts): string => `${seed}: years ${years}, counties ${counties ?? 'all'}`

/** The day of a load that was begun with the same order, null where the database is empty. Anything else is refused. */
async function begunOn(parts: ProvinceParts): Promise<Day | null> {
  const { database } = parts
  const found = await findInstallation(database.db)
  if (found?.seed === sizeOf(parts)) return found.anchorDay as Day
  if (!found && !(await bureauIsSetUp(openAs(database.db)))) return null
  const holds = found?.seed ?? '-'
  throw new InstallationFault(
    `这个数据库里已有别的数据（${holds}），省级数据只装进空数据库，或接着装完同样规模的。请换一个空目录。` +
      ` · This database holds something else (${holds}). The province goes into an empty one, or goes on with a load of the same size. Take an empty folder.`,
  )
}

/** Marks the database and sets up all bureaus and those who serve above the counties, at once or not at all. */
const begin = (parts: ProvinceParts, { units, upper }: Province, verifier: string): Promise<number> =>
  loadInBulk(parts.database, children, async (load) => {
    await markInstallation(load.open.as<PlatformTables>(), { isDemo: true, seed: sizeOf(parts), anchorDay: parts.anchorDay })
    await insertUnits(load.open, units.map(unitOf))
    for (const bureau of upper) await enlist(load, bureau, verifier)
  })

/** Counties that a load before this one has finished: each is written in one transaction, with its counters. */
async function finishedBureaus({ database }: ProvinceParts): Promise<ReadonlySet<string>> {
  const rows = await database.db.selectFrom('platform.counter').select('bureau_code').distinct().execute()
  return new Set(rows.map((row) => row.bureau_code))
}

function* yearsOf(county: ProvinceCounty, { years }: ProvinceParts, anchorDay: Day): Generator<CountyYear> {
  for (let before = years - 1; before >= 0; before--)
    yield { county: county.year(before), until: startOf(addDays(anchorDay, -before * daysOfYear)) }
}

interface Staged {
  readonly anchorDay: Day
  readonly verifier: string
}

async function writeCounty(parts: ProvinceParts, load: BulkLoad, county: ProvinceCounty, { anchorDay, verifier }: Staged): Promise<void> {
  const years = yearsOf(county, parts, anchorDay)
  const tracedSince = startOf(addDays(anchorDay, -daysOfYear))
  await enlist(load, county.people(), verifier)
  await playCounty(parts, load, { seed: county.seed, years, tracedSince })
}

/**
 * Loads a province, county by county, each in one transaction: a load that was killed goes on with the counties that are missing.
 * The last year is complete; earlier ones have no events, messages and trail.
 */
export async function loadProvince(parts: ProvinceParts): Promise<ProvinceProgress> {
  const begunBefore = await begunOn(parts)
  const anchorDay = begunBefore ?? parts.anchorDay
  const province = inventProvince({ ...parts, anchorDay })
  const verifier = await demoVerifier()
  const progress = { counties: 0, ofCounties: province.counties.length, incidents: 0, rows: 0 }
  if (begunBefore === null) progress.rows = await begin(parts, province, verifier)
  const finished = await finishedBureaus(parts)
  const missing = province.counties.filter(({ corps }) => !finished.has(corps.layout.bureau))
  progress.counties = province.counties.length - missing.length
  const queue = [...missing]
  const workOff = async () => {
    for (let county = queue.shift(); county; county = queue.shift()) {
      const rows = await loadInBulk(parts.database, children, (load) => writeCounty(parts, load, county, { anchorDay, verifier }))
      progress.rows += rows
      progress.counties += 1
      progress.incidents += county.incidents * parts.years
      parts.onCounty?.({ ...progress })
    }
  }
  const giveUp = (error: unknown): never => {
    queue.length = 0
    throw error
  }
  // why: whoever fails leaves no work to the other, and is reported once that has come to an end too.
  const outcomes = await Promise.allSettled(Array.from({ length: atOnce }, () => workOff().catch(giveUp)))
  const failed = outcomes.find((outcome) => outcome.status === 'rejected')
  if (failed) throw failed.reason
  await gatherStatistics(parts.database)
  return progress
}
