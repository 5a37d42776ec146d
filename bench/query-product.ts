import type { AddressInfo } from 'node:net'
import { identifyOfficer } from '#modules/accounts/index.ts'
import { readConfig } from '#platform/server/config.ts'
import { type Connection, openDatabase } from '#platform/server/database.ts'
import { createHttp } from '#platform/server/http.ts'
import { openLogFiles } from '#platform/server/log.ts'
import { assemblePlatform } from '../app/installation.ts'
import { modules } from '../app/modules.ts'
import { dropDurability } from './query/durability.ts'

export interface ProductOrder {
  readonly connection: Connection
  readonly home: string
  readonly isDurable: boolean
}

/** The product's own server with every module, its log on disk; without the worker, which in a divided installation runs elsewhere. */
async function serve({ connection, home, isDurable }: ProductOrder): Promise<void> {
  const config = readConfig({ DAYLIGHT_HOME: home })
  const database = openDatabase(connection, () => undefined)
  if (!isDurable) dropDurability(database.pool)
  const platform = await assemblePlatform({ config, database, log: openLogFiles(home), isDemo: true, wake: () => undefined })
  const getPlatform = () => platform
  const server = await createHttp({
    modules,
    getPlatform,
    identify: identifyOfficer(getPlatform),
    trustedProxies: ['127.0.0.1'],
    ownOrigins: [config.publicUrl],
  })
  await server.listen({ host: '127.0.0.1', port: 0 })
  process.send?.((server.server.address() as AddressInfo).port)
}

process.once('message', (order: ProductOrder) => void serve(order))
process.once('disconnect', () => process.exit(0))
