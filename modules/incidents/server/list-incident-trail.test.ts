import { afterAll, beforeAll, expect, it } from 'vitest'
import { arrived, createDesk, type Desk } from '../testing/first-walk.ts'
import { findIncident } from './find-incident.ts'
import { listIncidentTrail } from './list-incident-trail.ts'

let desk: Desk
beforeAll(async () => {
  desk = await createDesk()
})
afterAll(() => desk.world.close())

it('shows who looked at an incident to who holds it, leads, supervises or manages cases, and to nobody else', async () => {
  const { world, officer, unitHead, leader, supervisor, dispatcher, stranger } = desk
  const incidentId = await arrived(desk)
  const centre = world.officer('冯若谷', 'case-centre', world.bureau)
  for (const one of [officer, unitHead, leader, supervisor, centre]) {
    expect((await world.ask(findIncident, one, { incidentId })).can.seeTrail, one.name).toBe(true)
    const { rows } = await world.ask(listIncidentTrail, one, { incidentId })
    expect(rows.map(({ action, actorName }) => [action, actorName])).toContainEqual(['incidents.find', one.name])
  }
  for (const one of [dispatcher, world.officer('马小川', 'officer')]) {
    expect((await world.ask(findIncident, one, { incidentId })).can.seeTrail, one.name).toBe(false)
    await expect(world.ask(listIncidentTrail, one, { incidentId })).rejects.toMatchObject({ code: 'incidents.trailNotYours' })
  }
  await expect(world.ask(listIncidentTrail, stranger, { incidentId })).rejects.toMatchObject({ code: 'incidents.incidentNotFound' })
})
