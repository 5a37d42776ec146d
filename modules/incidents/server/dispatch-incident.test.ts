import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDesk, type Desk, takeCall } from '../testing/first-walk.ts'
import { dispatchIncident } from './dispatch-incident.ts'
import { signIncident } from './sign-incident.ts'
import { unitDuties } from './unit-duties.ts'

let desk: Desk
beforeAll(async () => {
  desk = await createDesk()
})
afterAll(() => desk.world.close())

describe('dispatching', () => {
  it('sends a registered call to a unit, and on to another as long as nobody signed', async () => {
    const { world, dispatcher, officer, stranger } = desk
    const { id } = await takeCall(desk, { dispatchTo: undefined })
    await world.perform(dispatchIncident, dispatcher, { incidentId: id, unitCode: officer.unitCode })
    await world.perform(dispatchIncident, dispatcher, { incidentId: id, unitCode: stranger.unitCode })
    expect((await world.ask(unitDuties, officer, {})).rows).toEqual([])
    expect((await world.ask(unitDuties, stranger, {})).rows).toMatchObject([{ id, state: 'dispatched' }])
    await world.perform(signIncident, stranger, { incidentId: id })
    await expect(world.perform(dispatchIncident, dispatcher, { incidentId: id, unitCode: officer.unitCode })).rejects.toMatchObject({
      code: 'incidents.stepNotOpen',
    })
  })

  it('is the desk’s alone', async () => {
    const { world, officer } = desk
    const { id } = await takeCall(desk)
    await expect(world.perform(dispatchIncident, officer, { incidentId: id, unitCode: officer.unitCode })).rejects.toMatchObject({
      code: 'house.notAllowed',
    })
  })
})
