import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { enrol, testPassword } from '../../testing/enrol.ts'
import { cookieOf, frontDoor } from '../../testing/front-door.ts'
import { accountsModule } from '../module.ts'
import { deactivateOfficer } from './deactivate-officer.ts'

let world: World

beforeAll(async () => {
  world = await createWorld([accountsModule])
})
afterAll(() => world.close())

it('ends the sessions and lets nobody in by that account', async () => {
  const door = await frontDoor(world)
  const [admin, officer] = [world.officer('管理员', 'administrator', world.bureau), world.officer('离任', 'officer')]
  await enrol(world, [admin, officer])
  const cookie = await cookieOf(door, officer.policeNumber, testPassword)
  expect(await world.perform(deactivateOfficer, admin, { officerId: officer.id })).toEqual({ endedSessions: 1 })
  expect((await door.get('/api/sessions', cookie)).statusCode).toBe(401)
  expect((await door.post('/api/session', { policeNumber: officer.policeNumber, password: testPassword })).statusCode).toBe(401)
  await expect(world.perform(deactivateOfficer, admin, { officerId: officer.id })).rejects.toMatchObject({
    code: 'accounts.alreadyInactive',
  })
})

it('cannot be done to oneself', async () => {
  const admin = world.officer('管理员', 'administrator', world.bureau)
  await enrol(world, [admin])
  await expect(world.perform(deactivateOfficer, admin, { officerId: admin.id })).rejects.toMatchObject({ code: 'accounts.notOnOneself' })
})
