import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Role } from '#kernel/actor.ts'
import { createWorld, type World } from '#platform/testing/world.ts'
import { enrol } from '../../testing/enrol.ts'
import { type FrontDoor, frontDoor } from '../../testing/front-door.ts'
import { client, type IdentityProvider, openProvider, walkThrough } from '../../testing/identity-provider.ts'
import { setUpPhone } from '../../testing/phone.ts'
import { accountsModule } from '../module.ts'

let world: World
let provider: IdentityProvider
const staffUrl = 'http://127.0.0.1:3000'
const back = `${staffUrl}/api/sign-on/return`

beforeAll(async () => {
  world = await createWorld([accountsModule])
})
afterEach(() => provider?.close())
afterAll(() => world.close())

const doorTo = (issuer: string) => frontDoor(world, { ...world.platform, signOn: { issuer, ...client, claim: 'preferred_username' } })

async function officerOf(role: Role) {
  const officer = world.officer('甲某', role, world.bureau)
  await enrol(world, [officer])
  provider.person = { id: `id-${officer.policeNumber}`, claims: { preferred_username: officer.policeNumber } }
  return officer
}

/** Leaves, goes through the provider, and comes back with the browser's cookie. */
async function leave(door: FrontDoor) {
  const left = await door.get('/api/sign-on')
  const [cookie] = left.cookies
  return { left, cookies: { [cookie?.name ?? '']: cookie?.value ?? '' }, to: left.headers.location as string }
}
const comeBack = (door: FrontDoor, address: string, cookies: Record<string, string>) =>
  door.server.inject({ method: 'GET', url: address.slice(staffUrl.length), cookies })

it('opens a session for the officer whom the provider names, by code, PKCE, state and nonce', async () => {
  provider = await openProvider(back)
  const officer = await officerOf('officer')
  const door = await doorTo(provider.issuer)
  const { left, cookies, to } = await leave(door)
  expect(new URL(to).searchParams.get('code_challenge_method')).toBe('S256')
  expect(left.cookies).toMatchObject([{ name: 'daylight_sign_on', httpOnly: true, sameSite: 'Lax', path: '/api/sign-on' }])
  const answer = await comeBack(door, await walkThrough(to, back), cookies)
  expect(answer.headers.location).toBe('/staff/')
  const session = answer.cookies.find(({ name }) => name === 'daylight_session')
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Strict' })
  expect((await door.get('/api/session', session?.value)).json().officer).toMatchObject({ id: officer.id, grants: [{ role: 'officer' }] })
})

it('withholds privileged roles until the own second factor is shown, too', async () => {
  provider = await openProvider(back)
  const officer = await officerOf('leader')
  const phone = await setUpPhone(world, officer)
  const door = await doorTo(provider.issuer)
  const { cookies, to } = await leave(door)
  const answer = await comeBack(door, await walkThrough(to, back), cookies)
  const cookie = answer.cookies.find(({ name }) => name === 'daylight_session')?.value
  expect((await door.get('/api/session', cookie)).json().officer).toMatchObject({ grants: [], withheldRoles: ['leader'] })
  await door.post('/api/session/proof', { code: phone.code() }, cookie)
  expect((await door.get('/api/session', cookie)).json().officer).toMatchObject({ grants: [{ role: 'leader' }], withheldRoles: [] })
})

it('takes an answer once, and only from the browser that left', async () => {
  provider = await openProvider(back)
  await officerOf('officer')
  const door = await doorTo(provider.issuer)
  const { cookies, to } = await leave(door)
  const address = await walkThrough(to, back)
  const other = await leave(door)
  expect((await comeBack(door, address, other.cookies)).headers.location).toBe('/staff/login?sign-on=refused')
  expect((await comeBack(door, address, {})).headers.location).toBe('/staff/login?sign-on=refused')
  expect((await comeBack(door, address, cookies)).headers.location).toBe('/staff/')
  expect((await comeBack(door, address, cookies)).headers.location).toBe('/staff/login?sign-on=refused')
})

it('lets nobody in whom it does not know, nor anybody who left', async () => {
  provider = await openProvider(back)
  const door = await doorTo(provider.issuer)
  const officer = await officerOf('officer')
  await world.open
    .as<{ 'accounts.officer': { id: string; is_active: boolean } }>()
    .updateTable('accounts.officer')
    .set({ is_active: false })
    .where('id', '=', officer.id)
    .execute()
  for (const name of [officer.policeNumber, '999999', 'someone']) {
    provider.person = { id: `id-${name}`, claims: { preferred_username: name } }
    const { cookies, to } = await leave(door)
    const answer = await comeBack(door, await walkThrough(to, back), cookies)
    expect(answer.headers.location).toBe('/staff/login?sign-on=unknown')
    expect(answer.cookies.map(({ name: cookie }) => cookie)).not.toContain('daylight_session')
  }
})

it('says that the provider is away, and works as soon as it is there', async () => {
  provider = await openProvider(back)
  const { issuer } = provider
  await provider.close()
  const door = await doorTo(issuer)
  expect((await door.get('/api/sign-on')).headers.location).toBe('/staff/login?sign-on=unreachable')
  provider = await openProvider(back, Number(new URL(issuer).port))
  await officerOf('officer')
  const { cookies, to } = await leave(door)
  expect((await comeBack(door, await walkThrough(to, back), cookies)).headers.location).toBe('/staff/')
})

it('is not there where the settings name no provider', async () => {
  provider = await openProvider(back)
  const door = await frontDoor(world)
  for (const url of ['/api/sign-on', '/api/sign-on/return?code=x&state=y']) expect((await door.get(url)).statusCode).toBe(404)
  expect((await door.get('/api/session')).json()).toMatchObject({ signOn: false })
})
