import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { enrol, testPassword } from '../testing/enrol.ts'
import { cookieOf, type FrontDoor, frontDoor } from '../testing/front-door.ts'
import { accountsModule } from './module.ts'

let world: World
let door: FrontDoor

beforeAll(async () => {
  world = await createWorld([accountsModule])
  door = await frontDoor(world)
})
afterAll(() => world.close())

const signedIn = async (name: string) => {
  const officer = world.officer(name, 'officer')
  await enrol(world, [officer])
  return { officer, cookie: await cookieOf(door, officer.policeNumber, testPassword) }
}
const change = (cookie: string, oldPassword: string, newPassword: string) =>
  door.post('/api/account/password', { oldPassword, newPassword }, cookie)

it('changes the password, keeps this session and ends the others', async () => {
  const { officer, cookie } = await signedIn('张警官')
  const elsewhere = await cookieOf(door, officer.policeNumber, testPassword)
  expect((await change(cookie, testPassword, 'another long word')).json()).toEqual({ endedSessions: 1 })
  expect((await door.get('/api/sessions', cookie)).statusCode).toBe(200)
  expect((await door.get('/api/sessions', elsewhere)).statusCode).toBe(401)
  expect((await door.post('/api/session', { policeNumber: officer.policeNumber, password: testPassword })).statusCode).toBe(401)
  await cookieOf(door, officer.policeNumber, 'another long word')
})

it('refuses a wrong old password beside its field, changes nothing and records the attempt', async () => {
  const { officer, cookie } = await signedIn('李警官')
  const answer = await change(cookie, 'not the old one', 'another long word')
  expect(answer.json()).toMatchObject({ status: 400, code: 'accounts.wrongOldPassword', fields: [{ path: 'oldPassword' }] })
  await cookieOf(door, officer.policeNumber, testPassword)
  expect(await world.auditTrail(`officer:${officer.id}`)).toContainEqual({
    actor: '李警官',
    action: 'accounts.changePassword',
    outcome: 'accounts.wrongOldPassword',
  })
})

it.each([
  ['short', 'accounts.passwordTooShort', 'The new password needs at least 10 characters.'],
  [testPassword, 'accounts.passwordUnchanged', 'The new password is the old one. Choose another.'],
])('refuses "%s" as a new password', async (chosen, code, message) => {
  const { cookie } = await signedIn('王警官')
  const answer = await change(cookie, testPassword, chosen)
  expect(answer.json()).toMatchObject({ status: 400, code, fields: [{ path: 'newPassword', message }] })
})

it('refuses a new password that holds the police number', async () => {
  const { officer, cookie } = await signedIn('赵警官')
  const answer = await change(cookie, testPassword, `my${officer.policeNumber}word`)
  expect(answer.json().code).toBe('accounts.passwordHoldsPoliceNumber')
})

it('delays guesses at the old password like guesses at the log-in', async () => {
  const { officer, cookie } = await signedIn('孙警官')
  for (let guess = 0; guess < 5; guess += 1) await change(cookie, `guess ${guess}`, 'another long word')
  expect((await change(cookie, testPassword, 'another long word')).statusCode).toBe(429)
  expect((await door.post('/api/session', { policeNumber: officer.policeNumber, password: testPassword })).statusCode).toBe(429)
})
