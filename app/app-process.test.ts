import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { waitUntil } from '#platform/testing/embedded-trial.ts'
import { keepAppProcess, type AppProcess } from './app-process.ts'

let folder: string
let app: AppProcess | undefined
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'daylight-app-'))
})
afterEach(async () => {
  await app?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const pidFile = () => path.join(folder, 'pid')
const pid = () => (existsSync(pidFile()) ? Number(readFileSync(pidFile(), 'utf8')) : 0)
const isAlive = (process_: number) =>
  existsSync(`/proc/${process_}/stat`) && !readFileSync(`/proc/${process_}/stat`, 'utf8').includes(') Z ')

function keep(source: string): { refusals: number[]; said: string[] } {
  const script = path.join(folder, 'server.mjs')
  writeFileSync(script, `import { writeFileSync } from 'node:fs'\n${source}`)
  const [refusals, said]: [number[], string[]] = [[], []]
  app = keepAppProcess({ script, environment: {}, say: (_zh, en) => said.push(en), onRefusal: (exitCode) => refusals.push(exitCode) })
  return { refusals, said }
}

const serving = () => `
  writeFileSync('${pidFile()}', String(process.pid))
  process.send('ready')
  process.on('disconnect', () => process.exit(0))
  setInterval(() => {}, 1000)`

describe('the app process', () => {
  it('is started again after it was killed, and the launcher says so', async () => {
    const { said } = keep(serving())
    await waitUntil(() => pid() > 0)
    const first = pid()
    process.kill(first, 'SIGKILL')
    await waitUntil(() => pid() !== first)
    expect(said[0]).toMatch(/^The app process stopped unexpectedly; starting it again/)
  })

  it('that refuses its settings is not started again: its exit code is handed on', async () => {
    const { refusals } = keep('process.exit(7)')
    await waitUntil(() => refusals.length > 0)
    expect(refusals).toEqual([7])
  })

  it('is gone when stopping has ended, even while it was to be started again', async () => {
    keep(serving())
    await waitUntil(() => pid() > 0)
    process.kill(pid(), 'SIGKILL')
    await app?.stop()
    expect(isAlive(pid())).toBe(false)
  })

  it('is another one after a restart', async () => {
    const { said } = keep(serving())
    await waitUntil(() => pid() > 0)
    const first = pid()
    app?.restart()
    await waitUntil(() => pid() !== first)
    expect(said).toEqual([])
  })
})
