import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Officer, Role } from '#kernel/actor.ts'
import { createWorld, type World } from '#platform/testing/world.ts'
import { passkeyPlace } from '../../domain/passkey-place.ts'
import { Authenticator } from '../../testing/authenticator.ts'
import { enrol } from '../../testing/enrol.ts'
import { type FrontDoor, frontDoor } from '../../testing/front-door.ts'
import { accountsModule } from '../module.ts'
import { resetSecondFactor } from '../reset-second-factor.ts'
import { addPasskey } from './add-passkey.ts'
import { askForPasskey } from './ask-for-passkey.ts'

let world: World
let door: FrontDoor
const staffUrl = 'https://daylight.gongan.intra'
const place = passkeyPlace(staffUrl)!

beforeAll(async () => {
  world = await createWorld([accountsModule])
  Object.assign(world.platform, { addresses: { publicUrl: staffUrl, staffUrl } })
  door = await frontDoor(world)
})
afterAll(() => world.close())

const asked = async (officer: Officer) => {
  const { challenge } = (await world.perform(askForPasskey, officer, {})) as { challenge: string }
  return { ...place, challenge }
}
async function withPasskey(role: Role = 'leader') {
  const officer = world.officer('甲某', role, world.bureau)
  await enrol(world, [officer])
  const phone = new Authenticator()
  await world.perform(addPasskey, officer, { name: '手机', answer: phone.register(await asked(officer)) })
  return { officer, phone }
}
const question = async () => {
  const { challenge } = (await door.post('/api/session/passkey/challenge')).json() as { challenge: string }
  return { ...place, challenge }
}
const show = (answer: object) => door.post('/api/session/passkey', { answer })

it('logs in with nothing typed, and privileged roles count', async () => {
  const { officer, phone } = await withPasskey()
  const answer = await show(phone.show(await question()))
  expect(answer.json().officer).toMatchObject({ id: officer.id, grants: [{ role: 'leader' }], withheldRoles: [] })
  expect(answer.cookies).toMatchObject([{ name: 'daylight_session', secure: true, httpOnly: true }])
  const rows = (await door.get('/api/account/passkeys', answer.cookies[0]?.value)).json()
  expect(rows).toMatchObject({ isOffered: true, rows: [{ name: '手机', lastUsedAt: world.clock.now.toISOString() }] })
})

it('takes an answer once, and none to a question that is old or not ours', async () => {
  const { phone } = await withPasskey()
  const shown = phone.show(await question())
  expect((await show(shown)).statusCode).toBe(200)
  expect((await show(shown)).json().code).toBe('accounts.passkeyNotRight')
  const late = phone.show(await question())
  world.advance({ minutes: 5 })
  expect((await show(late)).statusCode).toBe(400)
  expect((await show(phone.show({ ...place, challenge: 'A'.repeat(43) }))).statusCode).toBe(400)
})

it('takes none of another site, of an unverified person, or of a key that is not known', async () => {
  const { phone } = await withPasskey()
  const refused = async (answer: object) => expect((await show(answer)).json().code).toBe('accounts.passkeyNotRight')
  await refused(phone.show({ ...(await question()), origin: 'https://daylight.gongan.intra.example' }))
  await refused(phone.show({ ...(await question()), domain: 'example.cn' }))
  await refused(phone.show({ ...(await question()), isVerified: false }))
  await refused(new Authenticator().show(await question()))
  await refused({ ...new Authenticator().show(await question()), id: phone.id, rawId: phone.id })
})

it('keeps no passkey whose answer is not right, and none twice', async () => {
  const officer = world.officer('乙某', 'officer')
  await enrol(world, [officer])
  const phone = new Authenticator()
  const refused = (answer: object) =>
    expect(world.perform(addPasskey, officer, { name: '手机', answer })).rejects.toMatchObject({ code: 'accounts.passkeyNotRight' })
  await refused(phone.register({ ...(await asked(officer)), origin: 'https://elsewhere.example' }))
  await refused(phone.register({ ...(await asked(officer)), isVerified: false }))
  await refused(phone.register({ ...place, challenge: 'A'.repeat(43) }))
  await world.perform(addPasskey, officer, { name: '手机', answer: phone.register(await asked(officer)) })
  await refused(phone.register(await asked(officer)))
})

it('goes when an administrator resets the second factor', async () => {
  const { officer, phone } = await withPasskey()
  const admin = world.officer('管理员', 'administrator', world.bureau)
  await enrol(world, [admin])
  await world.perform(resetSecondFactor, admin, { officerId: officer.id })
  expect((await show(phone.show(await question()))).json().code).toBe('accounts.passkeyNotRight')
})

it('is not offered without a domain name and TLS', async () => {
  const plain = await frontDoor(world, {
    ...world.platform,
    addresses: { publicUrl: 'http://127.0.0.1:3000', staffUrl: 'http://127.0.0.1:3000' },
  })
  expect((await plain.post('/api/session/passkey/challenge')).statusCode).toBe(404)
  expect((await plain.get('/api/session')).json()).toMatchObject({ passkeys: false })
  expect((await door.get('/api/session')).json()).toMatchObject({ passkeys: true })
})
