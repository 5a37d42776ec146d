import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { bureauCode } from '#kernel/unit-code.ts'
import { createWorld, type World } from '#platform/testing/world.ts'
import { identifyOfficer, insertUnits } from '../index.ts'
import { enrol, testPassword } from '../testing/enrol.ts'
import { cookieOf, type FrontDoor, frontDoor } from '../testing/front-door.ts'
import { setUpPhone } from '../testing/phone.ts'
import { accountsModule } from './module.ts'

let world: World
let door: FrontDoor

beforeAll(async () => {
  world = await createWorld([accountsModule])
  door = await frontDoor(world)
})
afterAll(() => world.close())

const who = (cookie: string): Promise<Actor | null> => identifyOfficer(() => world.platform)({ cookies: { daylight_session: cookie } })
const grantsOf = (actor: Actor | null) => (actor?.kind === 'officer' ? actor.grants : [])

it('lets a grant reach its unit and those below it, each role by itself', async () => {
  const [squad, team] = [world.unit(), world.unit()]
  const head = world.officer('站长', ['unit-head'])
  const both = { ...head, grants: [...head.grants, ...world.officer('', 'legal-officer', squad).grants] }
  await enrol(world, [both], { parents: { [squad]: world.station, [team]: squad } })
  const phone = await setUpPhone(world, head)
  const found = await who(await cookieOf(door, head.policeNumber, testPassword, phone.code()))
  expect(grantsOf(found)).toEqual([
    { role: 'legal-officer', unitCode: squad, bureauCode: world.bureau, units: [squad, team] },
    { role: 'unit-head', unitCode: world.station, bureauCode: world.bureau, units: [world.station, squad, team] },
  ])
})

it('lets a grant at the bureau reach all of it', async () => {
  const leader = world.officer('局长', 'leader', world.bureau)
  await enrol(world, [leader])
  const phone = await setUpPhone(world, leader)
  expect(grantsOf(await who(await cookieOf(door, leader.policeNumber, testPassword, phone.code())))).toEqual([
    { role: 'leader', unitCode: world.bureau, bureauCode: world.bureau, units: 'all' },
  ])
})

it('stops at the border of the bureau, even where another bureau hangs below', async () => {
  const head = world.officer('所长', 'unit-head')
  await enrol(world, [head])
  const county = bureauCode('990100000000')
  const names = { nameZh: '别县公安局', nameEn: 'Another county', shortName: '别县', phone: null, address: null }
  await insertUnits(world.open, [{ code: county, bureauCode: county, parentCode: world.station, kind: 'bureau', ...names }])
  const phone = await setUpPhone(world, head)
  expect(grantsOf(await who(await cookieOf(door, head.policeNumber, testPassword, phone.code())))[0]?.units).not.toContain(county)
})

it('knows nobody by no cookie, a made-up one or that of another bureau', async () => {
  const officer = world.officer('吴警官', 'officer')
  await enrol(world, [officer])
  const cookie = await cookieOf(door, officer.policeNumber, testPassword)
  const token = cookie.split('.')[1]
  expect(await who('')).toBeNull()
  expect(await who('nonsense')).toBeNull()
  expect(await who(`${world.bureau}.${'A'.repeat(43)}`)).toBeNull()
  expect(await who(`110000000000.${token}`)).toBeNull()
})

it('ends after half an hour without use, and lives on while it is used', async () => {
  const officer = world.officer('郑警官', 'officer')
  await enrol(world, [officer])
  const cookie = await cookieOf(door, officer.policeNumber, testPassword)
  for (let turn = 0; turn < 3; turn += 1) {
    world.advance({ minutes: 29 })
    expect(await who(cookie)).toMatchObject({ id: officer.id })
  }
  world.advance({ minutes: 30 })
  expect(await who(cookie)).toBeNull()
})

it('ends after twelve hours however busy', async () => {
  const officer = world.officer('冯警官', 'officer')
  await enrol(world, [officer])
  const cookie = await cookieOf(door, officer.policeNumber, testPassword)
  for (let turn = 0; turn < 28; turn += 1) {
    world.advance({ minutes: 25 })
    expect(await who(cookie)).not.toBeNull()
  }
  world.advance({ minutes: 20 })
  expect(await who(cookie)).toBeNull()
})

it('forgets an officer who left with the next request', async () => {
  const officer = world.officer('陈警官', 'officer')
  await enrol(world, [officer])
  const cookie = await cookieOf(door, officer.policeNumber, testPassword)
  await world.open
    .as<{ 'accounts.officer': { id: string; is_active: boolean } }>()
    .updateTable('accounts.officer')
    .set({ is_active: false })
    .where('id', '=', officer.id)
    .execute()
  expect(await who(cookie)).toBeNull()
})
