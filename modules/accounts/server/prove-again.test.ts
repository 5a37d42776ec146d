import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { enrol, testPassword } from '../testing/enrol.ts'
import { cookieOf, type FrontDoor, frontDoor } from '../testing/front-door.ts'
import { setUpPhone } from '../testing/phone.ts'
import { accountsModule } from './module.ts'

let world: World
let door: FrontDoor

beforeAll(async () => {
  world = await createWorld([accountsModule])
  door = await frontDoor(world)
})
afterAll(() => world.close())

it('takes the password from who has no second factor', async () => {
  const officer = world.officer('甲某', 'officer')
  await enrol(world, [officer])
  const cookie = await cookieOf(door, officer.policeNumber, testPassword)
  world.advance({ minutes: 20 })
  const wrong = await door.post('/api/session/proof', { password: 'wrong' }, cookie)
  expect(wrong.json()).toMatchObject({ status: 400, fields: [{ path: 'password', code: 'accounts.wrongProof' }] })
  const answer = await door.post('/api/session/proof', { password: testPassword }, cookie)
  expect(answer.json()).toEqual({ provedUntil: new Date(world.clock.now.getTime() + 15 * 60_000).toISOString() })
})

it('takes a code, and no password, from who has one', async () => {
  const officer = world.officer('乙某', 'leader', world.bureau)
  await enrol(world, [officer])
  const phone = await setUpPhone(world, officer)
  const cookie = await cookieOf(door, officer.policeNumber, testPassword, phone.code())
  world.advance({ minutes: 20 })
  expect((await door.post('/api/session/proof', { password: testPassword }, cookie)).json().fields).toMatchObject([{ path: 'code' }])
  const code = phone.code()
  expect((await door.post('/api/session/proof', { code }, cookie)).statusCode).toBe(200)
  expect((await door.post('/api/session/proof', { code }, cookie)).statusCode).toBe(400)
})

it('makes guesses wait', async () => {
  const officer = world.officer('丙某', 'officer')
  await enrol(world, [officer])
  const cookie = await cookieOf(door, officer.policeNumber, testPassword)
  for (let guess = 1; guess <= 5; guess += 1) await door.post('/api/session/proof', { password: 'wrong' }, cookie)
  expect((await door.post('/api/session/proof', { password: testPassword }, cookie)).statusCode).toBe(429)
})
