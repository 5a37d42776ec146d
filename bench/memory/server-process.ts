import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { environmentOfApp } from '#platform/server/config.ts'
import type { BenchDatabase } from '../stage/databases.ts'

/** What the server held at one moment, in bytes. */
export interface Sample {
  readonly atMs: number
  readonly rss: number
  readonly heapUsed: number
  readonly external: number
}

export interface ServerProcess {
  readonly origin: string
  readonly port: number
  readonly samples: readonly Sample[]
  stop(): Promise<void>
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

type Told = 'ready' | { readonly memory: NodeJS.MemoryUsage }

async function isReady(child: ChildProcess): Promise<void> {
  for (;;) {
    const [told] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => Promise.reject(new Error('the server ended by itself'))),
    ])) as [Told]
    if (told === 'ready') return
  }
}

/** The server as it is started in life, worker and all, in a process of its own. */
export async function startServer({ config, connection }: BenchDatabase): Promise<ServerProcess> {
  const port = await freePort()
  const samples: Sample[] = []
  const child = fork(path.join(import.meta.dirname, '../../app/server.ts'), [], {
    execArgv: ['--import', path.join(import.meta.dirname, 'report-memory.ts')],
    env: {
      ...environmentOfApp(connection),
      PORT: String(port),
      HOST: '127.0.0.1',
      DAYLIGHT_HOME: config.home,
      DAYLIGHT_TRUSTED_PROXIES: '127.0.0.1',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const began = performance.now()
  child.on('message', (told: Told) => {
    if (told !== 'ready') samples.push({ atMs: performance.now() - began, ...told.memory })
  })
  await isReady(child)
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    samples,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
