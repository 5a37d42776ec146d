import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ledgerModule } from '#platform/testing/ledger.ts'
import { createWorld, type World } from '#platform/testing/world.ts'
import { createHttp } from './http.ts'
import { addMetrics, createMetrics } from './metrics.ts'

let world: World
let server: FastifyInstance
beforeAll(async () => {
  world = await createWorld([ledgerModule()])
  const getPlatform = () => world.platform
  const metrics = createMetrics({ getPlatform, pool: { totalCount: 3, idleCount: 2, waitingCount: 0 } })
  server = await createHttp({ modules: [ledgerModule()], getPlatform, identify: async () => null, observe: metrics.observe })
  addMetrics(server, metrics, ['127.0.0.1', '10.0.0.0/24'])
  server.get('/things/:thing', async () => ({}))
})
afterAll(async () => {
  await server.close()
  await world.close()
})

const read = (remoteAddress = '127.0.0.1', headers: Record<string, string> = {}) =>
  server.inject({ method: 'GET', url: '/metrics', remoteAddress, headers })

it('counts requests by the pattern of their route, and nothing of who asked for what', async () => {
  for (const url of ['/things/19900000417', '/things/%E7%94%84%E9%87%91%E9%9B%80?phone=19900000417', '/nowhere/19900000417'])
    await server.inject({ method: 'GET', url, headers: { 'x-name': '19900000417' } })
  await server.inject({ method: 'PROPFIND' as 'GET', url: '/things/19900000417' }).catch(() => undefined)
  const { body, statusCode } = await read()
  expect(statusCode).toBe(200)
  expect(body).toMatch(/^daylight_http_request_seconds_count\{[^}]*method="GET",route="\/things\/:thing",status="200"\} 2$/m)
  expect(body).toMatch(/route="none",status="404"/)
  for (const word of ['19900000417', '甄', '%E7']) expect(body).not.toContain(word)
})

it('tells what waits and how many connections are open', async () => {
  const { body } = await read()
  expect(body).toMatch(/daylight_outbox_deliveries\{state="stuck",process="\d+"\} 0/)
  expect(body).toMatch(/daylight_database_connections\{state="open",process="\d+"\} 3/)
  expect(body).toMatch(/process_resident_memory_bytes/)
})

it('is read from the addresses that are set, on their own line; elsewhere there is no such page', async () => {
  expect((await read('10.0.0.77')).statusCode).toBe(200)
  expect((await read('::ffff:10.0.0.77')).statusCode).toBe(200)
  const nowhere = await server.inject({ method: 'GET', url: '/nowhere' })
  const plain = (answer: typeof nowhere) => ({ ...answer.json<object>(), requestId: null })
  for (const answer of [
    await read('10.0.1.1'),
    await read('::1'),
    await read('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }),
    await read('127.0.0.1', { via: '1.1 proxy' }),
  ]) {
    expect(answer.statusCode).toBe(404)
    expect(plain(answer)).toEqual(plain(nowhere))
  }
})
