import { accountsModule } from '#modules/accounts/server/module.ts'
import { auditModule } from '#modules/audit/server/module.ts'
import { type Connection, openDatabase } from '#platform/server/database.ts'
import { silentLog } from '#platform/server/log.ts'
import { gatherSubscribers } from '#platform/server/module.ts'
import type { Platform } from '#platform/server/platform.ts'
import { newSigner } from '#platform/server/signer.ts'
import { vaultOf } from '#platform/server/vault.ts'
import { testKey } from '#platform/testing/world.ts'
import { incidentsModule } from '../server/module.ts'
import { runImports } from '../server/import/run-imports.ts'

/** A worker in a process of its own, to be killed: `node import-child.ts <connection as JSON> <time>`. Says a dot for each batch. */
const [, , connection = '', time = ''] = process.argv
const { db, close } = openDatabase(JSON.parse(connection) as Connection, () => undefined, 2)
const addresses = { publicUrl: 'http://127.0.0.1:3000', staffUrl: 'http://127.0.0.1:3000' }
const platform: Platform = {
  db,
  vault: vaultOf(testKey),
  signer: newSigner('ed25519'),
  headsTo: null,
  clock: { now: async () => new Date(time) },
  audit: auditModule.auditSink,
  log: silentLog,
  addresses,
  isDemo: false,
  outside: {},
  subscribers: gatherSubscribers([accountsModule, auditModule, incidentsModule]),
  books: [],
  wake: () => undefined,
}
while (await runImports.turn(platform)) process.stdout.write('.')
await close()
