import { mkdirSync, openSync, closeSync, realpathSync, rmdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Connection } from '../database.ts'
import { findBinaries } from './binaries.ts'
import { prepareCluster, readPassword, superuser, type Layout } from './cluster.ts'
import { EmbeddedFault } from './embedded-fault.ts'
import { chooseIdentity, refuseForeignOwner } from './identity.ts'
import { clearLeftovers, lockFileOf, readPidFile } from './leftovers.ts'
import { takeOwnerLock, type OwnerLock } from './owner-lock.ts'
import { startPostmaster, type Launch, type Postmaster } from './postmaster.ts'
import { makeSocketDirectory } from './socket-directory.ts'

export interface EmbeddedOptions {
  /** DAYLIGHT_HOME: everything is kept below it. */
  readonly home: string
  /** Only tests may do without: then a power cut loses data. */
  readonly durable?: boolean
  /** Called after a server that was killed runs again, or after another process's server was taken over. */
  readonly onRestart?: () => void
  /** Called once when the server is gone and cannot be brought back. */
  readonly onLost?: (fault: Error) => void
}

export interface Embedded {
  /** As superuser, to the database `daylight`. */
  readonly connection: Required<{ [Key in keyof Omit<Connection, 'connectionString'>]: NonNullable<Connection[Key]> }>
  readonly url: string
  /** Whether another process of the same checkout looks after the server. */
  readonly isAdopted: () => boolean
  stop(): Promise<void>
}

interface Owned {
  readonly lock: OwnerLock
  readonly launch: Launch
  postmaster: Postmaster
}

const database = 'daylight'

function makeFolder(home: string): string {
  const folder = path.join(home, 'postgres')
  try {
    // why: PostgreSQL's user must pass through; what is private in it is 0600 by itself.
    mkdirSync(home, { recursive: true, mode: 0o711 })
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return realpathSync(folder)
  } catch (cause) {
    throw new EmbeddedFault(
      `不能写入数据目录 ${folder}。请用有写权限的用户启动，或另选目录，例如 DAYLIGHT_HOME=/var/lib/daylight`,
      `Cannot write to the data folder. Start as a user who can, or choose another, for example DAYLIGHT_HOME=/var/lib/daylight`,
      cause,
    )
  }
}

function layOut(home: string): Layout {
  const folder = makeFolder(home)
  refuseForeignOwner(folder)
  const layout = { folder, data: path.join(folder, 'data'), passwordFile: `${folder}-password`, log: `${folder}.log` }
  closeSync(openSync(lockFileOf(layout), 'a', 0o600))
  return layout
}

/** Becomes the one that looks after the server, if nobody else is. */
async function own(layout: Layout, durable: boolean): Promise<Owned | undefined> {
  const lock = await takeOwnerLock(layout.folder)
  if (lock === undefined) return undefined
  try {
    await clearLeftovers(layout)
    const binaries = findBinaries()
    const identity = chooseIdentity(binaries.postgres, layout.folder)
    prepareCluster(layout, binaries, { identity, durable })
    const launch = { layout, binaries, identity, durable, socketDirectory: makeSocketDirectory(layout.folder, identity) }
    return { lock, launch, postmaster: await startPostmaster(launch) }
  } catch (fault) {
    await lock.release()
    throw fault
  }
}

async function answers(layout: Layout): Promise<boolean> {
  if (!readPidFile(layout)?.isReady) return false
  try {
    const client = new pg.Client({ ...connectionOf(layout, undefined), database: 'postgres' })
    await client.connect()
    await client.end()
    return true
  } catch {
    // why: the file may be what a killed server left, while the other process is still starting its own.
    return false
  }
}

/** Waits for the server of another process of this checkout, or becomes its owner if that process ends meanwhile. */
async function join(layout: Layout, durable: boolean): Promise<Owned | undefined> {
  const [step, patience] = [100, 120_000]
  for (let waited = 0; waited < patience; waited += step) {
    const owned = await own(layout, durable)
    if (owned !== undefined || (await answers(layout))) return owned
    await pause(step)
  }
  throw new EmbeddedFault(
    `另一个程序占着数据库目录 ${layout.folder}，却没有把数据库启动起来。请停止它，再启动。`,
    `Another process holds ${layout.folder} but its database does not come up. Stop it, then start again.`,
  )
}

async function createDatabase(connection: Embedded['connection']): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${database}`)
  } catch (error) {
    // why: an adopting process may have created it in the same moment.
    if ((error as { code?: string }).code !== '42P04' && (error as { code?: string }).code !== '23505') throw error
  } finally {
    await client.end()
  }
}

function connectionOf(layout: Layout, owned: Owned | undefined): Embedded['connection'] {
  const host = owned?.launch.socketDirectory ?? readPidFile(layout)?.socketDirectory ?? ''
  return { host, port: 5432, user: superuser, password: readPassword(layout), database }
}

const urlOf = ({ user, password, host }: Embedded['connection']) =>
  `postgresql://${user}:${password}@localhost/${database}?host=${encodeURIComponent(host)}`

/** Restarts a server that was killed; gives up when it does not stay up. */
async function revive(owned: Owned, isStopping: () => boolean): Promise<boolean> {
  const [attempts, firstPause] = [6, 100]
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (isStopping()) return false
    try {
      await clearLeftovers(owned.launch.layout)
      owned.postmaster = await startPostmaster(owned.launch)
      return true
    } catch (fault) {
      if (attempt === attempts - 1) throw fault
      await pause(firstPause * 2 ** attempt)
    }
  }
  return false
}

/** Starts the embedded PostgreSQL, or adopts the one that another process of this checkout started. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const durable = options.durable ?? true
  const layout = layOut(path.resolve(options.home))
  let isStopping = false
  let owned = await join(layout, durable)
  let claim: Promise<Owned | undefined> = Promise.resolve(owned)
  const connection = connectionOf(layout, owned)
  await createDatabase(connection)

  const keepUp = async (mine: Owned): Promise<void> => {
    for (;;) {
      await mine.postmaster.gone
      if (!(await revive(mine, () => isStopping))) return
      if (isStopping) await mine.postmaster.stop()
      else options.onRestart?.()
    }
  }
  const lose = (fault: unknown) => {
    isStopping = true
    options.onLost?.(fault as Error)
  }
  const takeOver = async (): Promise<void> => {
    const step = 500
    while (owned === undefined && !isStopping) {
      await pause(step, undefined, { ref: false })
      if (isStopping) return
      claim = own(layout, durable)
      owned = await claim
    }
    if (owned === undefined) return
    if (!isStopping) options.onRestart?.()
    await keepUp(owned)
  }
  const watching = (owned === undefined ? takeOver() : keepUp(owned)).catch(lose)

  return {
    connection,
    url: urlOf(connection),
    isAdopted: () => owned === undefined,
    async stop() {
      isStopping = true
      owned = await claim.catch(() => undefined)
      if (owned === undefined) return
      await owned.postmaster.stop()
      await watching
      await owned.lock.release()
      try {
        rmdirSync(owned.launch.socketDirectory)
      } catch {
        // why: a client that is still closing may have left something; the next start uses the folder again.
      }
    },
  }
}
