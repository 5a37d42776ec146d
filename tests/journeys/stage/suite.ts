import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { endAll, freePort, launch } from './launch.ts'
import { processesOf } from './processes.ts'
import { secondsSince } from './wait-until.ts'

/** What the suite prepares once: a demo county that was started, stopped and started again, as on a user's second day. */
export interface Suite {
  readonly origin: string
  readonly home: string
  /** A stopped copy of the same home, for the tests that kill processes. */
  readonly spareHome: string
  /** Standard output and error of the server that the tests use. */
  readonly logFile: string
  /** Screenshots of what failed. */
  readonly evidence: string
  readonly firstStart: { readonly seconds: number; readonly said: string }
  readonly stop: { readonly seconds: number; readonly exitCode: number | null; readonly left: readonly string[] }
  readonly secondStart: { readonly seconds: number; readonly said: string }
}

declare module 'vitest' {
  interface ProvidedContext {
    suite: Suite
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync('/tmp/daylight-journeys-')
  // why: PostgreSQL runs as a user of its own and must reach its data.
  chmodSync(folder, 0o755)
  const [home, spareHome, evidence] = [path.join(folder, 'home'), path.join(folder, 'spare'), path.join(folder, 'evidence')]
  const logFile = path.join(folder, 'server.log')
  mkdirSync(evidence)
  const close = () => {
    for (const one of [home, spareHome]) endAll(one)
    const isClean = readdirSync(evidence).length === 0
    for (const name of readdirSync(folder))
      if (isClean || name !== 'evidence') rmSync(path.join(folder, name), { recursive: true, force: true })
    if (isClean) rmSync(folder, { recursive: true, force: true })
    else console.error(`Screenshots of what failed are in ${evidence}`)
  }
  try {
    const port = await freePort()
    const first = launch({ home, port })
    const firstStart = { seconds: await first.ready(), said: first.said() }
    const asked = performance.now()
    const exitCode = await first.interrupt()
    const stop = { seconds: secondsSince(asked), exitCode, left: processesOf(home).map(({ command }) => command) }
    // why: `cp -a` keeps the owner, who is not the one that runs the tests when these run as root.
    spawnSync('cp', ['-a', home, spareHome], { stdio: 'inherit' })
    if (!existsSync(spareHome)) throw new Error(`could not copy ${home}`)
    const second = launch({ home, port, logFile })
    const secondStart = { seconds: await second.ready(), said: second.said() }
    project.provide('suite', { origin: second.origin, home, spareHome, logFile, evidence, firstStart, stop, secondStart })
    console.log(`demo county: first start ${firstStart.seconds} s, stop ${stop.seconds} s, second start ${secondStart.seconds} s`)
    return async () => {
      await second.interrupt()
      close()
    }
  } catch (fault) {
    close()
    throw fault
  }
}
