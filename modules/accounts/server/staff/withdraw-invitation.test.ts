import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { enrol, testPassword } from '../../testing/enrol.ts'
import { frontDoor } from '../../testing/front-door.ts'
import { invite } from '../../testing/newcomer.ts'
import { accountsModule } from '../module.ts'
import { listInvitations } from './list-invitations.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

let world: World

beforeAll(async () => {
  world = await createWorld([accountsModule])
})
afterAll(() => world.close())

it('makes the code useless, once, and only for who administers the unit', async () => {
  const door = await frontDoor(world)
  const other = world.unit()
  const [admin, elsewhere] = [world.officer('管理员', 'administrator', world.bureau), world.officer('别所', 'administrator', other)]
  await enrol(world, [admin, elsewhere, world.officer('甲', 'officer')])
  const { code } = await invite(world, admin, '830001')
  const [row] = (await world.ask(listInvitations, admin, {})).rows
  const invitationId = row?.id ?? ''
  expect((await world.ask(listInvitations, elsewhere, {})).rows).toEqual([])
  await expect(world.perform(withdrawInvitation, elsewhere, { invitationId })).rejects.toMatchObject({
    code: 'accounts.invitationNotFound',
  })
  await world.perform(withdrawInvitation, admin, { invitationId })
  expect((await door.post('/api/invitations/acceptance', { policeNumber: '830001', code, password: testPassword })).statusCode).toBe(400)
  await expect(world.perform(withdrawInvitation, admin, { invitationId })).rejects.toMatchObject({ code: 'accounts.invitationNotFound' })
})
