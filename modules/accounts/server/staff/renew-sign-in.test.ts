import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { enrol, testPassword } from '../../testing/enrol.ts'
import { cookieOf, frontDoor } from '../../testing/front-door.ts'
import { accountsModule } from '../module.ts'
import { renewSignIn } from './renew-sign-in.ts'

let world: World

beforeAll(async () => {
  world = await createWorld([accountsModule])
})
afterAll(() => world.close())

it('voids the password and ends the sessions at once, and the code sets a new one', async () => {
  const door = await frontDoor(world)
  const [admin, officer] = [world.officer('管理员', 'administrator', world.bureau), world.officer('健忘', 'officer')]
  await enrol(world, [admin, officer])
  const cookie = await cookieOf(door, officer.policeNumber, testPassword)
  const { code, endedSessions } = await world.perform(renewSignIn, admin, { officerId: officer.id })
  expect(endedSessions).toBe(1)
  expect((await door.get('/api/sessions', cookie)).statusCode).toBe(401)
  const { policeNumber } = officer
  expect((await door.post('/api/session', { policeNumber, password: testPassword })).statusCode).toBe(401)
  const joined = await door.post('/api/invitations/acceptance', { policeNumber, code, password: 'quite another word' })
  expect(joined.json()).toEqual({ policeNumber, purpose: 'renew' })
  const answer = await door.post('/api/session', { policeNumber, password: 'quite another word' })
  expect(answer.json().officer).toMatchObject({ id: officer.id, grants: [{ role: 'officer' }] })
})

it('is not for oneself, nor for officers elsewhere', async () => {
  const [admin, officer] = [world.officer('所管理员', 'administrator'), world.officer('远警官', 'officer', world.unit())]
  await enrol(world, [admin, officer])
  await expect(world.perform(renewSignIn, admin, { officerId: admin.id })).rejects.toMatchObject({ code: 'accounts.notOnOneself' })
  await expect(world.perform(renewSignIn, admin, { officerId: officer.id })).rejects.toMatchObject({ code: 'accounts.officerNotFound' })
})
