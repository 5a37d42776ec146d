import { createServer } from 'node:net'
import type { Server } from 'node:net'
import { mkdtempSync, chmodSync, rmSync } from 'node:fs'
import path from 'node:path'
import { v7 as uuid } from 'uuid'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { roles } from '#kernel/actor.ts'
import { demoLogins, loginOf, signIn } from './stage/api.ts'
import type { Session } from './stage/api.ts'
import { endAll, freePort, launch, launchToEnd } from './stage/launch.ts'
import type { Launched } from './stage/launch.ts'
import { processesOf, processOf } from './stage/processes.ts'
import { secondsSince, waitUntil } from './stage/wait-until.ts'

const suite = inject('suite')
const statusOf = async (address: string) => (await fetch(address, { redirect: 'manual' })).status
const answers = (address: string) =>
  statusOf(address).then(
    (status) => status === 200,
    () => false,
  )

describe('npm start on an empty folder', () => {
  it('prints the addresses and one log-in for each role', () => {
    const { said } = suite.firstStart
    for (const path of ['/', '/staff/', '/demo/phones']) expect(said).toMatch(new RegExp(`http://127\\.0\\.0\\.1:\\d+${path}\\n`))
    const logins = said.split('\n').filter((line) => /^ {2}\d{6} {2}\S+ {3}\S/.test(line))
    expect(logins).toHaveLength(roles.length)
  })

  it('shows that it goes on while the demo county is made', () => {
    const before = suite.firstStart.said.split('Daylight is ready')[0] ?? ''
    expect(before.split('\n').filter((line) => /演示|Demo/.test(line)).length).toBeGreaterThan(1)
  })

  it('has the demo county ready within a minute and a half, packages and screens included', () => {
    expect(suite.firstStart.seconds).toBeLessThan(90)
  })

  it('is stopped by Ctrl-C as a whole', () => {
    expect(suite.stop.left).toEqual([])
    expect(suite.stop.exitCode).toBe(0)
    expect(suite.stop.seconds).toBeLessThan(15)
  })

  it('starts in a few seconds the second time', () => {
    expect(suite.secondStart.seconds).toBeLessThan(15)
    expect(suite.secondStart.said).toContain('Daylight is ready')
  })

  it.each(['/', '/q', '/staff/', '/staff/login', '/healthz', '/readyz', '/api/openapi.json', '/demo/phones'])(
    'answers %s with 200 at once',
    async (path) => {
      expect(await statusOf(`${suite.origin}${path}`)).toBe(200)
    },
  )

  it('is ready with database, migrations and worker, and nothing stuck', async () => {
    const readiness = await (await fetch(`${suite.origin}/readyz`)).json()
    expect(readiness).toEqual({ status: 'ok', database: 'ok', migrations: 'ok', worker: 'ok', stuck: 0 })
  })
})

/** Registers an incident as the dispatcher, and has the server's word for it. */
async function registerIncident(session: Session): Promise<string> {
  const id = uuid()
  const { status, body } = await session.post('/api/incidents', {
    id,
    source: '110',
    category: 'theft',
    grade: 'III',
    place: '汾川县城关镇南街 12 号',
    summary: '停在楼下的电动车不见了。',
  })
  expect(body).toMatchObject({ id })
  expect(status).toBe(200)
  return id
}

describe('a running installation', () => {
  const home = suite.spareHome
  let port = 0
  let launched: Launched
  let session: Session
  beforeAll(async () => {
    port = await freePort()
  })
  const start = async () => {
    launched = launch({ home, port })
    await launched.ready()
    const logins = await demoLogins(launched.origin)
    session = await signIn(launched.origin, loginOf(logins, 'dispatcher'))
  }
  const isKept = async (id: string) => (await session.get(`/api/incidents/${id}`)).status
  const nothingIsLeft = () => waitUntil('no process of this home', () => processesOf(home).length === 0, 10)
  afterEach(async () => {
    await launched.interrupt()
    endAll(home)
  })

  it('comes back by itself after kill -9 of the server process, and has lost nothing that it had confirmed', async () => {
    await start()
    const id = await registerIncident(session)
    process.kill(processOf(home, /app\/server\.ts/), 'SIGKILL')
    const began = performance.now()
    await waitUntil('the server answers again', () => answers(`${launched.origin}/readyz`), 20)
    expect(secondsSince(began)).toBeLessThan(15)
    expect(await isKept(id)).toBe(200)
    expect(launched.said()).toContain('starting it again')
  })

  it('comes back by itself after kill -9 of PostgreSQL, and has lost nothing', async () => {
    await start()
    const id = await registerIncident(session)
    process.kill(processOf(home, /postgres -D/), 'SIGKILL')
    await waitUntil(
      'the database is away',
      async () => !(await answers(`${launched.origin}/readyz`)) || launched.said().includes('was started again'),
      10,
    )
    await waitUntil('the database is back', () => answers(`${launched.origin}/readyz`), 20)
    expect(await isKept(id)).toBe(200)
  })

  it.each([
    ['the bootstrap that npm runs', /^\S*node tools\/run\.mjs app\/start\.ts/],
    ['the launcher', /^\S*node app\/start\.ts/],
  ])('leaves nothing running after kill -9 of %s, and the next start has everything', async (_, command) => {
    await start()
    const id = await registerIncident(session)
    process.kill(processOf(home, command), 'SIGKILL')
    await nothingIsLeft()
    await start()
    expect(await isKept(id)).toBe(200)
  })

  it('says plainly that its port is taken, and ends', async () => {
    const other: Server = createServer().listen(port, '127.0.0.1')
    const { exitCode, said } = await launchToEnd({ home, port })
    other.close()
    expect(said).toMatch(new RegExp(`端口 ${port} 已被占用.*Port ${port} is taken; choose another: PORT=`))
    expect(exitCode).toBeGreaterThan(0)
    await nothingIsLeft()
  })

  it('refuses to turn a demo into a real installation, in plain words', async () => {
    const { exitCode, said } = await launchToEnd({ home, port, environment: { DAYLIGHT_DEMO: '0' } })
    expect(said).toContain('不能改作正式使用')
    expect(said).toContain('cannot become a real one')
    expect(said).not.toMatch(/^\s+at /m)
    expect(exitCode).toBeGreaterThan(0)
    await nothingIsLeft()
  })
})

describe('a wrong setting', () => {
  it.each([
    ['PORT', 'abc', 'PORT=3000'],
    ['DAYLIGHT_PUBLIC_URL', 'gongan.example.cn', 'DAYLIGHT_PUBLIC_URL=https://gongan.example.cn'],
    ['DAYLIGHT_DEMO', 'yes', 'DAYLIGHT_DEMO=0'],
    ['DAYLIGHT_COLOUR', 'red', 'DAYLIGHT_DEMO'],
  ])('%s=%s is named with an example', async (name, value, example) => {
    const { exitCode, said } = await launchToEnd({ home: suite.spareHome, port: await freePort(), environment: { [name]: value } })
    expect(said).toContain(name)
    expect(said).toContain(example)
    expect(said).not.toMatch(/^\s+at /m)
    expect(exitCode).toBeGreaterThan(0)
  })
})

describe('npm start with DAYLIGHT_DEMO=0 on an empty folder', () => {
  const folder = mkdtempSync('/tmp/daylight-bare-')
  chmodSync(folder, 0o755)
  const home = path.join(folder, 'home')
  let launched: Launched
  beforeAll(async () => {
    launched = launch({ home, port: await freePort(), environment: { DAYLIGHT_DEMO: '0' } })
    await launched.ready()
  })
  afterAll(async () => {
    await launched.interrupt()
    endAll(home)
    rmSync(folder, { recursive: true, force: true })
  })

  it('has neither demo phones nor demo log-ins', async () => {
    for (const path of ['/demo/phones', '/demo/phones.css', '/demo/phones/000000000000000000000000', '/api/demo/logins'])
      expect(await statusOf(`${launched.origin}${path}`), path).toBe(404)
    expect(launched.said()).not.toMatch(/demo\/phones|演示登录/)
  })

  it('serves its pages without the mark of a demo', async () => {
    for (const path of ['/', '/q', '/staff/', '/healthz', '/readyz', '/api/openapi.json'])
      expect(await statusOf(`${launched.origin}${path}`), path).toBe(200)
    expect(await (await fetch(`${launched.origin}/`)).text()).not.toContain('演示')
  })
})
