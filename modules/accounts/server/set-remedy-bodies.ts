import { defineAction } from '#platform/server/action.ts'
import { setRemedyBodies as endpoint } from '../contract.ts'
import type { AccountTables } from './tables.ts'
import { saveRemedyBodies } from './unit-repository.ts'
import { aboutBureau, administersBureau } from './units/administers-bureau.ts'

/** Names whom papers of the bureau tell a citizen to turn to. Papers already issued stay as they are. */
export const setRemedyBodies = defineAction<AccountTables>()({
  name: 'accounts.setRemedyBodies',
  input: endpoint.input,
  allowedTo: administersBureau,
  async run({ actor, tx, about }, bodies) {
    about(aboutBureau(actor))
    await saveRemedyBodies(tx, actor.bureauCode, bodies)
    return bodies
  },
})
