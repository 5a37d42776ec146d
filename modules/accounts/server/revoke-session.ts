import { defineAction } from '#platform/server/action.ts'
import { revokeSession as endpoint } from '../contract.ts'
import { aboutOfficer, allowSignedIn, signedIn } from './allow-signed-in.ts'
import { sessionCards } from './my-sessions.ts'
import { refusals } from './refusals.ts'
import { openSessionsOf, revokeSessions } from './session-repository.ts'
import type { AccountTables } from './tables.ts'

/** Ends one of the own sessions; another person's is not found. */
export const revokeSession = defineAction<AccountTables>()({
  name: 'accounts.revokeSession',
  input: endpoint.input,
  allowedTo: allowSignedIn,
  async run({ actor, tx, now, about }, { sessionId }) {
    about(aboutOfficer(signedIn(actor)))
    const ended = await revokeSessions(tx, actor, { now, only: sessionId })
    if (ended === 0) throw refusals.sessionNotFound()
    return sessionCards(await openSessionsOf(tx, actor, now), actor)
  },
})
