import { defineAction } from '#platform/server/action.ts'
import { signOut as endpoint } from '../contract.ts'
import { aboutOfficer, allowSignedIn, signedIn } from './allow-signed-in.ts'
import { sessionOf } from './identify-officer.ts'
import { revokeSessions } from './session-repository.ts'
import type { AccountTables } from './tables.ts'

/** Ends the session that the request came with. */
export const signOut = defineAction<AccountTables>()({
  name: 'accounts.signOut',
  input: endpoint.input,
  allowedTo: allowSignedIn,
  async run({ actor, tx, now, about }) {
    about(aboutOfficer(signedIn(actor)))
    const only = sessionOf(actor)
    if (only !== null) await revokeSessions(tx, actor, { now, only })
  },
})
