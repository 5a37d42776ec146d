import { holds } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { reactivateOfficer as endpoint } from '../../contract.ts'
import { aboutOfficer } from '../allow-signed-in.ts'
import { findAdministered } from '../officers-queries.ts'
import { demandRecentProof } from '../recent-proof.ts'
import { refusals } from '../refusals.ts'
import type { AccountTables } from '../tables.ts'
import { saveStanding } from './staff-repository.ts'

/** Opens a closed account again; it has the grants and the second factor it had. */
export const reactivateOfficer = defineAction<AccountTables>()({
  name: 'accounts.reactivateOfficer',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'administrator'),
  async run({ actor, tx, now, about }, { officerId }) {
    const officer = await findAdministered(tx, actor, officerId)
    if (!officer) throw refusals.officerNotFound()
    about(aboutOfficer(officer))
    demandRecentProof(actor, now)
    if (!(await saveStanding(tx, officerId, { isActive: true, now }))) throw refusals.alreadyActive()
    return {}
  },
})
