import { afterEach, beforeEach, expect, it } from 'vitest'
import type { World } from '#platform/testing/world.ts'
import { demoWorld } from '../../testing/demo-world.ts'
import { gatewayThat } from '../../testing/gateway.ts'
import { phone, sendingWorld } from '../../testing/sending-world.ts'
import { resumeMessages } from './resume-messages.ts'
import { stopMessages } from './stop-messages.ts'

let world: World
beforeEach(async () => {
  world = await demoWorld()
  leaveDemo()
})
afterEach(() => world.close())

const { tables, notice, row, leaveDemo } = sendingWorld(() => world)
const desk = () => world.officer('接警员', 'dispatcher')
const stop = (kind: 'opt-out' | 'wrong-number') => world.perform(stopMessages, desk(), { phone: '199 0000 0417', kind, reason: '本人来电' })
const stops = () => tables().selectFrom('notifications.stop').selectAll().orderBy('made_at').orderBy('id').execute()

async function sentAll(): Promise<number> {
  const { loop, carried } = gatewayThat()
  while (await loop.turn(world.platform));
  return carried.length
}

it('goes on once it is lifted, with a reason; what was dropped stays dropped', async () => {
  const dropped = await notice()
  await stop('wrong-number')
  await sentAll()
  expect(await world.perform(resumeMessages, desk(), { phone, reason: '号码已更正' })).toEqual({ isLifted: true })
  const later = await notice()
  expect(await sentAll()).toBe(1)
  expect(await row(dropped)).toMatchObject({ state: 'dropped' })
  expect(await row(later)).toMatchObject({ state: 'sent' })
  expect(await stops()).toMatchObject([{ lift_reason: '号码已更正' }])
  await expect(world.perform(resumeMessages, desk(), { phone, reason: '再来' })).rejects.toMatchObject({
    code: 'notifications.phoneNotStopped',
    fields: [{ path: 'phone' }],
  })
})
