import { holds } from '#kernel/actor.ts'
import { defineAction } from '#platform/server/action.ts'
import { removePlace as endpoint } from '../contract.ts'
import { intakeKeepers, keepsIntake, keptBureau } from './intake-keepers.ts'
import { placeById, takeOutPlace } from './intake-repository.ts'
import { refusals } from './refusals.ts'
import type { IncidentTables } from './tables.ts'

/** Takes a place out of the book; incidents hold their own words of where they were. */
export const removePlace = defineAction<IncidentTables>()({
  name: 'incidents.removePlace',
  input: endpoint.input,
  allowedTo: (actor) => holds(actor, ...intakeKeepers),

  async run(doing, { placeId }) {
    const { tx, now } = doing
    const { bureauCode } = doing.actor
    const place = await placeById(tx, bureauCode, placeId)
    // why: who does not keep the book learns nothing of what stands in it.
    if (!place || !keepsIntake(doing.actor)) throw refusals.placeNotFound(placeId)
    keptBureau(doing)
    await takeOutPlace(tx, place, now)
    return { id: place.id }
  },
})
