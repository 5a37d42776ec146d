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

it('lists the own sessions, ends one of them, and the next request with it is refused', async () => {
  const officer = world.officer('张警官', 'officer')
  await enrol(world, [officer])
  const lost = await cookieOf(door, officer.policeNumber, testPassword)
  world.advance({ minutes: 1 })
  const mine = await cookieOf(door, officer.policeNumber, testPassword)
  const { rows } = (await door.get('/api/sessions', mine)).json()
  expect(rows.map((row: { isCurrent: boolean }) => row.isCurrent)).toEqual([true, false])
  const left = await door.post(`/api/sessions/${rows[1].id}/revoke`, {}, mine)
  expect(left.json().rows).toHaveLength(1)
  expect((await door.get('/api/sessions', lost)).statusCode).toBe(401)
  expect((await door.post(`/api/sessions/${rows[1].id}/revoke`, {}, mine)).statusCode).toBe(404)
})

it("does not find another person's session", async () => {
  const [owner, other] = [world.officer('李警官', 'officer'), world.officer('王警官', 'administrator', world.bureau)]
  await enrol(world, [owner, other])
  const cookie = await cookieOf(door, owner.policeNumber, testPassword)
  const { rows } = (await door.get('/api/sessions', cookie)).json()
  const tried = await door.post(`/api/sessions/${rows[0].id}/revoke`, {}, await cookieOf(door, other.policeNumber, testPassword))
  expect(tried.json()).toMatchObject({ status: 404, code: 'accounts.sessionNotFound' })
  expect((await door.get('/api/sessions', cookie)).statusCode).toBe(200)
})
