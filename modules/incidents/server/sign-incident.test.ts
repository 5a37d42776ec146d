import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDesk, type Desk, takeCall } from '../testing/first-walk.ts'
import { findIncident } from './find-incident.ts'
import { signIncident } from './sign-incident.ts'

let desk: Desk
beforeAll(async () => {
  desk = await createDesk()
})
afterAll(() => desk.world.close())

describe('signing for an incident', () => {
  it('makes the officer its holder, once', async () => {
    const { world, officer } = desk
    const { id } = await takeCall(desk)
    await world.perform(signIncident, officer, { incidentId: id })
    expect(await world.ask(findIncident, officer, { incidentId: id })).toMatchObject({
      state: 'signed',
      holderName: '赵启明',
      can: { steps: ['arrive', 'dispose', 'hand-on'] },
    })
    expect(await world.perform(signIncident, officer, { incidentId: id })).toMatchObject({ state: 'signed' })
    const colleague = world.officer('马小川', 'officer')
    await expect(world.perform(signIncident, colleague, { incidentId: id })).rejects.toMatchObject({
      code: 'incidents.stepNotOpen',
      facts: { open: ['arrive', 'dispose', 'hand-on'] },
    })
  })

  it('does not exist for the officers of another unit', async () => {
    const { world, stranger } = desk
    const { id } = await takeCall(desk)
    await expect(world.perform(signIncident, stranger, { incidentId: id })).rejects.toMatchObject({ code: 'incidents.incidentNotFound' })
  })

  it('goes to one of two officers who touch at the same moment', async () => {
    const { world, officer } = desk
    const colleague = world.officer('马小川', 'officer')
    const { id } = await takeCall(desk)
    const both = await Promise.allSettled([officer, colleague].map((one) => world.perform(signIncident, one, { incidentId: id })))
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})
