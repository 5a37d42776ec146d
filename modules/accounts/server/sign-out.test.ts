import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { enrol, testPassword } from '../testing/enrol.ts'
import { cookieOf, type FrontDoor, frontDoor } from '../testing/front-door.ts'
import { accountsModule } from './module.ts'

let world: World
let door: FrontDoor

beforeAll(async () => {
  world = await createWorld([accountsModule])
  door = await frontDoor(world)
})
afterAll(() => world.close())

const leave = (cookie: string) =>
  door.server.inject({ method: 'DELETE', url: '/api/session', headers: { 'x-daylight': '1', cookie: `daylight_session=${cookie}` } })

it('ends this session and leaves the others open', async () => {
  const officer = world.officer('张警官', 'officer')
  await enrol(world, [officer])
  const [here, there] = [await cookieOf(door, officer.policeNumber, testPassword), await cookieOf(door, officer.policeNumber, testPassword)]
  const answer = await leave(here)
  expect(answer.json().officer).toBeNull()
  expect(answer.cookies).toMatchObject([{ name: 'daylight_session', value: '' }])
  expect((await door.get('/api/sessions', here)).statusCode).toBe(401)
  expect((await door.get('/api/sessions', there)).statusCode).toBe(200)
  expect((await world.auditTrail(`officer:${officer.id}`)).map((line) => line.action)).toContain('accounts.signOut')
})

it('lets a stranger leave without complaint', async () => {
  expect((await leave('none')).statusCode).toBe(200)
})
