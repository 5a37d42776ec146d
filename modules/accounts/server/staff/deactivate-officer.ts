import { holds } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { deactivateOfficer as endpoint } from '../../contract.ts'
import { aboutOfficer } from '../allow-signed-in.ts'
import { findAdministered } from '../officers-queries.ts'
import { demandRecentProof } from '../recent-proof.ts'
import { refusals } from '../refusals.ts'
import { revokeSessions } from '../session-repository.ts'
import type { AccountTables } from '../tables.ts'
import { saveStanding } from './staff-repository.ts'

/** Closes the account of an officer who left. Nobody closes one's own, so a bureau always keeps an administrator. */
export const deactivateOfficer = defineAction<AccountTables>()({
  name: 'accounts.deactivateOfficer',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'administrator'),
  async run({ actor, tx, now, about }, { officerId }) {
    const officer = await findAdministered(tx, actor, officerId)
    if (!officer) throw refusals.officerNotFound()
    about(aboutOfficer(officer))
    if (officerId === actor.id) throw refusals.notOnOneself()
    demandRecentProof(actor, now)
    if (!(await saveStanding(tx, officerId, { isActive: false, now }))) throw refusals.alreadyInactive()
    return { endedSessions: await revokeSessions(tx, officer, { now }) }
  },
})
