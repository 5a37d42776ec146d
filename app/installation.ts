import path from 'node:path'
import { readMessagesFile } from './message-settings.ts'
import { auditModule, migrationFolders, modules } from './modules.ts'
import { bureauIsSetUp } from '#modules/accounts/index.ts'
import type { Config } from '#platform/server/config.ts'
import { type Connection, type OpenDatabase, openAs, openDatabase, timeOf } from '#platform/server/database.ts'
import { findInstallation, type Installation } from '#platform/server/installation.ts'
import { describeError, type Log } from '#platform/server/log.ts'
import { InstallationFault, migrate, missingMigrations } from '#platform/server/migrate.ts'
import { gatherSubscribers } from '#platform/server/module.ts'
import type { Platform } from '#platform/server/platform.ts'
import { openSigner } from '#platform/server/signer.ts'
import { openVault, type Vault } from '#platform/server/vault.ts'

/** The database of this start: the launcher's embedded one, or a server. */
export function connectionOf(config: Config): Connection {
  if (config.databaseUrl !== null) return { connectionString: config.databaseUrl }
  if (config.embeddedConnection !== null) return config.embeddedConnection
  throw new InstallationFault('请用 npm start 启动，或设置 DATABASE_URL。 · Start with npm start, or set DATABASE_URL.')
}

export interface Opened {
  readonly database: OpenDatabase
  readonly connection: Connection
  readonly installation: Installation | null
  readonly hasBureau: boolean
  readonly applied: readonly string[]
}

/** Migrates and opens the database, and says what it already is. */
export async function openInstallation(config: Config, log: Log): Promise<Opened> {
  const connection = connectionOf(config)
  const applied = await migrate(connection, migrationFolders)
  const database = openDatabase(connection, (error) => log.error({ err: error, ...describeError(error) }, 'database connection'))
  const hasBureau = await bureauIsSetUp(openAs(database.db))
  return { database, connection, installation: await findInstallation(database.db), hasBureau, applied }
}

/** Where the keys of this installation lie. */
export const keyFolder = ({ home, keys }: Config): string => (typeof keys === 'string' ? keys : path.join(home, 'keys'))

/** The vault that the settings describe. */
export const vaultBy = (config: Config): Promise<Vault> =>
  openVault({
    folder: keyFolder(config),
    keys: Array.isArray(config.keys) ? config.keys : null,
    kind: config.crypto === 'national' ? 'sm4-ctr-hmac-sm3' : 'aes-256-gcm',
  })

interface Assembled {
  readonly config: Config
  readonly database: OpenDatabase
  readonly log: Log
  readonly isDemo: boolean
  readonly wake: () => void
}

/** What the actions of this process share. */
export async function assemblePlatform({ config, database, log, isDemo, wake }: Assembled): Promise<Platform> {
  return {
    db: database.db,
    vault: await vaultBy(config),
    signer: await openSigner(keyFolder(config), config.crypto === 'national' ? 'sm2-sm3' : 'ed25519'),
    headsTo: config.headsTo,
    clock: { now: timeOf },
    audit: auditModule.auditSink,
    log,
    addresses: { publicUrl: config.publicUrl, staffUrl: config.staffUrl },
    isDemo,
    outside: { notifications: await readMessagesFile(config) },
    signOn: config.signOn,
    subscribers: gatherSubscribers(modules),
    books: modules.flatMap((module) => module.book ?? []),
    wake,
  }
}

export const missingOn = (connection: Connection) => () => missingMigrations(connection, migrationFolders)
