import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { enrol, testPassword } from '../../testing/enrol.ts'
import { frontDoor } from '../../testing/front-door.ts'
import { setUpPhone } from '../../testing/phone.ts'
import { accountsModule } from '../module.ts'
import { recoverFromMachine } from '../../index.ts'
import { recoverAdministrator } from './recover-administrator.ts'

let world: World

beforeAll(async () => {
  world = await createWorld([accountsModule])
})
afterAll(() => world.close())

it('lets the last administrator in again, with a trail that names the command', async () => {
  const door = await frontDoor(world)
  const admin = world.officer('独苗', 'administrator', world.bureau)
  await enrol(world, [admin])
  await setUpPhone(world, admin)
  const { policeNumber } = admin
  const { code } = await recoverFromMachine(world.platform, policeNumber)
  expect((await door.post('/api/session', { policeNumber, password: testPassword })).json().code).toBe('accounts.wrongSignIn')
  await door.post('/api/invitations/acceptance', { policeNumber, code, password: 'a word for the morning' })
  const answer = await door.post('/api/session', { policeNumber, password: 'a word for the morning' })
  expect(answer.json().officer).toMatchObject({ grants: [], withheldRoles: ['administrator'] })
  expect(await world.auditTrail(`officer:${admin.id}`)).toContainEqual({
    actor: 'command.recover',
    action: 'accounts.recoverAdministrator',
    outcome: 'done',
  })
})

it('is refused while another administrator of the bureau can do it on the pages', async () => {
  const other = await createWorld([accountsModule])
  const [lost, able] = [other.officer('甲', 'administrator', other.bureau), other.officer('乙', 'administrator', other.bureau)]
  await enrol(other, [lost, able])
  await setUpPhone(other, able)
  await expect(recoverFromMachine(other.platform, lost.policeNumber)).rejects.toMatchObject({
    code: 'accounts.othersCanReset',
    facts: { policeNumbers: able.policeNumber },
  })
  await other.close()
})

it('is for administrators, and for nobody at a page', async () => {
  const [officer, admin] = [world.officer('民警', 'officer'), world.officer('管理员', 'administrator', world.bureau)]
  await enrol(world, [officer, admin])
  await expect(recoverFromMachine(world.platform, officer.policeNumber)).rejects.toMatchObject({ code: 'accounts.notAnAdministrator' })
  await expect(recoverFromMachine(world.platform, '999999')).rejects.toMatchObject({ code: 'accounts.notAnAdministrator' })
  await expect(world.perform(recoverAdministrator, admin, { policeNumber: admin.policeNumber })).rejects.toMatchObject({
    code: 'house.notAllowed',
  })
})
