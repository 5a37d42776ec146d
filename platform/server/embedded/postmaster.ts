import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import type { Layout } from './cluster.ts'
import { EmbeddedFault } from './embedded-fault.ts'
import { environment, runningAs, type Identity } from './identity.ts'
import { isSameProcess, lockFileOf, lockIsHeld, readPidFile } from './leftovers.ts'
import { settingsOf } from './settings.ts'

export interface Postmaster {
  readonly pid: number
  /** Resolves when the process is gone, for whatever reason. */
  readonly gone: Promise<void>
  stop(): Promise<void>
}

export interface Launch {
  readonly layout: Layout
  readonly binaries: Binaries
  readonly identity: Identity
  readonly socketDirectory: string
  readonly durable: boolean
}

const has = (tool: string) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).error === undefined

/** Without `setpriv`: a shell that reads from the launcher, and tells the server to stop when nothing can come any more. */
const watchingShell = '"$@" </dev/null & server=$!; trap "" INT; { cat >/dev/null; kill -INT $server 2>/dev/null; } <&3 & wait $server'

function commandOf({ layout, binaries, identity, socketDirectory, durable }: Launch): { command: readonly string[]; isWatched: boolean } {
  const isWatched = !has('setpriv')
  const lock = has('flock') ? ['flock', '-n', '-E', `${lockIsHeld}`, '-F', lockFileOf(layout)] : []
  const dieWithParent = isWatched ? [] : ['setpriv', '--pdeathsig', 'INT', '--']
  const server = [binaries.postgres, '-D', layout.data, ...settingsOf(socketDirectory, durable)]
  const command = [...identity.prefix, ...lock, ...dieWithParent, ...server]
  return { command: isWatched ? ['sh', '-c', watchingShell, 'watch', ...command] : command, isWatched }
}

function openLog(layout: Layout): number {
  const largest = 5_000_000
  if (existsSync(layout.log) && statSync(layout.log).size > largest) renameSync(layout.log, `${layout.log}.1`)
  return openSync(layout.log, 'a', 0o600)
}

function launch(given: Launch): ChildProcess {
  const { command, isWatched } = commandOf(given)
  const [file = '', ...rest] = command
  const log = openLog(given.layout)
  try {
    return spawn(file, rest, {
      ...runningAs(given.identity),
      env: environment,
      cwd: '/',
      // why: in a group of its own, so that Ctrl-C reaches the launcher alone and the server stops last.
      detached: true,
      stdio: ['ignore', log, log, isWatched ? 'pipe' : 'ignore'],
    })
  } finally {
    closeSync(log)
  }
}

function lastWords(layout: Layout, from: number): string {
  return readFileSync(layout.log, 'utf8').slice(from).trim().split('\n').slice(-5).join('\n')
}

/** The process number of the server once it takes connections; nothing if it ended before. */
async function waitUntilReady(layout: Layout, child: ChildProcess, isGone: () => boolean): Promise<number | undefined> {
  const step = 20
  while (!isGone()) {
    const file = readPidFile(layout)
    // why: until the new server writes it, the file is that of a killed one, and says "ready".
    if (file?.isReady && (file.pid === child.pid || isSameProcess(file))) return file.pid
    await pause(step)
  }
  return undefined
}

async function stop(pid: number, gone: Promise<void>): Promise<void> {
  const kill = (signal: NodeJS.Signals) => {
    try {
      process.kill(pid, signal)
    } catch {
      // why: it may be gone already, which is what was wanted.
    }
  }
  const patience = 60_000
  kill('SIGINT')
  const impatient = setTimeout(() => kill('SIGQUIT'), patience)
  await gone
  clearTimeout(impatient)
}

/** Starts PostgreSQL as a child that dies with this process, and waits until it takes connections. */
export async function startPostmaster(given: Launch): Promise<Postmaster> {
  const { layout } = given
  const from = existsSync(layout.log) ? readFileSync(layout.log, 'utf8').length : 0
  const child = launch(given)
  let isGone = false
  const gone = new Promise<void>((resolve) => {
    const leave = () => {
      isGone = true
      resolve()
    }
    child.once('exit', leave)
    child.once('error', leave)
  })
  const pid = await waitUntilReady(layout, child, () => isGone)
  if (pid === undefined) {
    throw new EmbeddedFault(
      `内嵌 PostgreSQL 没有启动：${lastWords(layout, from)}\n完整日志：${layout.log}`,
      `The embedded PostgreSQL did not start; its log is ${layout.log}`,
    )
  }
  return { pid, gone, stop: () => stop(pid, gone) }
}
