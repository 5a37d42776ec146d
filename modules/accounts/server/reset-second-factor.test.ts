import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { enrol, testPassword } from '../testing/enrol.ts'
import { cookieOf, type FrontDoor, frontDoor } from '../testing/front-door.ts'
import { setUpPhone } from '../testing/phone.ts'
import { listOfficers } from './list-officers.ts'
import { accountsModule } from './module.ts'
import { resetSecondFactor } from './reset-second-factor.ts'

let world: World
let door: FrontDoor

beforeAll(async () => {
  world = await createWorld([accountsModule])
  door = await frontDoor(world)
})
afterAll(() => world.close())

const staff = async () => {
  const [admin, officer] = [world.officer('管理员', 'administrator', world.bureau), world.officer('局长', 'leader', world.bureau)]
  await enrol(world, [admin, officer])
  return { admin, officer, phone: await setUpPhone(world, officer) }
}

it('takes the factor away, ends every session, and leaves the role withheld until there is a new one', async () => {
  const { admin, officer, phone } = await staff()
  const cookie = await cookieOf(door, officer.policeNumber, testPassword, phone.code())
  const listed = await world.ask(listOfficers, admin, { policeNumber: officer.policeNumber })
  expect(listed.rows).toMatchObject([
    { hasSecondFactor: true, can: ['change', 'end-sessions', 'set-grants', 'deactivate', 'renew-sign-in', 'reset-second-factor'] },
  ])
  expect(await world.perform(resetSecondFactor, admin, { officerId: officer.id })).toEqual({ endedSessions: 1 })
  expect((await door.get('/api/sessions', cookie)).statusCode).toBe(401)
  const answer = await door.post('/api/session', { policeNumber: officer.policeNumber, password: testPassword })
  expect(answer.json().officer).toMatchObject({ grants: [], withheldRoles: ['leader'] })
  expect(await world.auditTrail(`officer:${officer.id}`)).toContainEqual({
    actor: '管理员',
    action: 'accounts.resetSecondFactor',
    outcome: 'done',
  })
})

it('takes another administrator: nobody resets the own', async () => {
  const { admin } = await staff()
  await setUpPhone(world, admin)
  await expect(world.perform(resetSecondFactor, admin, { officerId: admin.id })).rejects.toMatchObject({ code: 'accounts.notYourOwn' })
})

it('does not find an officer of another unit, and refuses where there is none to reset', async () => {
  const { officer } = await staff()
  const [other, plain] = [world.officer('所管理员', 'administrator'), world.officer('民警', 'officer')]
  await enrol(world, [other, plain])
  await expect(world.perform(resetSecondFactor, other, { officerId: officer.id })).rejects.toMatchObject({
    code: 'accounts.officerNotFound',
  })
  await expect(world.perform(resetSecondFactor, other, { officerId: plain.id })).rejects.toMatchObject({ code: 'accounts.noSecondFactor' })
})

it('wants a fresh proof of the administrator', async () => {
  const { admin, officer } = await staff()
  const phone = await setUpPhone(world, admin)
  const cookie = await cookieOf(door, admin.policeNumber, testPassword, phone.code())
  world.advance({ minutes: 16 })
  const reset = () => door.post(`/api/officers/${officer.id}/second-factor/removal`, {}, cookie)
  expect((await reset()).json().code).toBe('house.proofNeeded')
  await door.post('/api/session/proof', { code: phone.code() }, cookie)
  expect((await reset()).statusCode).toBe(200)
})
