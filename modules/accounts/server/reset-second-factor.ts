import { holds } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { resetSecondFactor as endpoint } from '../contract.ts'
import { aboutOfficer } from './allow-signed-in.ts'
import { findAdministered } from './officers-queries.ts'
import { deletePasskeys } from './passkeys/passkey-repository.ts'
import { demandRecentProof } from './recent-proof.ts'
import { refusals } from './refusals.ts'
import { deleteSecondFactor } from './second-factor-repository.ts'
import { revokeSessions } from './session-repository.ts'
import type { AccountTables } from './tables.ts'

/** Takes second factor and passkeys of somebody else away, and ends every session of that officer; one's own takes another administrator. */
export const resetSecondFactor = defineAction<AccountTables>()({
  name: 'accounts.resetSecondFactor',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'administrator'),
  async run({ actor, tx, now, about }, { officerId }) {
    const officer = await findAdministered(tx, actor, officerId)
    if (!officer) throw refusals.officerNotFound()
    about(aboutOfficer(officer))
    if (officerId === actor.id) throw refusals.notYourOwn()
    demandRecentProof(actor, now)
    const passkeys = await deletePasskeys(tx, officer)
    if (!(await deleteSecondFactor(tx, officer)) && passkeys === 0) throw refusals.noSecondFactor()
    return { endedSessions: await revokeSessions(tx, officer, { now }) }
  },
})
