import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Officer } from '#kernel/actor.ts'
import { createWorld, type World } from '#platform/testing/world.ts'
import { enrol, testPassword } from '../../testing/enrol.ts'
import { cookieOf, type FrontDoor, frontDoor } from '../../testing/front-door.ts'
import { setUpPhone } from '../../testing/phone.ts'
import { listOfficers } from '../list-officers.ts'
import { accountsModule } from '../module.ts'
import { setGrants } from '../staff/set-grants.ts'
import { delegateRole } from './delegate-role.ts'
import { endDelegation } from './end-delegation.ts'

let world: World
let door: FrontDoor

beforeAll(async () => {
  world = await createWorld([accountsModule])
  door = await frontDoor(world)
})
afterAll(() => world.close())

const day = (days: number) => new Date(world.clock.now.getTime() + days * 86_400_000).toISOString()
const handing = (to: Officer, change: object = {}) => ({
  id: uuid(),
  toPoliceNumber: to.policeNumber,
  role: 'legal-officer' as const,
  unitCode: world.station,
  fromAt: day(0),
  untilAt: day(7),
  reason: '休假',
  ...change,
})
const pair = async () => {
  const [giver, receiver] = [world.officer('给出', 'legal-officer'), world.officer('接手', 'officer')]
  await enrol(world, [giver, receiver])
  return { giver, receiver, cookie: await cookieOf(door, receiver.policeNumber, testPassword) }
}
const rolesIn = async (cookie: string) =>
  ((await door.get('/api/session', cookie)).json() as { officer: { grants: { role: string; onBehalfOf?: string }[] } }).officer.grants.map(
    ({ role, onBehalfOf }) => `${role}${onBehalfOf === undefined ? '' : ` for ${onBehalfOf}`}`,
  )

it('lets the receiver hold the role in its time, in an open session and said to be another’s', async () => {
  const { giver, receiver, cookie } = await pair()
  const { rows } = await world.perform(delegateRole, giver, handing(receiver, { fromAt: day(0.001), untilAt: day(0.01) }))
  expect(rows).toMatchObject([{ state: 'coming', isMine: true, to: { name: '接手' }, reason: '休假' }])
  expect(await rolesIn(cookie)).toEqual(['officer'])
  world.advance({ minutes: 2 })
  expect(await rolesIn(cookie)).toEqual([`legal-officer for ${giver.policeNumber}`, 'officer'])
  world.advance({ minutes: 14 })
  expect(await rolesIn(cookie)).toEqual(['officer'])
})

it('ends with the giver’s own role, and is shown to the administrator while it runs', async () => {
  const { giver, receiver, cookie } = await pair()
  const admin = world.officer('管理员', 'administrator', world.bureau)
  await enrol(world, [admin])
  await world.perform(delegateRole, giver, handing(receiver))
  const listed = await world.ask(listOfficers, admin, { policeNumber: receiver.policeNumber })
  expect(listed.rows[0]?.grants).toMatchObject([{ onBehalfOf: giver.policeNumber }, { role: 'officer' }])
  await world.perform(setGrants, admin, { officerId: giver.id, grants: [] })
  expect(await rolesIn(cookie)).toEqual(['officer'])
})

it('withholds a privileged role from a receiver without a second factor', async () => {
  const [leader, deputy] = [world.officer('局长', 'leader', world.bureau), world.officer('副局长', 'officer', world.bureau)]
  await enrol(world, [leader, deputy])
  await world.perform(delegateRole, leader, handing(deputy, { role: 'leader', unitCode: world.bureau }))
  expect(await rolesIn(await cookieOf(door, deputy.policeNumber, testPassword))).toEqual(['officer'])
  const phone = await setUpPhone(world, deputy)
  expect(await rolesIn(await cookieOf(door, deputy.policeNumber, testPassword, phone.code()))).toEqual([
    `leader for ${leader.policeNumber}`,
    'officer',
  ])
})

it('hands on one’s own roles only, never one held for another, nor the right to give rights', async () => {
  const { giver, receiver } = await pair()
  const third = world.officer('第三', 'officer')
  await enrol(world, [third])
  const held = { ...receiver, grants: [...receiver.grants, { ...giver.grants[0]!, onBehalfOf: giver.policeNumber }] }
  await expect(world.perform(delegateRole, held, handing(third))).rejects.toMatchObject({ code: 'accounts.roleNotYours' })
  const admin = world.officer('管理员', 'administrator')
  await expect(world.perform(delegateRole, admin, handing(third, { role: 'administrator' }))).rejects.toMatchObject({
    code: 'house.invalidInput',
  })
})

it('refuses a time too long or over, oneself, and who is not there', async () => {
  const { giver, receiver } = await pair()
  const refused = (change: object, code: string) =>
    expect(world.perform(delegateRole, giver, handing(receiver, change))).rejects.toMatchObject({ code })
  await refused({ untilAt: day(31) }, 'accounts.delegationTooLong')
  await refused({ fromAt: day(-2), untilAt: day(-1) }, 'accounts.delegationEndsTooSoon')
  await refused({ toPoliceNumber: giver.policeNumber }, 'accounts.noSuchColleague')
  await refused({ toPoliceNumber: '999999' }, 'accounts.noSuchColleague')
})

it('is ended before its time by either of the two, and by nobody else', async () => {
  const { giver, receiver, cookie } = await pair()
  const stranger = world.officer('旁人', 'officer')
  const input = handing(receiver)
  await world.perform(delegateRole, giver, input)
  await expect(world.perform(endDelegation, stranger, { delegationId: input.id })).rejects.toMatchObject({
    code: 'accounts.delegationNotFound',
  })
  await world.perform(endDelegation, receiver, { delegationId: input.id })
  expect(await rolesIn(cookie)).toEqual(['officer'])
  expect(await world.auditTrail(`officer:${giver.id}`)).toContainEqual({ actor: '给出', action: 'accounts.delegateRole', outcome: 'done' })
})
