import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { enrol, testPassword } from '../../testing/enrol.ts'
import { cookieOf, type FrontDoor, frontDoor } from '../../testing/front-door.ts'
import { invite } from '../../testing/newcomer.ts'
import { accountsModule } from '../module.ts'
import { findOfficer } from './find-officer.ts'

let world: World
let door: FrontDoor

beforeAll(async () => {
  world = await createWorld([accountsModule])
  door = await frontDoor(world)
})
afterAll(() => world.close())

const invited = async (policeNumber: string) => {
  const admin = world.officer('管理员', 'administrator', world.bureau)
  await enrol(world, [admin, world.officer('甲', 'officer')])
  return { admin, ...(await invite(world, admin, policeNumber)) }
}
const join = (policeNumber: string, code: string, password = testPassword) =>
  door.post('/api/invitations/acceptance', { policeNumber, code, password })

it('makes the account with its roles, who invited whom, and a log-in that works', async () => {
  const { admin, code } = await invited('810001')
  expect((await join('810001', code.toLowerCase().replaceAll('-', ' '))).json()).toEqual({ policeNumber: '810001', purpose: 'join' })
  const answer = await door.post('/api/session', { policeNumber: '810001', password: testPassword })
  expect(answer.json().officer).toMatchObject({ name: '新警官', grants: [{ role: 'officer', unitCode: world.station }] })
  const { id } = answer.json().officer as { id: string }
  expect(await world.auditTrail(`officer:${id}`)).toContainEqual({ actor: '新警官', action: 'accounts.acceptInvitation', outcome: 'done' })
  const found = await world.ask(findOfficer, admin, { officerId: id })
  expect(found).toMatchObject({ invitedBy: { name: '管理员' }, history: [{ change: 'given', role: 'officer', byName: '管理员' }] })
})

it('counts once, even when it is used many times at the same moment', async () => {
  const { code } = await invited('810002')
  const answers = await Promise.all(Array.from({ length: 5 }, () => join('810002', code)))
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  expect((await join('810002', code)).statusCode).toBe(400)
})

it('says the same of a wrong code, another police number, an expired and a used one', async () => {
  const { code } = await invited('810003')
  const { code: used } = await invited('810004')
  await join('810004', used)
  const answers = [await join('810003', 'AAAA-BBBB-CCCC'), await join('810009', code), await join('810004', used)]
  world.advance({ hours: 72 })
  answers.push(await join('810003', code))
  const said = answers.map((answer) => ({ ...answer.json(), requestId: '' }))
  for (const one of said) expect(one).toEqual(said[0])
  expect(said[0]).toMatchObject({ status: 400, code: 'accounts.invitationNotValid' })
})

it('is not used up by a password that will not do', async () => {
  const { code } = await invited('810005')
  expect((await join('810005', code, 'short')).json()).toMatchObject({ fields: [{ path: 'password' }] })
  expect((await join('810005', code, 'my number is 810005')).statusCode).toBe(400)
  expect((await join('810005', code)).statusCode).toBe(200)
})

it('makes who guesses codes wait', async () => {
  const other = await createWorld([accountsModule])
  const from = await frontDoor(other)
  const guess = () => from.post('/api/invitations/acceptance', { policeNumber: '810006', code: 'AAAABBBBCCCC', password: testPassword })
  for (let tried = 1; tried < 30; tried += 1) await guess()
  expect((await guess()).json().facts).toEqual({ waitSeconds: 5 })
  expect((await guess()).statusCode).toBe(429)
  await other.close()
})

it('keeps neither the code nor, in the open, who is to join', async () => {
  const { code } = await invited('810007')
  const rows = await world.open.as<{ 'accounts.invitation': object }>().selectFrom('accounts.invitation').selectAll().execute()
  const kept = rows.map((row) => Object.values(row).map((cell) => (Buffer.isBuffer(cell) ? cell.toString('latin1') : String(cell)))).join()
  expect(kept).not.toContain(code.replaceAll('-', ''))
  expect(kept).not.toContain('新警官')
  expect(await cookieOf(door, '810001', testPassword)).not.toBe('')
})
