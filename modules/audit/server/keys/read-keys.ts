import { holds } from '#kernel/actor.ts'
import { progressOf } from '#platform/server/keys/reseal-repository.ts'
import { kindIn } from '#platform/server/keys/sealing.ts'
import { defineQuery } from '#platform/server/query.ts'
import type { PlatformTables } from '#platform/server/tables.ts'
import { type KeysNow, readKeys as endpoint } from '../../contract.ts'
import type { AuditTables } from '../tables.ts'

/** Which keys there are, by their ids, and how far sealing anew has come. It tells nothing that opens anything. */
export const readKeys = defineQuery<AuditTables>()({
  name: 'audit.readKeys',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'administrator'),
  async read({ open, vault }): Promise<KeysNow> {
    const tables = await progressOf(open.as<PlatformTables>())
    return {
      keys: [...vault.keyIds()],
      kind: kindIn(vault.head()),
      tables: tables.map(({ table, done, total, sealedAnew, unreadable, finishedAt }) => ({
        module: table.split('.')[0] ?? '',
        table,
        done,
        total,
        sealedAnew,
        unreadable,
        isFinished: finishedAt !== null,
      })),
    }
  },
})
