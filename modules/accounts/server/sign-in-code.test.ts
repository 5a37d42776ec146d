import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Role } from '#kernel/actor.ts'
import { createWorld, type World } from '#platform/testing/world.ts'
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

async function withPhone(role: Role = 'leader') {
  const officer = world.officer('甲某', role, world.bureau)
  await enrol(world, [officer])
  const phone = await setUpPhone(world, officer)
  const knock = (code?: string, password = testPassword) =>
    door.post('/api/session', { policeNumber: officer.policeNumber, password, ...(code && { code }) })
  return { officer, phone, knock }
}

it('asks for the code only after the right password, and opens nothing before', async () => {
  const { knock } = await withPhone()
  const asked = await knock()
  expect(asked.json()).toMatchObject({ status: 401, code: 'accounts.codeNeeded' })
  expect(asked.cookies).toEqual([])
  expect((await knock(undefined, 'wrong')).json().code).toBe('accounts.wrongSignIn')
})

it('opens a session with the code, in which privileged roles count', async () => {
  const { phone, knock } = await withPhone()
  const answer = await knock(phone.code())
  expect(answer.json().officer).toMatchObject({ grants: [{ role: 'leader' }], withheldRoles: [] })
})

it('takes each code once, and none that came before it', async () => {
  const { phone, knock } = await withPhone()
  const [earlier, code] = [phone.code(), phone.code(1)]
  expect((await knock(code)).statusCode).toBe(200)
  for (const again of [code, earlier]) expect((await knock(again)).json().code).toBe('accounts.wrongCode')
  world.advance({ seconds: 60 })
  expect((await knock(phone.code())).statusCode).toBe(200)
})

it('takes the same code once even when it is sent twice at the same moment', async () => {
  const { phone, knock } = await withPhone()
  const answers = await Promise.all(Array.from({ length: 4 }, () => knock(phone.code())))
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
})

it('takes a recovery code in its place, however it is typed, once', async () => {
  const { officer, phone, knock } = await withPhone()
  const [code = ''] = phone.recoveryCodes
  const cookie = await cookieOf(door, officer.policeNumber, testPassword, code.toLowerCase().replace('-', ''))
  expect((await door.get('/api/account/second-factor', cookie)).json()).toMatchObject({ codesLeft: 9, withheldRoles: [] })
  expect((await knock(code)).json().code).toBe('accounts.wrongCode')
})

it('makes guesses at the code wait, whatever the password says in between', async () => {
  const { phone, knock } = await withPhone()
  for (let guess = 1; guess <= 5; guess += 1) {
    expect((await knock('000000')).statusCode).toBe(401)
    await knock()
  }
  expect((await knock(phone.code())).json()).toMatchObject({ status: 429, facts: { waitSeconds: 5 } })
  world.advance({ seconds: 5 })
  expect((await knock(phone.code())).statusCode).toBe(200)
})

it('writes a wrong code into the trail, without the code', async () => {
  const { officer, knock } = await withPhone()
  await knock('000000')
  expect(await world.auditTrail(`officer:${officer.id}`)).toContainEqual({
    actor: '甲某',
    action: 'accounts.signIn',
    outcome: 'accounts.wrongCode',
  })
})

it('withholds a privileged role from who has no second factor, and nothing from others', async () => {
  const [leader, officer] = [world.officer('局长', ['leader', 'officer']), world.officer('民警', 'officer')]
  await enrol(world, [leader, officer])
  const about = async (policeNumber: string) => (await door.post('/api/session', { policeNumber, password: testPassword })).json().officer
  expect(await about(leader.policeNumber)).toMatchObject({ grants: [{ role: 'officer' }], withheldRoles: ['leader'] })
  expect(await about(officer.policeNumber)).toMatchObject({ grants: [{ role: 'officer' }], withheldRoles: [] })
})

it('demands none in a demo, but asks for one that was set', async () => {
  const demo = await frontDoor(world, { ...world.platform, isDemo: true })
  const plain = world.officer('演示局长', 'leader', world.bureau)
  await enrol(world, [plain])
  const answer = await demo.post('/api/session', { policeNumber: plain.policeNumber, password: testPassword })
  expect(answer.json().officer).toMatchObject({ grants: [{ role: 'leader' }], withheldRoles: [] })
  const { officer } = await withPhone()
  const asked = await demo.post('/api/session', { policeNumber: officer.policeNumber, password: testPassword })
  expect(asked.json().code).toBe('accounts.codeNeeded')
})
