import { holds } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { setGrants as endpoint } from '../../contract.ts'
import { changeOfGrants, mayGrantIn } from '../../domain/grant-reach.ts'
import { aboutOfficer } from '../allow-signed-in.ts'
import { findAdministered } from '../officers-queries.ts'
import { demandRecentProof } from '../recent-proof.ts'
import { refusals } from '../refusals.ts'
import type { AccountTables } from '../tables.ts'
import { changeGrants, grantsHeld } from './staff-repository.ts'
import { grantsGiven } from './units-given.ts'

/** Sets the roles of another officer in the units that one administers; they count from the next request on. Nobody grants to oneself. */
export const setGrants = defineAction<AccountTables>()({
  name: 'accounts.setGrants',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, 'administrator'),
  async run({ actor, tx, now, about }, { officerId, grants }) {
    const officer = await findAdministered(tx, actor, officerId)
    if (!officer) throw refusals.officerNotFound()
    about(aboutOfficer(officer))
    if (officerId === actor.id) throw refusals.notOnOneself()
    demandRecentProof(actor, now)
    const wanted = await grantsGiven(tx, actor, grants)
    const held = (await grantsHeld(tx, officerId)).filter(({ unitCode }) => mayGrantIn(actor, officer.bureauCode, unitCode))
    const { given, taken } = changeOfGrants(held, wanted)
    await changeGrants(tx, { bureauCode: officer.bureauCode, officerId, given, taken, byId: actor.id, now })
    return { given: given.length, taken: taken.length }
  },
})
