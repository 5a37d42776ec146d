import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { enrol, testPassword } from '../testing/enrol.ts'
import { cookieOf, type FrontDoor, frontDoor } from '../testing/front-door.ts'
import { bytesOf, codeOn, setUpPhone } from '../testing/phone.ts'
import { beginSecondFactor } from './begin-second-factor.ts'
import { confirmSecondFactor } from './confirm-second-factor.ts'
import { accountsModule } from './module.ts'

let world: World
let door: FrontDoor

beforeAll(async () => {
  world = await createWorld([accountsModule])
  door = await frontDoor(world)
})
afterAll(() => world.close())

const enrolled = async () => {
  const officer = world.officer('甲某', 'unit-head')
  await enrol(world, [officer])
  return officer
}

it('gives a secret of 160 bits as letters and as a picture, and keeps it sealed', async () => {
  const officer = await enrolled()
  const { secret, qr } = await world.perform(beginSecondFactor, officer, {})
  expect(bytesOf(secret)).toHaveLength(20)
  expect(new Set(qr.map((row) => row.length))).toEqual(new Set([qr.length]))
  const rows = await world.open
    .as<{ 'accounts.second_factor': { pending_sealed: Buffer } }>()
    .selectFrom('accounts.second_factor')
    .selectAll()
    .execute()
  for (const { pending_sealed: sealed } of rows) {
    expect(sealed.includes(bytesOf(secret))).toBe(false)
    expect(sealed.toString('latin1')).not.toContain(secret)
  }
})

it('changes nothing until the new phone has shown a code: the old one still counts', async () => {
  const officer = await enrolled()
  const old = await setUpPhone(world, officer)
  const { secret } = await world.perform(beginSecondFactor, officer, {})
  expect(await cookieOf(door, officer.policeNumber, testPassword, old.code())).not.toBe('')
  world.advance({ seconds: 30 })
  await world.perform(confirmSecondFactor, officer, { code: codeOn(world, secret) })
  world.advance({ seconds: 30 })
  const [byOld, byNew] = [old.code(), codeOn(world, secret)]
  expect((await door.post('/api/session', { policeNumber: officer.policeNumber, password: testPassword, code: byOld })).statusCode).toBe(
    401,
  )
  expect(await cookieOf(door, officer.policeNumber, testPassword, byNew)).not.toBe('')
})

it('asks again who sits there when the session is older than a quarter of an hour', async () => {
  const officer = await enrolled()
  const cookie = await cookieOf(door, officer.policeNumber, testPassword)
  world.advance({ minutes: 15 })
  expect((await door.post('/api/account/second-factor', {}, cookie)).json()).toMatchObject({ status: 403, code: 'house.proofNeeded' })
  expect((await door.post('/api/session/proof', { password: testPassword }, cookie)).statusCode).toBe(200)
  expect((await door.post('/api/account/second-factor', {}, cookie)).statusCode).toBe(200)
})
