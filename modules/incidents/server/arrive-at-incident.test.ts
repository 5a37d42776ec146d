import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDesk, type Desk, takeCall } from '../testing/first-walk.ts'
import { arriveAtIncident } from './arrive-at-incident.ts'
import { findIncident } from './find-incident.ts'
import { signIncident } from './sign-incident.ts'

let desk: Desk
beforeAll(async () => {
  desk = await createDesk()
})
afterAll(() => desk.world.close())

describe('arriving', () => {
  it('comes after signing, at the time the officer gives', async () => {
    const { world, officer } = desk
    const { id } = await takeCall(desk)
    await expect(world.perform(arriveAtIncident, officer, { incidentId: id })).rejects.toMatchObject({ code: 'incidents.stepNotOpen' })
    await world.perform(signIncident, officer, { incidentId: id })
    world.advance({ minutes: 20 })
    const occurredAt = new Date(world.clock.now.getTime() - 5 * 60_000).toISOString()
    await world.perform(arriveAtIncident, officer, { incidentId: id, occurredAt })
    expect(await world.ask(findIncident, officer, { incidentId: id })).toMatchObject({ state: 'arrived', arrivedAt: occurredAt })
  })

  it('entered an hour late needs a reason and is shown as a late entry', async () => {
    const { world, officer } = desk
    const { id } = await takeCall(desk)
    await world.perform(signIncident, officer, { incidentId: id })
    const occurredAt = world.clock.now.toISOString()
    world.advance({ hours: 1 })
    await expect(world.perform(arriveAtIncident, officer, { incidentId: id, occurredAt })).rejects.toMatchObject({
      code: 'house.lateWithoutReason',
      fields: [{ path: 'lateReason' }],
    })
    await world.perform(arriveAtIncident, officer, { incidentId: id, occurredAt, lateReason: '山区无信号' })
    expect((await world.ask(findIncident, officer, { incidentId: id })).history.at(-1)).toMatchObject({
      step: 'arrive',
      isLateEntry: true,
      lateReason: '山区无信号',
    })
  })
})
