import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { enrol } from '../../testing/enrol.ts'
import { invite, newcomer } from '../../testing/newcomer.ts'
import { accountsModule } from '../module.ts'
import { inviteOfficer } from './invite-officer.ts'
import { listInvitations } from './list-invitations.ts'

let world: World

beforeAll(async () => {
  world = await createWorld([accountsModule])
})
afterAll(() => world.close())

it('gives a code, lists it with who gave it, and withdraws an earlier one for the same number', async () => {
  const admin = world.officer('管理员', 'administrator', world.bureau)
  await enrol(world, [admin, world.officer('甲', 'officer')])
  const first = await invite(world, admin, '820001')
  expect(first.code).toMatch(/^([2-9A-HJKMNP-Z]{4}-){2}[2-9A-HJKMNP-Z]{4}$/)
  expect(first.joinAddress).toBe('http://127.0.0.1:3000/staff/join')
  world.advance({ minutes: 1 })
  await invite(world, admin, '820001')
  const { rows } = await world.ask(listInvitations, admin, {})
  expect(rows.map(({ state, name, invitedBy }) => [state, name, invitedBy?.name])).toEqual([
    ['open', '新警官', '管理员'],
    ['withdrawn', '新警官', '管理员'],
  ])
  expect((await world.ask(listInvitations, admin, { state: 'open' })).rows).toHaveLength(1)
})

it('invites into one’s own units and to roles in them only', async () => {
  const other = world.unit()
  const admin = world.officer('所管理员', 'administrator')
  await enrol(world, [admin, world.officer('乙', 'officer', other)])
  const refused = (change: object, path: string) =>
    expect(world.perform(inviteOfficer, admin, { ...newcomer(world, '820002'), ...change })).rejects.toMatchObject({
      code: 'accounts.unitNotYours',
      fields: [{ path }],
    })
  await refused({ unitCode: other }, 'unitCode')
  await refused({ unitCode: '123456789012' }, 'unitCode')
  await refused({ grants: [{ role: 'leader', unitCode: world.bureau }] }, 'grants.0.unitCode')
  expect(await invite(world, admin, '820002')).toMatchObject({ code: expect.any(String) as string })
})

it('refuses a police number that has an account, and whoever is no administrator', async () => {
  const [admin, officer] = [world.officer('管理员', 'administrator', world.bureau), world.officer('丙', ['officer', 'leader'])]
  await enrol(world, [admin, officer])
  await expect(invite(world, admin, officer.policeNumber)).rejects.toMatchObject({ code: 'accounts.policeNumberTaken' })
  await expect(invite(world, officer, '820003')).rejects.toMatchObject({ code: 'house.notAllowed' })
})
