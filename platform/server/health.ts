import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { openAs } from './database.ts'
import type { Platform } from './platform.ts'
import { attemptLimit } from './worker.ts'

const silentAfterSeconds = 30

/** How the installation is: what `/readyz` says and `doctor` explains. */
export interface Readiness {
  readonly database: 'ok' | 'unreachable'
  readonly migrations: 'ok' | 'missing'
  readonly worker: 'ok' | 'silent'
  /** Deliveries that nobody tries any more. */
  readonly stuck: number
}

export async function readinessOf(platform: Platform, missingMigrations: () => Promise<readonly string[]>): Promise<Readiness> {
  try {
    const now = await platform.clock.now(openAs(platform.db))
    const { rows } = await sql<{ seen: Date | null; stuck: number }>`select
      (select max(seen_at) from platform.heartbeat) as seen,
      (select count(*) from platform.delivery where done_at is null and attempts >= ${attemptLimit}) as stuck`.execute(platform.db)
    const seen = rows[0]?.seen
    const isAlive = seen !== null && seen !== undefined && now.getTime() - seen.getTime() < silentAfterSeconds * 1_000
    const missing = await missingMigrations()
    return {
      database: 'ok',
      migrations: missing.length === 0 ? 'ok' : 'missing',
      worker: isAlive ? 'ok' : 'silent',
      stuck: Number(rows[0]?.stuck),
    }
  } catch {
    return { database: 'unreachable', migrations: 'missing', worker: 'silent', stuck: 0 }
  }
}

/** `/healthz`: the process answers. `/readyz`: database, migrations and worker do their part. */
export function addHealth(server: FastifyInstance, getPlatform: () => Platform, missingMigrations: () => Promise<readonly string[]>): void {
  server.get('/healthz', async () => ({ status: 'ok' }))
  server.get('/readyz', async (_request, reply) => {
    const readiness = await readinessOf(getPlatform(), missingMigrations)
    const isReady = readiness.database === 'ok' && readiness.migrations === 'ok' && readiness.worker === 'ok'
    const status = isReady ? (readiness.stuck > 0 ? 'warning' : 'ok') : 'not-ready'
    return reply.status(isReady ? 200 : 503).send({ status, ...readiness })
  })
}
