import { holds } from '#kernel/actor.ts'
import { defineQuery } from '#platform/server/query.ts'
import { findOfficer as endpoint } from '../../contract.ts'
import { findAdministered } from '../officers-queries.ts'
import { refusals } from '../refusals.ts'
import type { AccountTables } from '../tables.ts'
import { grantHistory, inviterOf } from './staff-repository.ts'

/** How an officer whom one administers came to the account and to each role. */
export const findOfficer = defineQuery<AccountTables>()({
  name: 'accounts.findOfficer',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'administrator'),
  async read({ actor, db }, { officerId }) {
    const officer = await findAdministered(db, actor, officerId)
    if (!officer) throw refusals.officerNotFound()
    const [inviter, history] = await Promise.all([inviterOf(db, officer), grantHistory(db, officer)])
    return {
      invitedBy: inviter ? { name: inviter.name, at: inviter.at.toISOString() } : null,
      history: history.map(({ at, ...line }) => ({ ...line, at: at.toISOString() })),
    }
  },
})
