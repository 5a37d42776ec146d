import { defineQuery } from '#platform/server/query.ts'
import { listUnits as endpoint } from '../contract.ts'
import { allowSignedIn } from './allow-signed-in.ts'
import type { AccountTables } from './tables.ts'
import { unitsOfBureau } from './unit-repository.ts'

/** The tree of the own bureau; there is nothing secret in it. */
export const listUnits = defineQuery<AccountTables>()({
  name: 'accounts.listUnits',
  input: endpoint.input,
  allowedTo: allowSignedIn,
  read: async ({ actor, db }) => ({
    rows: (await unitsOfBureau(db, actor.bureauCode)).map((unit) => ({
      ...unit,
      reconsiderationOrgan: unit.reconsiderationOrgan ?? null,
      court: unit.court ?? null,
    })),
  }),
})
