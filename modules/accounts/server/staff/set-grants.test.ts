import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { enrol, testPassword } from '../../testing/enrol.ts'
import { cookieOf, frontDoor } from '../../testing/front-door.ts'
import { accountsModule } from '../module.ts'
import { findOfficer } from './find-officer.ts'
import { setGrants } from './set-grants.ts'

let world: World

beforeAll(async () => {
  world = await createWorld([accountsModule])
})
afterAll(() => world.close())

it('gives and takes roles, which count with the next request of an open session', async () => {
  const door = await frontDoor(world)
  const [admin, officer] = [world.officer('管理员', 'administrator', world.bureau), world.officer('甲', 'officer')]
  await enrol(world, [admin, officer])
  const cookie = await cookieOf(door, officer.policeNumber, testPassword)
  const grants = [{ role: 'dispatcher' as const, unitCode: world.bureau }]
  expect(await world.perform(setGrants, admin, { officerId: officer.id, grants })).toEqual({ given: 1, taken: 1 })
  expect((await door.get('/api/session', cookie)).json().officer.grants).toEqual(grants)
  const { history } = await world.ask(findOfficer, admin, { officerId: officer.id })
  expect(history.map(({ change, role }) => `${change} ${role}`).toSorted()).toEqual(['given dispatcher', 'taken officer'])
})

it('leaves grants in units of others alone', async () => {
  const other = world.unit()
  const admin = world.officer('所管理员', 'administrator')
  const officer = world.officer('乙', 'officer')
  const both = { ...officer, grants: [...officer.grants, ...world.officer('', 'legal-officer', other).grants] }
  await enrol(world, [admin, both])
  expect(await world.perform(setGrants, admin, { officerId: both.id, grants: [] })).toEqual({ given: 0, taken: 1 })
  const door = await frontDoor(world)
  const answer = await door.post('/api/session', { policeNumber: both.policeNumber, password: testPassword })
  expect(answer.json().officer.grants).toEqual([{ role: 'legal-officer', unitCode: other }])
})

it('is never done to oneself, and not beyond the own units', async () => {
  const admin = world.officer('所管理员', 'administrator')
  const officer = world.officer('丙', 'officer')
  await enrol(world, [admin, officer])
  const grants = [{ role: 'leader' as const, unitCode: world.bureau }]
  await expect(world.perform(setGrants, admin, { officerId: admin.id, grants: [] })).rejects.toMatchObject({
    code: 'accounts.notOnOneself',
  })
  await expect(world.perform(setGrants, admin, { officerId: officer.id, grants })).rejects.toMatchObject({ code: 'accounts.unitNotYours' })
})
