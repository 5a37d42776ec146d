import { unitCode } from '#kernel/unit-code.ts'
import { defineQuery } from '#platform/server/query.ts'
import { listUnitOfficers as endpoint } from '../contract.ts'
import { allowSignedIn } from './allow-signed-in.ts'
import { activeOfficersOf } from './officer-repository.ts'
import { refusals } from './refusals.ts'
import type { AccountTables } from './tables.ts'
import { unitOfCode } from './unit-repository.ts'

/** Names to choose from when work is given out; a unit of another bureau is not found. */
export const listUnitOfficers = defineQuery<AccountTables>()({
  name: 'accounts.listUnitOfficers',
  input: endpoint.input,
  allowedTo: allowSignedIn,
  async read({ actor, db }, { code }) {
    const unit = await unitOfCode(db, unitCode(code))
    if (unit?.bureauCode !== actor.bureauCode) throw refusals.unitNotFound()
    return { rows: await activeOfficersOf(db, unit.code) }
  },
})
