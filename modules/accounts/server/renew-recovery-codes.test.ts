import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { enrol, testPassword } from '../testing/enrol.ts'
import { cookieOf, frontDoor } from '../testing/front-door.ts'
import { setUpPhone } from '../testing/phone.ts'
import { accountsModule } from './module.ts'
import { renewRecoveryCodes } from './renew-recovery-codes.ts'

let world: World

beforeAll(async () => {
  world = await createWorld([accountsModule])
})
afterAll(() => world.close())

it('gives ten new codes and lets the old ones count no more', async () => {
  const door = await frontDoor(world)
  const officer = world.officer('甲某', 'leader', world.bureau)
  await enrol(world, [officer])
  const phone = await setUpPhone(world, officer)
  const { recoveryCodes } = await world.perform(renewRecoveryCodes, officer, {})
  expect(recoveryCodes).toHaveLength(10)
  const old = { policeNumber: officer.policeNumber, password: testPassword, code: phone.recoveryCodes[3] }
  expect((await door.post('/api/session', old)).statusCode).toBe(401)
  expect(await cookieOf(door, officer.policeNumber, testPassword, recoveryCodes[0])).not.toBe('')
})

it('gives none to who has no second factor', async () => {
  const officer = world.officer('乙某', 'officer')
  await enrol(world, [officer])
  await expect(world.perform(renewRecoveryCodes, officer, {})).rejects.toMatchObject({ code: 'accounts.noSecondFactor' })
})
