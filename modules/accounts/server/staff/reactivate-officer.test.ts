import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { enrol, testPassword } from '../../testing/enrol.ts'
import { cookieOf, frontDoor } from '../../testing/front-door.ts'
import { listOfficers } from '../list-officers.ts'
import { accountsModule } from '../module.ts'
import { deactivateOfficer } from './deactivate-officer.ts'
import { reactivateOfficer } from './reactivate-officer.ts'

let world: World

beforeAll(async () => {
  world = await createWorld([accountsModule])
})
afterAll(() => world.close())

it('opens a closed account again', async () => {
  const [admin, officer] = [world.officer('管理员', 'administrator', world.bureau), world.officer('归队', 'officer')]
  await enrol(world, [admin, officer])
  await expect(world.perform(reactivateOfficer, admin, { officerId: officer.id })).rejects.toMatchObject({ code: 'accounts.alreadyActive' })
  await world.perform(deactivateOfficer, admin, { officerId: officer.id })
  const acts = async () => (await world.ask(listOfficers, admin, { policeNumber: officer.policeNumber })).rows[0]?.can
  expect(await acts()).toEqual(['change', 'set-grants', 'reactivate'])
  await world.perform(reactivateOfficer, admin, { officerId: officer.id })
  expect(await acts()).toEqual(['change', 'set-grants', 'deactivate', 'renew-sign-in'])
  expect(await cookieOf(await frontDoor(world), officer.policeNumber, testPassword)).not.toBe('')
})
