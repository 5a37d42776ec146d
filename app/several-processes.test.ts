import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, type ClientRequest, request } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enrol, testPassword } from '#modules/accounts/testing/enrol.ts'
import { environmentOfApp } from '#platform/server/config.ts'
import { createWorld, type World } from '#platform/testing/world.ts'
import { type AppProcess, keepAppProcess } from './app-process.ts'
import { modules } from './modules.ts'

let world: World
let home: string
let port: number
let cookie: string
const apps: AppProcess[] = []

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port: free } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return free
}

/** As the launcher does it: the second when the first serves. */
const keep = (words: readonly string[]) =>
  new Promise<AppProcess>((resolve, reject) => {
    const settings = { DAYLIGHT_HOME: home, PORT: String(port), DAYLIGHT_PROCESSES: '2', DAYLIGHT_DEMO: '0' }
    const app: AppProcess = keepAppProcess({
      script: path.resolve(import.meta.dirname, 'server.ts'),
      words,
      environment: { ...environmentOfApp(world.connection), ...settings },
      say: () => undefined,
      isSilent: true,
      onRefusal: (code) => reject(new Error(`it ended with ${code}`)),
      onReady: () => resolve(app),
    })
  })

beforeAll(async () => {
  world = await createWorld(modules)
  const [dispatcher, officer] = [world.officer('甲某', 'dispatcher', world.bureau), world.officer('乙某', 'officer')]
  await enrol(world, [dispatcher, officer])
  home = mkdtempSync(path.join(tmpdir(), 'daylight-several-'))
  port = await freePort()
  apps.push(await keep([]))
  apps.push(await keep(['--besides']))
  const { headers } = await ask(fresh(), 'POST', '/api/session', { policeNumber: dispatcher.policeNumber, password: testPassword })
  cookie = String(headers['set-cookie']).split(';')[0] ?? ''
}, 120_000)
afterAll(async () => {
  await Promise.all(apps.map((app) => app.stop()))
  await world.close()
  rmSync(home, { recursive: true, force: true })
})

interface Answer {
  readonly status: number
  readonly body: string
  readonly headers: Readonly<Record<string, unknown>>
}

const fresh = () => new Agent({ keepAlive: true, maxSockets: 1 })

function send(agent: Agent, method: string, url: string, input?: object): { answer: Promise<Answer>; sending: ClientRequest } {
  const payload = input && JSON.stringify(input)
  const headers = {
    'x-daylight': '1',
    ...(cookie && { cookie }),
    ...(payload && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(payload)) }),
  }
  const sending = request({ agent, host: '127.0.0.1', port, method, path: url, headers })
  const answer = new Promise<Answer>((resolve, reject) => {
    sending.on('error', reject)
    sending.on('response', (incoming) => {
      let body = ''
      incoming.on('data', (piece: Buffer) => void (body += piece.toString()))
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, body, headers: incoming.headers }))
      incoming.on('error', reject)
    })
  })
  sending.end(payload)
  return { answer, sending }
}

/**
 * As a browser does it: a line that was closed while it lay open is no answer, and the request goes over another; so is a new one that
 * the kernel had not yet handed to the process that was closing its socket (`net.ipv4.tcp_migrate_req`).
 */
async function ask(agent: Agent, method: string, url: string, input?: object): Promise<Answer> {
  const { answer, sending } = send(agent, method, url, input)
  return answer.catch((error: NodeJS.ErrnoException) => {
    if (!sending.reusedSocket && error.code !== 'ECONNRESET') throw error
    return send(fresh(), method, url, input).answer
  })
}

const processAt = async (agent: Agent): Promise<string> =>
  /process_cpu_seconds_total\{process="(\d+)"\}/.exec((await ask(agent, 'GET', '/metrics')).body)?.[1] ?? 'none'

/** One line to each process. */
async function lineToEach(): Promise<readonly Agent[]> {
  const lines = new Map<string, Agent>()
  for (let tries = 0; lines.size < 2 && tries < 100; tries += 1) {
    const agent = fresh()
    const found = await processAt(agent)
    if (lines.has(found)) agent.destroy()
    else lines.set(found, agent)
  }
  return [...lines.values()]
}

const call = (over: object = {}) => ({
  id: uuid(),
  source: '110',
  category: 'burglary',
  grade: 'II',
  place: '粮站家属院',
  summary: '门锁被撬。',
  dispatchTo: world.station,
  ...over,
})

describe('two app processes on one port and one database', () => {
  it('both answer, and what one has written the other reads at once', async () => {
    const lines = await lineToEach()
    expect(lines).toHaveLength(2)
    const [one, other] = lines as [Agent, Agent]
    for (const [writer, reader] of [
      [one, other],
      [other, one],
    ] as const) {
      const input = call()
      expect((await ask(writer, 'POST', '/api/incidents', input)).status).toBe(200)
      const { rows } = JSON.parse((await ask(reader, 'GET', '/api/incidents?limit=5')).body) as { rows: { id: string }[] }
      expect(rows.map(({ id }) => id)).toContain(input.id)
    }
    for (const line of lines) line.destroy()
  })

  it('work the outbox once', async () => {
    const lines = await lineToEach()
    await Promise.all(Array.from({ length: 24 }, (_, at) => ask(lines[at % 2] as Agent, 'POST', '/api/incidents', call())))
    const open = async () => {
      const { rows } = await sql<{ open: number; again: number }>`select count(*) filter (where done_at is null) as open,
        count(*) filter (where attempts > 1) as again from platform.delivery`.execute(world.platform.db)
      return rows[0]
    }
    for (let waited = 0; Number((await open())?.open) > 0 && waited < 200; waited += 1) await pause(100)
    expect(await open()).toEqual({ open: 0, again: 0 })
    const { rows } = await sql<{ told: number; times: number }>`select count(*) as told, max(times) as times from
      (select count(*) as times from notifications.inbox where role = 'officer' group by reference) as each`.execute(world.platform.db)
    expect(rows[0]).toEqual({ told: 26, times: 1 })
    for (const line of lines) line.destroy()
  })

  it('drop nothing while one of them ends: what it has begun it finishes, what comes then the other answers', async () => {
    let isOver = false
    const answers: number[] = []
    const clients = Array.from({ length: 8 }, async (_, at) => {
      for (let agent = fresh(); !isOver;) {
        answers.push((await ask(agent, at % 2 ? 'GET' : 'POST', '/api/incidents', at % 2 ? undefined : call())).status)
        if (answers.length % 3 === 0) {
          agent.destroy()
          agent = fresh()
        }
      }
    })
    await pause(500)
    const before = answers.length
    await apps.pop()?.stop()
    await pause(500)
    isOver = true
    await Promise.all(clients)
    expect(before).toBeGreaterThan(8)
    expect(answers.length).toBeGreaterThan(before + 8)
    expect(answers.filter((status) => status !== 200)).toEqual([])
    const left = new Set(await Promise.all(Array.from({ length: 8 }, () => processAt(new Agent()))))
    expect(left.size).toBe(1)
  })
})
