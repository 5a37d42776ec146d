import { BlockList, isIPv6 } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Kysely, sql } from 'kysely'
import type pg from 'pg'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { openAs } from './database.ts'
import type { Platform } from './platform.ts'
import { houseRefusals } from './refusal.ts'
import { attemptLimit } from './worker.ts'

/** One answered request, by the pattern of its route: an address may hold what must not be counted anywhere. */
export interface Answered {
  readonly method: string
  readonly route: string
  readonly status: number
  readonly seconds: number
}

export interface Metrics {
  observe(answered: Answered): void
  /** In the text format of Prometheus. */
  text(): Promise<string>
}

interface Sources {
  readonly getPlatform: () => Platform
  readonly pool: Pick<pg.Pool, 'totalCount' | 'idleCount' | 'waitingCount'>
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE'])

interface Outbox {
  readonly waiting: number
  readonly stuck: number
  /** Seconds. */
  readonly oldest: number | null
}

async function readOutbox({ db, clock }: Platform): Promise<Outbox> {
  const now = await clock.now(openAs(db))
  const { rows } = await sql<Outbox>`select count(*) filter (where attempts < ${attemptLimit}) as waiting,
    count(*) filter (where attempts >= ${attemptLimit}) as stuck,
    extract(epoch from ${now}::timestamptz - min(run_after) filter (where attempts < ${attemptLimit}))::float8 as oldest
    from platform.delivery where done_at is null`.execute(db as unknown as Kysely<never>)
  return rows[0] ?? { waiting: 0, stuck: 0, oldest: null }
}

/** What a monitor of the bureau reads: how much, how fast, what waits. Labels are patterns of routes, methods and states only. */
export function createMetrics({ getPlatform, pool }: Sources): Metrics {
  const registry = new Registry()
  // why: several processes may answer on one port; each has counters of its own.
  registry.setDefaultLabels({ process: String(process.pid) })
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'daylight_http_request_seconds',
    help: 'Answered requests by pattern of the route.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  const connections = new Gauge({
    name: 'daylight_database_connections',
    help: 'Connections to the database, and requests that wait for one.',
    labelNames: ['state'],
    registers: [registry],
  })
  const outbox = new Gauge({
    name: 'daylight_outbox_deliveries',
    help: 'Deliveries that wait, and those that nobody tries any more.',
    labelNames: ['state'],
    registers: [registry],
  })
  const oldest = new Gauge({
    name: 'daylight_outbox_late_seconds',
    help: 'How long the oldest delivery has been due; 0 if none is.',
    registers: [registry],
  })
  return {
    observe({ method, route, status, seconds }) {
      requests.observe({ method: methods.has(method) ? method : 'other', route, status: String(status) }, seconds)
    },
    async text() {
      const { waiting, stuck, oldest: late } = await readOutbox(getPlatform())
      outbox.set({ state: 'waiting' }, waiting)
      outbox.set({ state: 'stuck' }, stuck)
      oldest.set(Math.max(0, late ?? 0))
      connections.set({ state: 'open' }, pool.totalCount)
      connections.set({ state: 'idle' }, pool.idleCount)
      connections.set({ state: 'awaited' }, pool.waitingCount)
      return registry.metrics()
    },
  }
}

function listOf(addresses: readonly string[]): BlockList {
  const list = new BlockList()
  for (const one of addresses) {
    const [address = '', bits] = one.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

const passedOn = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via']

/** The line itself counts, and nothing that came through a proxy: what citizens reach must not lead here. */
function mayRead(from: BlockList, { raw, headers }: FastifyRequest): boolean {
  const address = (raw.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  return passedOn.every((name) => headers[name] === undefined) && from.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

/** `/metrics`, for these addresses only; for everybody else there is no such page. */
export function addMetrics(server: FastifyInstance, metrics: Metrics, from: readonly string[]): void {
  const allowed = listOf(from)
  server.get('/metrics', async (request, reply) => {
    if (!mayRead(allowed, request)) throw houseRefusals.notFound()
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics.text())
  })
}
