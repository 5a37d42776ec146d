import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { enrol, testPassword } from '../testing/enrol.ts'
import { cookieOf, type FrontDoor, frontDoor } from '../testing/front-door.ts'
import { codeOn } from '../testing/phone.ts'
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

it('lets the role count in this very session, and ends those opened without the phone', async () => {
  const officer = world.officer('管理员', 'administrator', world.bureau)
  await enrol(world, [officer])
  const [here, elsewhere] = [
    await cookieOf(door, officer.policeNumber, testPassword),
    await cookieOf(door, officer.policeNumber, testPassword),
  ]
  expect((await door.get('/api/officers', here)).statusCode).toBe(403)
  const { secret } = (await door.post('/api/account/second-factor', {}, here)).json() as { secret: string }
  const answer = await door.post('/api/account/second-factor/confirmation', { code: codeOn(world, secret) }, here)
  expect(answer.json()).toMatchObject({ endedSessions: 1 })
  const { recoveryCodes } = answer.json() as { recoveryCodes: string[] }
  expect(new Set(recoveryCodes).size).toBe(10)
  for (const code of recoveryCodes) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}$/)
  expect((await door.get('/api/officers', here)).statusCode).toBe(200)
  expect((await door.get('/api/sessions', elsewhere)).statusCode).toBe(401)
})

it('refuses a code that does not fit beside its field, and one without a secret', async () => {
  const officer = world.officer('乙某', 'officer')
  await enrol(world, [officer])
  await expect(world.perform(confirmSecondFactor, officer, { code: '123456' })).rejects.toMatchObject({ code: 'accounts.noSecondFactor' })
  const { secret } = await world.perform(beginSecondFactor, officer, {})
  const wrong = codeOn(world, secret, 5)
  await expect(world.perform(confirmSecondFactor, officer, { code: wrong })).rejects.toMatchObject({
    code: 'accounts.codeDoesNotFit',
    fields: [{ path: 'code' }],
  })
})

it('keeps recovery codes as hashes only', async () => {
  const officer = world.officer('丙某', 'officer')
  await enrol(world, [officer])
  const { secret } = await world.perform(beginSecondFactor, officer, {})
  const { recoveryCodes } = await world.perform(confirmSecondFactor, officer, { code: codeOn(world, secret) })
  const rows = await world.open
    .as<{ 'accounts.recovery_code': { code_hash: Buffer } }>()
    .selectFrom('accounts.recovery_code')
    .selectAll()
    .execute()
  const kept = rows.map(({ code_hash: hash }) => hash.toString('latin1')).join()
  for (const code of recoveryCodes) expect(kept).not.toContain(code)
})
