import { type Day, startOf } from '#kernel/beijing-time.ts'
import { demoVerifier, insertOfficers, insertUnits } from '#modules/accounts/index.ts'
import { type BulkLoad, gatherStatistics, loadInBulk } from '#platform/server/bulk-load.ts'
import type { Addresses } from '#platform/server/context.ts'
import type { OpenDatabase } from '#platform/server/database.ts'
import { markInstallation } from '#platform/server/installation.ts'
import type { Subscriber } from '#platform/server/subscriber.ts'
import type { PlatformTables } from '#platform/server/tables.ts'
import type { Vault } from '#platform/server/vault.ts'
import { keptSince } from '#platform/server/worker.ts'
import type { County } from '../../data/county/county.ts'
import { openCaseBook } from './case-book.ts'
import { actingOfficer, newOfficer, unitOf } from './county-people.ts'
import { type Deed, deedsOf, type DeedName, inOrder, inputOf } from './deeds.ts'
import { openIncidentBook } from './incident-book.ts'
import { type Doing, openLedger } from './ledger.ts'

/** What every county of an installation is loaded with. */
export interface LoadParts {
  readonly vault: Vault
  readonly addresses: Addresses
  readonly subscribers: ReadonlyMap<string, readonly Subscriber[]>
  /** When the county is loaded: what is swept by then is not written. */
  readonly now: Date
  onProgress?(done: number, of: number): void
}

export interface CountyParts extends LoadParts {
  readonly database: OpenDatabase
  readonly county: County
  readonly seed: string
  readonly anchorDay: Day
}

/** Tables that point to others, each after those it points to. */
export const children = [
  'incidents.step_log',
  'incidents.dispatch',
  'incidents.paper',
  'cases.stage_log',
  'cases.party',
  'cases.receipt',
  'cases.paper',
  'cases.paper_service',
  'public_query.milestone',
]

const deedsBetweenFlushes = 250

/** Loads the demo county and marks the installation, in one transaction: a start that was killed half-way leaves an empty database. */
export async function loadCounty(parts: CountyParts): Promise<void> {
  const { county, seed, anchorDay } = parts
  await loadInBulk(parts.database, children, async (load) => {
    // why: first, so that a second process that starts at the same time waits here and then finds it done.
    await markInstallation(load.open.as<PlatformTables>(), { isDemo: true, seed, anchorDay })
    await insertUnits(load.open, county.units.map(unitOf))
    await enlist(load, county, await demoVerifier())
    await playCounty(parts, load, { seed, years: [{ county, until: startOf(anchorDay) }] })
  })
  await gatherStatistics(parts.database)
}

/** Saves the officers of a bureau whose units are there. */
export const enlist = (load: BulkLoad, { bureau, officers }: Pick<County, 'bureau' | 'officers'>, verifier: string): Promise<void> =>
  insertOfficers(
    load.open,
    officers.map((officer) => newOfficer(bureau, officer, verifier)),
  )

/** One year of a county; what happens in its matters later than that is carried on to the next year. */
export interface CountyYear {
  readonly county: County
  readonly until: Date
}

interface Played {
  readonly seed: string
  /** In order of time, with the same people each year. */
  readonly years: Iterable<CountyYear>
  readonly tracedSince?: Date
}

/** The deeds of all years in the order in which they were recorded, one year at a time. */
function* deedsByYear(years: Iterable<CountyYear>): Generator<{ county: County; deeds: readonly Deed[] }> {
  let carried: readonly Deed[] = []
  for (const { county, until } of years) {
    const told = inOrder([...carried, ...deedsOf(county.incidents)])
    const end = told.findIndex(({ step }) => step.recordedAt >= until)
    yield { county, deeds: end < 0 ? told : told.slice(0, end) }
    carried = end < 0 ? [] : told.slice(end)
  }
}

/** Writes everything that happened in a county in these years. */
export async function playCounty(parts: LoadParts, load: BulkLoad, { seed, years, tracedSince }: Played): Promise<void> {
  let play: Play | undefined
  for (const { county, deeds } of deedsByYear(years)) {
    play ??= openPlay(parts, load, { seed, county, tracedSince })
    for (const [done, deed] of deeds.entries()) {
      play.carryOut(deed)
      if (done % deedsBetweenFlushes > 0) continue
      await load.flush()
      parts.onProgress?.(done, deeds.length)
    }
  }
  play?.close()
}

interface Play {
  carryOut(deed: Deed): void
  close(): void
}

interface Staged {
  readonly seed: string
  readonly county: County
  readonly tracedSince: Date | undefined
}

/** The county with its books open and its people in their places. */
function openPlay({ vault, addresses, subscribers, now }: LoadParts, load: BulkLoad, { seed, county, tracedSince }: Staged): Play {
  const { bureau } = county
  const units = new Map<string, ReturnType<typeof unitOf>>(county.units.map((unit) => [unit.code, unitOf(unit)]))
  const ledger = openLedger({ bureau, seed, load, vault, addresses, subscribers, keptSince: keptSince(now), units, tracedSince })
  const officers = new Map(county.officers.map((officer) => [officer.id, officer]))
  const acting = new Map(county.officers.map((officer) => [officer.id, actingOfficer(bureau, officer)]))
  const cases = openCaseBook(ledger, officers, seed)
  const incidents = openIncidentBook(ledger, cases)
  const acts: Readonly<Record<DeedName, (doing: Doing, input: object) => void>> = {
    ...incidents.carryOut,
    'cases.move': cases.move,
    'cases.serveNotice': cases.serveNotice,
  }
  return {
    carryOut(deed) {
      const actor = acting.get(deed.step.by)
      if (!actor) throw new TypeError(`the county has no officer ${deed.step.by}`)
      acts[deed.name]({ actor, now: deed.step.recordedAt, vault, addresses, isDemo: true, inputHash: noHash }, inputOf(deed))
      if (!deed.isLast) return
      incidents.close(deed.story.id)
      if (deed.story.case) cases.close(deed.story.case.id)
    },
    close: () => ledger.close(),
  }
}

/** Stands where an action keeps no hash of its input. */
const noHash = Buffer.alloc(0)
