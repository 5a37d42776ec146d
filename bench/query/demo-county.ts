import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Config, readConfig } from '#platform/server/config.ts'
import { type Connection, type OpenDatabase, openDatabase } from '#platform/server/database.ts'
import { startEmbedded } from '#platform/server/embedded/start-embedded.ts'
import { migrate } from '#platform/server/migrate.ts'
import { loadDemo } from '../../app/demo/load-demo.ts'
import { migrationFolders } from '../../app/modules.ts'

export interface DemoCounty {
  readonly config: Config
  readonly connection: Connection
  readonly database: OpenDatabase
  close(): Promise<void>
}

/** The demo county in an embedded database of its own below the temporary folder; the running system is not touched. */
export async function openDemoCounty(signal: AbortSignal): Promise<DemoCounty> {
  const home = await mkdtemp(path.join(tmpdir(), 'daylight-bench-'))
  const embedded = await startEmbedded({ home })
  const database = openDatabase(embedded.connection, () => undefined)
  const closeDown = async () => {
    await embedded.stop()
    await database.close()
    await rm(home, { recursive: true, force: true })
  }
  let closing: Promise<void> | undefined
  const close = () => (closing ??= closeDown())
  // why: whatever waits for the database then ends with a fault, and nothing is left running.
  signal.addEventListener('abort', () => void close())
  try {
    await migrate(embedded.connection, migrationFolders)
    const config = readConfig({ DAYLIGHT_HOME: home })
    await loadDemo({ config, database, say: (zh, en) => void process.stdout.write(`${zh} · ${en}\n`) })
    return { config, connection: embedded.connection, database, close }
  } catch (error) {
    await close()
    throw error
  }
}
