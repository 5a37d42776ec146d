import { holds } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { changeOfficer as endpoint } from '../../contract.ts'
import { aboutOfficer } from '../allow-signed-in.ts'
import { findAdministered } from '../officers-queries.ts'
import { refusals } from '../refusals.ts'
import type { AccountTables } from '../tables.ts'
import { saveDetails } from './staff-repository.ts'
import { unitGiven } from './units-given.ts'

/** Corrects the details of an officer, or moves the officer to another unit of the same bureau; grants stay as they are. */
export const changeOfficer = defineAction<AccountTables>()({
  name: 'accounts.changeOfficer',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'administrator'),
  async run({ actor, tx, about }, { officerId, name, unitCode, position, officePhone }) {
    const officer = await findAdministered(tx, actor, officerId)
    if (!officer) throw refusals.officerNotFound()
    about(aboutOfficer(officer))
    const unit = await unitGiven(tx, actor, unitCode, 'unitCode')
    if (unit.bureauCode !== officer.bureauCode) throw refusals.unitNotYours().at('unitCode')
    await saveDetails(tx, officerId, { name, position, officePhone, unitCode: unit.code })
    return {}
  },
})
