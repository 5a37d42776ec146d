import { holds } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { endSessions as endpoint } from '../contract.ts'
import { aboutOfficer } from './allow-signed-in.ts'
import { findAdministered } from './officers-queries.ts'
import { refusals } from './refusals.ts'
import { revokeSessions } from './session-repository.ts'
import type { AccountTables } from './tables.ts'

/** Ends every session of an officer whom one administers. */
export const endSessions = defineAction<AccountTables>()({
  name: 'accounts.endSessions',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'administrator'),
  async run({ actor, tx, now, about }, { officerId }) {
    const officer = await findAdministered(tx, actor, officerId)
    if (!officer) throw refusals.officerNotFound()
    about(aboutOfficer(officer))
    return { endedSessions: await revokeSessions(tx, officer, { now }) }
  },
})
