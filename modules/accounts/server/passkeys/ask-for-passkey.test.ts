import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { passkeyPlace } from '../../domain/passkey-place.ts'
import { Authenticator } from '../../testing/authenticator.ts'
import { enrol } from '../../testing/enrol.ts'
import { accountsModule } from '../module.ts'
import { addPasskey } from './add-passkey.ts'
import { askForPasskey } from './ask-for-passkey.ts'

let world: World
const staffUrl = 'https://daylight.gongan.intra'

beforeAll(async () => {
  world = await createWorld([accountsModule])
})
afterAll(() => world.close())

it('is refused where there is no domain name with TLS', async () => {
  const officer = world.officer('甲某', 'officer')
  await enrol(world, [officer])
  await expect(world.perform(askForPasskey, officer, {})).rejects.toMatchObject({ code: 'accounts.passkeysNotOffered' })
})

it('names the officer by number only, leaves out keys that are known, and stops at five', async () => {
  Object.assign(world.platform, { addresses: { publicUrl: staffUrl, staffUrl } })
  const officer = world.officer('乙某', 'officer')
  await enrol(world, [officer])
  const ask = async () =>
    (await world.perform(askForPasskey, officer, {})) as unknown as { challenge: string; excludeCredentials: { id: string }[] }
  const phones = Array.from({ length: 5 }, () => new Authenticator())
  expect(JSON.stringify(await ask())).not.toContain('乙某')
  for (const phone of phones) {
    const answer = phone.register({ ...passkeyPlace(staffUrl)!, challenge: (await ask()).challenge })
    await world.perform(addPasskey, officer, { name: '钥匙', answer })
    if (phone === phones[0]) expect((await ask()).excludeCredentials).toMatchObject([{ id: phone.id }])
  }
  await expect(ask()).rejects.toMatchObject({ code: 'accounts.tooManyPasskeys' })
})
