import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Officer } from '#kernel/actor.ts'
import { bureauCode, unitCode } from '#kernel/unit-code.ts'
import { enrol } from '#modules/accounts/testing/enrol.ts'
import { carrierSettings, type CarrierServer, startCarrier } from '#modules/notifications/testing/carrier-server.ts'
import { environmentOfApp } from '#platform/server/config.ts'
import { openAs, openDatabase, type OpenDatabase } from '#platform/server/database.ts'
import { type Embedded, startEmbedded } from '#platform/server/embedded/start-embedded.ts'
import { migrate } from '#platform/server/migrate.ts'
import { v7 as uuid } from 'uuid'
import { type AppProcess, keepAppProcess } from '../../../app/app-process.ts'
import { migrationFolders } from '../../../app/modules.ts'
import { freePort } from '../../journeys/stage/launch.ts'

export const [bureau, station] = [bureauCode('999996000000'), unitCode('999996550100')]

/** An installation as a launcher keeps it: its own PostgreSQL on disk, two app processes on one port, a gateway outside. */
export interface Stage {
  readonly port: number
  readonly database: OpenDatabase
  readonly gateway: CarrierServer
  readonly dispatcher: Officer
  readonly officer: Officer
  /** Ends one of them as a power cut would, whichever runs; false if none did. */
  kill(what: Victim, draw: number): boolean
  stop(): Promise<void>
}

export const victims = ['app', 'postmaster'] as const
export type Victim = (typeof victims)[number]

const person = (name: string, policeNumber: string, role: 'dispatcher' | 'officer'): Officer => {
  const unit = role === 'dispatcher' ? bureau : station
  const grant = { role, unitCode: unit, bureauCode: bureau, units: role === 'dispatcher' ? ('all' as const) : [unit] }
  return { kind: 'officer', id: uuid(), name, policeNumber, unitCode: unit, bureauCode: bureau, grants: [grant] }
}

/** Writes an empty bureau with two people into the cluster. */
async function furnish(embedded: Embedded): Promise<Pick<Stage, 'dispatcher' | 'officer' | 'database'>> {
  await migrate(embedded.connection, migrationFolders)
  const database = openDatabase(embedded.connection, () => undefined, 4)
  const people = { dispatcher: person('甲某', '700001', 'dispatcher'), officer: person('乙某', '700002', 'officer') }
  await enrol({ open: openAs(database.db), bureau }, Object.values(people))
  return { ...people, database }
}

function writeMessagesFile(home: string, port: number): string {
  const file = path.join(home, 'messages.json')
  writeFileSync(file, JSON.stringify({ channel: 'carrier', carrier: carrierSettings(port) }))
  chmodSync(file, 0o600)
  return file
}

/** Starts two app processes, the second when the first serves. */
async function startApps(environment: Readonly<Record<string, string | undefined>>): Promise<readonly AppProcess[]> {
  const apps: AppProcess[] = []
  for (const words of [[], ['--besides']]) {
    await new Promise<void>((resolve, reject) => {
      apps.push(
        keepAppProcess({
          script: path.resolve(import.meta.dirname, '../../../app/server.ts'),
          words,
          environment,
          say: () => undefined,
          isSilent: true,
          onRefusal: (code) => reject(new Error(`the app process ended with ${code}`)),
          onReady: resolve,
        }),
      )
    })
  }
  return apps
}

const readOrNothing = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // why: a process may end between the listing and the reading.
    return ''
  }
}

/** The process numbers of what runs for this home. */
function running(home: string, what: Victim): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => {
      const words = readOrNothing(`/proc/${name}/cmdline`).split('\0')
      if (what === 'postmaster') return words[0]?.endsWith('/postgres') === true && words[1] === '-D' && words[2]?.startsWith(home) === true
      const isApp = words.some((word) => word.endsWith('app/server.ts'))
      return isApp && readOrNothing(`/proc/${name}/environ`).split('\0').includes(`DAYLIGHT_HOME=${home}`)
    })
    .map(Number)
    .toSorted((one, other) => one - other)
}

export async function setStage(): Promise<Stage> {
  const home = mkdtempSync(path.join(tmpdir(), 'daylight-killing-'))
  chmodSync(home, 0o755)
  const embedded = await startEmbedded({ home })
  const furnished = await furnish(embedded)
  const [gateway, port] = [await startCarrier(), await freePort()]
  const apps = await startApps({
    ...environmentOfApp(embedded.connection),
    DAYLIGHT_HOME: home,
    PORT: String(port),
    DAYLIGHT_DEMO: '0',
    DAYLIGHT_PROCESSES: '2',
    DAYLIGHT_MESSAGES_FILE: writeMessagesFile(home, gateway.port),
  })
  return {
    ...furnished,
    port,
    gateway,
    kill(what, draw) {
      const alive = running(home, what)
      const [victim] = alive.slice(draw % Math.max(1, alive.length))
      if (victim === undefined) return false
      process.kill(victim, 'SIGKILL')
      return true
    },
    async stop() {
      await Promise.all(apps.map((app) => app.stop()))
      await furnished.database.close()
      await embedded.stop()
      await gateway.close()
      await pause(200)
      rmSync(home, { recursive: true, force: true })
    },
  }
}
