import { type Actor, holdsFor, type Officer } from '#kernel/actor.ts'
import type { UnitCode } from '#kernel/unit-code.ts'
import { defineAction } from '#platform/server/action.ts'
import { setRemedyBodies as endpoint } from '../contract.ts'
import type { AccountTables } from './tables.ts'
import { saveRemedyBodies } from './unit-repository.ts'

const bureauUnit = ({ bureauCode }: Officer): UnitCode => bureauCode as string as UnitCode

/** Whoever administers the bureau as a whole; not the administrator of one of its stations. */
const administersBureau = (actor: Actor): actor is Officer =>
  actor.kind === 'officer' && holdsFor(actor, actor.bureauCode, bureauUnit(actor), 'administrator')

/** Names whom papers of the bureau tell a citizen to turn to. Papers already issued stay as they are. */
export const setRemedyBodies = defineAction<AccountTables>()({
  name: 'accounts.setRemedyBodies',
  input: endpoint.input,
  allowedTo: administersBureau,
  async run({ actor, tx, about }, bodies) {
    const { bureauCode } = actor as Officer
    about({ subject: `unit:${bureauCode}`, bureauCode, unitCode: bureauUnit(actor as Officer) })
    await saveRemedyBodies(tx, bureauCode, bodies)
    return bodies
  },
})
