import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { enrol, testPassword } from '../testing/enrol.ts'
import { cookieOf, type FrontDoor, frontDoor } from '../testing/front-door.ts'
import { endSessions } from './end-sessions.ts'
import { listOfficers } from './list-officers.ts'
import { accountsModule } from './module.ts'

let world: World
let door: FrontDoor

beforeAll(async () => {
  world = await createWorld([accountsModule])
  door = await frontDoor(world)
})
afterAll(() => world.close())

it('ends the sessions of an officer whom the administrator administers', async () => {
  const [admin, officer] = [world.officer('管理员', 'administrator', world.bureau), world.officer('张警官', 'officer')]
  await enrol(world, [admin, officer])
  const cookie = await cookieOf(door, officer.policeNumber, testPassword)
  const listed = await world.ask(listOfficers, admin, { policeNumber: officer.policeNumber })
  expect(listed.rows).toMatchObject([{ name: '张警官', openSessions: 1, can: expect.arrayContaining(['end-sessions']) as string[] }])
  expect(await world.perform(endSessions, admin, { officerId: officer.id })).toEqual({ endedSessions: 1 })
  expect((await door.get('/api/sessions', cookie)).statusCode).toBe(401)
  expect(await world.auditTrail(`officer:${officer.id}`)).toContainEqual({
    actor: '管理员',
    action: 'accounts.endSessions',
    outcome: 'done',
  })
})

it('does not find an officer of another unit', async () => {
  const [admin, officer] = [world.officer('所管理员', 'administrator'), world.officer('远警官', 'officer', world.unit())]
  await enrol(world, [admin, officer])
  await expect(world.perform(endSessions, admin, { officerId: officer.id })).rejects.toMatchObject({ code: 'accounts.officerNotFound' })
})

it('is for administrators', async () => {
  const officer = world.officer('李警官', ['officer', 'unit-head', 'leader'])
  await expect(world.perform(endSessions, officer, { officerId: officer.id })).rejects.toMatchObject({ code: 'house.notAllowed' })
})
