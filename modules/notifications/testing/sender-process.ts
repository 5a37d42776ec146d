import { readFileSync } from 'node:fs'
import type { Connection } from '#platform/server/database.ts'
import { openDatabase } from '#platform/server/database.ts'
import { silentLog } from '#platform/server/log.ts'
import type { Platform } from '#platform/server/platform.ts'
import { newSigner } from '#platform/server/signer.ts'
import { vaultOf } from '#platform/server/vault.ts'
import { aliyun } from '../server/channels/aliyun.ts'
import { ready } from '../server/channels/channel.ts'
import { createSender } from '../server/outgoing/sender.ts'
import { aliyunSettings } from './providers.ts'

/** A sender in a process of its own, which can be killed at any moment. Its time stands in a file, so that a test need not wait. */
const [given = '', clockFile = '', port = '', key = ''] = process.argv.slice(2)
const database = openDatabase(JSON.parse(given) as Connection, () => undefined, 2)
const platform: Platform = {
  db: database.db,
  vault: vaultOf(Buffer.from(key, 'hex')),
  signer: newSigner('ed25519'),
  headsTo: null,
  clock: { now: async () => new Date(readFileSync(clockFile, 'utf8')) },
  audit: { append: async () => undefined },
  log: silentLog,
  addresses: { publicUrl: 'http://127.0.0.1:3000', staffUrl: 'http://127.0.0.1:3000' },
  isDemo: false,
  outside: {},
  subscribers: new Map(),
  books: [],
  wake: () => undefined,
}
const sender = createSender(() => ({ channels: [ready(aliyun, aliyunSettings(Number(port)))], quietHours: null }))
while (await sender.turn(platform));
await database.close()
