import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { identifyOfficer } from '#modules/accounts/index.ts'
import { ConfigFault, type Config, readConfig } from '#platform/server/config.ts'
import { addHealth } from '#platform/server/health.ts'
import { createHttp } from '#platform/server/http.ts'
import { resealLoop } from '#platform/server/keys/reseal.ts'
import { openLogFiles } from '#platform/server/log.ts'
import { addMetrics, createMetrics } from '#platform/server/metrics.ts'
import { InstallationFault } from '#platform/server/migrate.ts'
import { describeApi } from '#platform/server/openapi.ts'
import type { Platform } from '#platform/server/platform.ts'
import { orphanedSubscribers, startWorker, type Worker } from '#platform/server/worker.ts'
import { loadDemo } from './demo/load-demo.ts'
import { decideDemo } from './demo-decision.ts'
import { assemblePlatform, missingOn, type Opened, openInstallation } from './installation.ts'
import { modules } from './modules.ts'
import { sayAddresses } from './say-addresses.ts'
import { addStaffFiles } from './staff-files.ts'

const { version } = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../package.json'), 'utf8')) as { version: string }
const say = (zh: string, en: string) => void process.stdout.write(`${zh} · ${en}\n`)

/** Started beside a first process, which has said all there is to say. */
const isBesides = process.argv.includes('--besides')

/** What citizens reach from outside counts nothing for others to read. */
const zonesWithMetrics: readonly Config['serve'][] = ['all']

/** Decides the demo and loads it into an empty database, once. */
async function settleDemo(config: Config, opened: Opened): Promise<boolean> {
  const { installation, hasBureau, database } = opened
  const decision = decideDemo(config, { isMarked: installation?.isDemo ?? null, hasBureau })
  if (decision === 'load') await loadDemo({ config, database, say })
  return decision !== 'off'
}

async function createServer(config: Config, platform: Platform, opened: Opened): Promise<FastifyInstance> {
  const getPlatform = () => platform
  const metrics = createMetrics({ getPlatform, pool: opened.database.pool })
  const server = await createHttp({
    modules,
    getPlatform,
    identify: identifyOfficer(getPlatform),
    trustedProxies: config.trustedProxies,
    ownOrigins: [config.publicUrl, config.staffUrl],
    tls: config.tls && { cert: readFileSync(config.tls.certFile), key: readFileSync(config.tls.keyFile) },
    observe: metrics.observe,
  })
  if (zonesWithMetrics.includes(config.serve)) addMetrics(server, metrics, config.metricsFrom)
  addHealth(server, getPlatform, missingOn(opened.connection))
  const api = JSON.stringify(describeApi(modules, version))
  server.get('/api/openapi.json', async (_request, reply) => reply.header('content-type', 'application/json; charset=utf-8').send(api))
  await addStaffFiles(server)
  return server
}

async function listen(server: FastifyInstance, { host, port, processes }: Config): Promise<void> {
  const address = { host, port, reusePort: processes > 1 }
  await server.listen(address).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE')
      throw new InstallationFault(
        `端口 ${port} 已被占用，请换一个：PORT=${port + 1} npm start · Port ${port} is taken; choose another: PORT=${port + 1} npm start`,
      )
    if (error.code === 'EADDRNOTAVAIL' || error.code === 'EACCES')
      throw new InstallationFault(
        `不能在 ${host}:${port} 上监听，请核对 HOST 和 PORT · Cannot listen on ${host}:${port}: check HOST and PORT`,
      )
    throw error
  })
}

/** Ends in order: no new requests, the work in hand, the database. */
function stopOnce(server: FastifyInstance, worker: Worker, opened: Opened): () => void {
  let isStopping = false
  return () => {
    if (isStopping) return
    isStopping = true
    void server
      .close()
      .then(() => worker.stop())
      .then(() => opened.database.close())
      .finally(() => process.exit(0))
  }
}

async function start(): Promise<void> {
  const config = readConfig()
  const log = openLogFiles(config.home)
  const opened = await openInstallation(config, log)
  if (opened.applied.length > 0)
    say(`数据库：执行了 ${opened.applied.length} 个迁移`, `Database: ${opened.applied.length} migrations applied`)
  const isDemo = await settleDemo(config, opened)
  const waking: { wake?: () => void } = {}
  const platform = await assemblePlatform({ config, database: opened.database, log, isDemo, wake: () => waking.wake?.() })
  for (const orphan of await orphanedSubscribers(platform))
    say(`注意：有工作在等已不存在的订阅者 ${orphan}`, `Note: work waits for a subscriber that is gone: ${orphan}`)
  const server = await createServer(config, platform, opened)
  const worker = startWorker(() => platform, [...modules.flatMap((module) => module.loops ?? []), resealLoop])
  waking.wake = worker.wake
  await listen(server, config)
  const stop = stopOnce(server, worker, opened)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop)
  process.on('disconnect', stop)
  // why: who reads that it is ready, and asks /readyz, must hear the same.
  await worker.begun
  if (!isBesides) await sayAddresses(config, platform)
  process.send?.('ready')
}

await start().catch((fault: Error) => {
  const isPlain = fault instanceof ConfigFault || fault instanceof InstallationFault
  process.stderr.write(`${isPlain ? fault.message : fault.stack}\n`)
  process.exit(1)
})
