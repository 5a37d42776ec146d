import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '#platform/testing/world.ts'
import { passkeyPlace } from '../../domain/passkey-place.ts'
import { Authenticator } from '../../testing/authenticator.ts'
import { enrol } from '../../testing/enrol.ts'
import { accountsModule } from '../module.ts'
import { addPasskey } from './add-passkey.ts'
import { askForPasskey } from './ask-for-passkey.ts'
import { removePasskey } from './remove-passkey.ts'

let world: World
const staffUrl = 'https://daylight.gongan.intra'

beforeAll(async () => {
  world = await createWorld([accountsModule])
  Object.assign(world.platform, { addresses: { publicUrl: staffUrl, staffUrl } })
})
afterAll(() => world.close())

it('forgets one’s own, and finds no other person’s', async () => {
  const [owner, other] = [world.officer('甲某', 'officer'), world.officer('乙某', 'officer')]
  await enrol(world, [owner, other])
  const { challenge } = (await world.perform(askForPasskey, owner, {})) as unknown as { challenge: string }
  const answer = new Authenticator().register({ ...passkeyPlace(staffUrl)!, challenge })
  const { rows } = await world.perform(addPasskey, owner, { name: '手机', answer })
  const passkeyId = rows[0]?.id ?? ''
  await expect(world.perform(removePasskey, other, { passkeyId })).rejects.toMatchObject({ code: 'accounts.passkeyNotFound' })
  expect(await world.perform(removePasskey, owner, { passkeyId })).toEqual({ isOffered: true, rows: [] })
})
