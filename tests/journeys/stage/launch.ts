import { spawn } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { processesOf } from './processes.ts'
import { secondsSince, waitUntil } from './wait-until.ts'

const root = path.resolve(import.meta.dirname, '../../..')

export interface Asked {
  readonly home: string
  readonly port: number
  readonly environment?: Readonly<Record<string, string>>
  /** Where all that it says is kept for the tests that read it. */
  readonly logFile?: string
}

/** One `npm start` of a user. */
export interface Launched {
  readonly home: string
  readonly origin: string
  /** The outermost process, `node tools/run.mjs app/start.ts`. */
  readonly pid: number
  /** Standard output and error so far. */
  readonly said: () => string
  /** Resolves with the seconds that it took until the addresses were printed; rejects if it ends before. */
  readonly ready: (limit?: number) => Promise<number>
  /** Null when a signal ended it. */
  readonly ended: Promise<number | null>
  /** Ctrl-C as a terminal sends it: to the whole group. Resolves when the outermost process is gone. */
  readonly interrupt: () => Promise<number | null>
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

// why: what the test runner sets for itself (NODE_ENV, VITEST…) is not there when a user starts the product.
const userEnvironment = () => ({ PATH: process.env['PATH'] ?? '/usr/bin:/bin', HOME: process.env['HOME'] ?? '/', TERM: 'dumb' })

export function launch({ home, port, environment = {}, logFile }: Asked): Launched {
  const began = performance.now()
  // why: in a group of its own, as in a terminal, it would outlive a test run that is killed.
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', '--', 'node', 'tools/run.mjs', 'app/start.ts'], {
    cwd: root,
    env: { ...userEnvironment(), DAYLIGHT_HOME: home, PORT: String(port), ...environment },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const hear = (piece: Buffer) => {
    text += piece.toString()
    if (logFile !== undefined) appendFileSync(logFile, piece)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  let hasEnded = false
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      hasEnded = true
      resolve(code)
    })
  })
  const pid = child.pid ?? 0
  return {
    home,
    origin: `http://127.0.0.1:${port}`,
    pid,
    said: () => text,
    ended,
    async ready(limit = 150) {
      const isReady = await waitUntil(
        'Daylight is ready',
        () => (hasEnded ? 'ended' : text.includes('Ctrl-C stops') && 'ready'),
        limit,
      ).catch((fault: Error) => fault.message)
      if (isReady !== 'ready') throw new Error(`the product did not start (${isReady}); it said:\n${text}`)
      return secondsSince(began)
    },
    async interrupt() {
      if (!hasEnded) process.kill(-pid, 'SIGINT')
      return ended
    },
  }
}

/** Starts it, and waits until it has ended by itself. */
export async function launchToEnd(asked: Asked): Promise<{ readonly exitCode: number | null; readonly said: string }> {
  const launched = launch(asked)
  const exitCode = await launched.ended
  return { exitCode, said: launched.said() }
}

/** Whatever a test left running of this home. */
export function endAll(home: string): void {
  for (const { pid } of processesOf(home)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // why: killing one may have ended the next.
    }
  }
}
