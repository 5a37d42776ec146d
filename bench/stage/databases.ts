import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { dayOf } from '#kernel/beijing-time.ts'
import { type Config, readConfig } from '#platform/server/config.ts'
import { type Connection, openAs, type OpenDatabase, openDatabase, timeOf } from '#platform/server/database.ts'
import { type Embedded, startEmbedded } from '#platform/server/embedded/start-embedded.ts'
import { silentLog } from '#platform/server/log.ts'
import { migrate } from '#platform/server/migrate.ts'
import type { Platform } from '#platform/server/platform.ts'
import { loadDemo } from '../../app/demo/load-demo.ts'
import { loadProvince } from '../../app/demo/load-province.ts'
import { provinceHome } from '../../app/demo/seed-province.ts'
import { assemblePlatform } from '../../app/installation.ts'
import { migrationFolders } from '../../app/modules.ts'

export interface BenchDatabase {
  readonly config: Config
  readonly connection: Connection
  readonly database: OpenDatabase
  readonly platform: Platform
  close(): Promise<void>
}

const say = (zh: string, en: string) => void process.stdout.write(`${zh} · ${en}\n`)

interface Opening {
  readonly home: string
  readonly signal: AbortSignal
  /** Below the temporary folder, and gone afterwards. */
  readonly isOurs: boolean
}

/** Starts the embedded database of a home and opens it; `fill` may load it first. */
async function open({ home, signal, isOurs }: Opening, fill: (opened: BenchDatabase) => Promise<unknown>): Promise<BenchDatabase> {
  const embedded: Embedded = await startEmbedded({ home })
  const database = openDatabase(embedded.connection, () => undefined)
  const closeDown = async () => {
    await embedded.stop()
    await database.close()
    if (isOurs) await rm(home, { recursive: true, force: true })
  }
  let closing: Promise<void> | undefined
  const close = () => (closing ??= closeDown())
  // why: whatever waits for the database then ends with a fault, and nothing is left running.
  signal.addEventListener('abort', () => void close())
  try {
    await migrate(embedded.connection, migrationFolders)
    const config = readConfig({ DAYLIGHT_HOME: home })
    const platform = await assemblePlatform({ config, database, log: silentLog, isDemo: true, wake: () => undefined })
    const opened = { config, connection: embedded.connection, database, platform, close }
    await fill(opened)
    return opened
  } catch (error) {
    await close()
    throw error
  }
}

const temporaryHome = () => mkdtemp(path.join(tmpdir(), 'daylight-bench-'))

/** The demo county in an embedded database of its own below the temporary folder; the running system is not touched. */
export async function openDemoCounty(signal: AbortSignal): Promise<BenchDatabase> {
  return open({ home: await temporaryHome(), signal, isOurs: true }, ({ config, database }) => loadDemo({ config, database, say }))
}

/** The province that `npm run seed -- --scale province` made, or the demo county where there is none. */
export async function openProvince(signal: AbortSignal): Promise<BenchDatabase> {
  const home = provinceHome(readConfig())
  if (!existsSync(path.join(home, 'postgres', 'data'))) {
    say(
      `${home} 没有省级数据（npm run seed -- --scale province），改用演示县`,
      'There is no province yet; measuring the demo county instead',
    )
    return openDemoCounty(signal)
  }
  return open({ home, signal, isOurs: false }, async ({ database }) => {
    const { rows } = await database.pool.query<{ name: string; rows: number }>(
      `select relname as name, reltuples::bigint as rows from pg_class where oid in ('incidents.incident'::regclass, 'cases.case'::regclass) order by 1`,
    )
    const [cases, incidents] = rows.map((row) => Math.round(row.rows).toLocaleString('en-US'))
    say(`省级数据：约 ${incidents} 起警情，${cases} 起案件`, `The province: some ${incidents} incidents and ${cases} cases`)
  })
}

/** The first county bureaus of the province with a month's work or so, below the temporary folder. */
export async function openSomeCounties(signal: AbortSignal, counties: number): Promise<BenchDatabase> {
  const [incidents, cases] = [117 * 300, 117 * 60]
  return open({ home: await temporaryHome(), signal, isOurs: true }, async ({ database, platform }) => {
    const now = await timeOf(openAs(database.db))
    const { vault, addresses, subscribers } = platform
    await loadProvince({
      database,
      vault,
      addresses,
      subscribers,
      now,
      anchorDay: dayOf(now),
      seed: 'bench',
      years: 1,
      counties,
      incidents,
      cases,
    })
  })
}
