import type { Day } from '#kernel/beijing-time.ts'
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
import { deedsOf, type DeedName, inputOf } from './deeds.ts'
import { openIncidentBook } from './incident-book.ts'
import { type Doing, openLedger } from './ledger.ts'

export interface CountyParts {
  readonly database: OpenDatabase
  readonly vault: Vault
  readonly addresses: Addresses
  readonly subscribers: ReadonlyMap<string, readonly Subscriber[]>
  readonly county: County
  readonly seed: string
  readonly anchorDay: Day
  /** When the county is loaded: what is swept by then is not written. */
  readonly now: Date
  onProgress?(done: number, of: number): void
}

/** Tables that point to others, each after those it points to. */
const children = [
  'incidents.step_log',
  'incidents.paper',
  'cases.stage_log',
  'cases.party',
  'cases.receipt',
  'cases.paper',
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
    const passwordVerifier = await demoVerifier()
    await insertOfficers(
      load.open,
      county.officers.map((officer) => newOfficer(county.bureau, officer, passwordVerifier)),
    )
    await playCounty(parts, load)
  })
  await gatherStatistics(parts.database)
}

async function playCounty({ county, seed, vault, addresses, subscribers, now, onProgress }: CountyParts, load: BulkLoad): Promise<void> {
  const units = new Map<string, ReturnType<typeof unitOf>>(county.units.map((unit) => [unit.code, unitOf(unit)]))
  const ledger = openLedger({ bureau: county.bureau, seed, load, vault, addresses, subscribers, keptSince: keptSince(now), units })
  const officers = new Map(county.officers.map((officer) => [officer.id, officer]))
  const acting = new Map(county.officers.map((officer) => [officer.id, actingOfficer(county.bureau, officer)]))
  const cases = openCaseBook(ledger, officers, seed)
  const incidents = openIncidentBook(ledger, cases)
  const carryOut: Readonly<Record<DeedName, (doing: Doing, input: object) => void>> = {
    ...incidents.carryOut,
    'cases.move': cases.move,
    'cases.serveNotice': cases.serveNotice,
  }
  const deeds = deedsOf(county.incidents)
  for (const [done, deed] of deeds.entries()) {
    const actor = acting.get(deed.step.by)
    if (!actor) throw new TypeError(`the county has no officer ${deed.step.by}`)
    carryOut[deed.name]({ actor, now: deed.step.recordedAt, vault, addresses, isDemo: true, inputHash: noHash }, inputOf(deed))
    if (deed.isLast) {
      incidents.close(deed.story.id)
      if (deed.story.case) cases.close(deed.story.case.id)
    }
    if (done % deedsBetweenFlushes > 0) continue
    await load.flush()
    onProgress?.(done, deeds.length)
  }
  ledger.close()
}

/** Stands where an action keeps no hash of its input. */
const noHash = Buffer.alloc(0)
