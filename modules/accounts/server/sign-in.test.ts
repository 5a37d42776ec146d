import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { cookieOf, type FrontDoor, frontDoor } from '../testing/front-door.ts'
import { enrol, testPassword } from '../testing/enrol.ts'
import { accountsModule } from './module.ts'

let world: World
let door: FrontDoor

beforeAll(async () => {
  world = await createWorld([accountsModule])
  door = await frontDoor(world)
})
afterAll(() => world.close())

const newOfficer = async (name: string) => {
  const officer = world.officer(name, 'officer')
  await enrol(world, [officer])
  return officer
}
const knock = (policeNumber: string, password: string) => door.post('/api/session', { policeNumber, password })
const unknown = '999999'

it('signs an officer in with a cookie that no script can read and no other site can send', async () => {
  const zhang = await newOfficer('张警官')
  const answer = await knock(zhang.policeNumber, testPassword)
  expect(answer.statusCode).toBe(200)
  expect(answer.json().officer).toMatchObject({
    id: zhang.id,
    name: '张警官',
    unitName: 'Station 01',
    bureauName: 'Test County Bureau',
    grants: [{ role: 'officer', unitCode: world.station }],
  })
  expect(answer.cookies).toMatchObject([{ name: 'daylight_session', httpOnly: true, sameSite: 'Strict', path: '/' }])
  expect(await world.auditTrail(`officer:${zhang.id}`)).toEqual([{ actor: '张警官', action: 'accounts.signIn', outcome: 'done' }])
})

it('sets a secure cookie where the staff pages are served with TLS', async () => {
  const officer = await newOfficer('安警官')
  const addresses = { ...world.platform.addresses, staffUrl: 'https://daylight.example' }
  const secure = await frontDoor(world, { ...world.platform, addresses })
  const answer = await secure.post('/api/session', { policeNumber: officer.policeNumber, password: testPassword })
  expect(answer.cookies).toMatchObject([{ secure: true }])
})

it('keeps only a hash of what the cookie holds', async () => {
  const officer = await newOfficer('何警官')
  const token = (await cookieOf(door, officer.policeNumber, testPassword)).split('.')[1]!
  const rows = await world.open.as<{ 'accounts.session': object }>().selectFrom('accounts.session').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(token)
  expect(JSON.stringify(rows)).not.toContain(Buffer.from(token, 'base64url').toJSON().data.join(','))
})

it('answers a wrong password, an unknown number and a closed account alike', async () => {
  const officer = await newOfficer('李警官')
  const left = await newOfficer('前警官')
  await world.open
    .as<{ 'accounts.officer': { id: string; is_active: boolean } }>()
    .updateTable('accounts.officer')
    .set({ is_active: false })
    .where('id', '=', left.id)
    .execute()
  const answers = [await knock(officer.policeNumber, 'wrong'), await knock(unknown, 'wrong'), await knock(left.policeNumber, testPassword)]
  expect(answers.map((answer) => answer.statusCode)).toEqual([401, 401, 401])
  const said = answers.map((answer) => ({ ...answer.json(), requestId: '' }))
  expect(said[1]).toEqual(said[0])
  expect(said[2]).toEqual(said[0])
  expect(said[0].detail).toBe('Police number or password is wrong.')
})

it('makes the fifth failure wait, says how long, and lets the right password in after that', async () => {
  const officer = await newOfficer('王警官')
  for (let failure = 1; failure <= 4; failure += 1) await knock(officer.policeNumber, 'wrong')
  const fifth = await knock(officer.policeNumber, 'wrong')
  expect(fifth.json()).toMatchObject({ code: 'accounts.wrongSignIn', facts: { waitSeconds: 5 } })
  const tooSoon = await knock(officer.policeNumber, testPassword)
  expect(tooSoon.statusCode).toBe(429)
  expect(tooSoon.json().detail).toBe('Too many tries. Wait 5 seconds before the next one.')
  world.advance({ seconds: 5 })
  expect((await knock(officer.policeNumber, testPassword)).statusCode).toBe(200)
  expect((await knock(officer.policeNumber, 'wrong')).json().facts.waitSeconds).toBe(0)
})

it('counts tries made at the same time one by one', async () => {
  const officer = await newOfficer('赵警官')
  const answers = await Promise.all(Array.from({ length: 12 }, () => knock(officer.policeNumber, 'wrong')))
  expect(answers.filter((answer) => answer.statusCode === 401)).toHaveLength(5)
  expect(answers.filter((answer) => answer.statusCode === 429)).toHaveLength(7)
})

it('forgets failures after a day', async () => {
  const officer = await newOfficer('周警官')
  for (let failure = 1; failure <= 5; failure += 1) await knock(officer.policeNumber, 'wrong')
  world.advance({ days: 1, minutes: 1 })
  expect((await knock(officer.policeNumber, 'wrong')).json().facts.waitSeconds).toBe(0)
})

it('lets a stranger hold an officer up for a minute at most, and himself for a quarter of an hour', async () => {
  const desk = await newOfficer('接警员')
  const from = async (remoteAddress: string, policeNumber: string, password: string) => {
    const headers = { 'x-daylight': '1', 'accept-language': 'en' }
    return door.server.inject({ method: 'POST', url: '/api/session', headers, payload: { policeNumber, password }, remoteAddress })
  }
  const fail = async (stranger: string, policeNumber: string) => {
    const waits: number[] = []
    for (let tried = 0; tried < 13; tried += 1) {
      const answer = await from(stranger, policeNumber, 'wrong')
      expect(answer.statusCode).toBe(401)
      waits.push(answer.json().facts.waitSeconds)
      if (tried < 12) world.advance({ seconds: waits.at(-1)! })
    }
    return waits
  }
  // why: the answers of a number that nobody has are the same, so they tell nothing.
  expect(await fail('198.51.100.8', unknown)).toEqual(await fail('198.51.100.7', desk.policeNumber))
  const held = await from('10.0.0.1', desk.policeNumber, testPassword)
  expect(held.json()).toMatchObject({ status: 429, facts: { waitSeconds: 60 } })
  world.advance({ seconds: 60 })
  expect((await from('198.51.100.7', desk.policeNumber, testPassword)).json()).toMatchObject({ status: 429, facts: { waitSeconds: 840 } })
  expect((await from('10.0.0.1', desk.policeNumber, testPassword)).statusCode).toBe(200)
  expect((await from('198.51.100.7', desk.policeNumber, 'wrong')).statusCode).toBe(429)
})

it('does not let waiting make the wait longer', async () => {
  const officer = await newOfficer('冯警官')
  for (let failure = 1; failure <= 5; failure += 1) await knock(officer.policeNumber, 'wrong')
  for (let tooSoon = 1; tooSoon <= 20; tooSoon += 1) expect((await knock(officer.policeNumber, testPassword)).statusCode).toBe(429)
  world.advance({ seconds: 5 })
  expect((await knock(officer.policeNumber, testPassword)).statusCode).toBe(200)
})

it('delays an address that tries one account after another', async () => {
  const other = await createWorld([accountsModule])
  const from = await frontDoor(other)
  const numbers = Array.from({ length: 30 }, (_, at) => String(700_000 + at))
  const answers = []
  for (const policeNumber of numbers) answers.push(await from.post('/api/session', { policeNumber, password: 'wrong' }))
  expect(answers.at(-1)?.json().facts.waitSeconds).toBe(5)
  expect((await from.post('/api/session', { policeNumber: '800000', password: 'wrong' })).statusCode).toBe(429)
  await other.close()
})

it.each([
  [{ policeNumber: '12', password: 'x' }, 'policeNumber', 'A police number has 6 digits.'],
  [{ policeNumber: '123456' }, 'password', 'Fill this in.'],
])('says beside the field what is wrong with %j', async (body, path, message) => {
  const answer = await door.post('/api/session', body)
  expect(answer.statusCode).toBe(400)
  expect(answer.json().fields).toMatchObject([{ path, message }])
})

it('tells a stranger the time and nothing else', async () => {
  const answer = await door.get('/api/session')
  expect(answer.json()).toEqual({ officer: null, demo: false, signOn: false, passkeys: false, serverNow: world.clock.now.toISOString() })
})

it('stores passwords with argon2id', async () => {
  const officer = await newOfficer('孙警官')
  const row = await world.open
    .as<{ 'accounts.officer': { id: string; password_verifier: string } }>()
    .selectFrom('accounts.officer')
    .select('password_verifier')
    .where('id', '=', officer.id)
    .executeTakeFirstOrThrow()
  expect(row.password_verifier).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})
