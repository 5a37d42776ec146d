import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { enrol, testPassword } from '../testing/enrol.ts'
import { cookieOf, frontDoor } from '../testing/front-door.ts'
import { setUpPhone } from '../testing/phone.ts'
import { accountsModule } from './module.ts'
import { removeSecondFactor } from './remove-second-factor.ts'

let world: World

beforeAll(async () => {
  world = await createWorld([accountsModule])
})
afterAll(() => world.close())

it('switches off where no role demands it', async () => {
  const officer = world.officer('甲某', 'officer')
  await enrol(world, [officer])
  await setUpPhone(world, officer)
  expect(await world.perform(removeSecondFactor, officer, {})).toEqual({
    confirmedAt: null,
    codesLeft: 0,
    isDemanded: false,
    withheldRoles: [],
  })
  expect(await cookieOf(await frontDoor(world), officer.policeNumber, testPassword)).not.toBe('')
})

it('is refused to a privileged role', async () => {
  const officer = world.officer('乙某', 'supervisor', world.bureau)
  await enrol(world, [officer])
  await setUpPhone(world, officer)
  await expect(world.perform(removeSecondFactor, officer, {})).rejects.toMatchObject({ code: 'accounts.secondFactorDemanded' })
})
