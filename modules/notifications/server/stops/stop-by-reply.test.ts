import { afterEach, beforeEach, expect, it } from 'vitest'
import type { World } from '#platform/testing/world.ts'
import { demoWorld } from '../../testing/demo-world.ts'
import { gatewayThat } from '../../testing/gateway.ts'
import { phone, sendingWorld } from '../../testing/sending-world.ts'
import { stopByReply } from './stop-by-reply.ts'
import { takeReply } from './take-reply.ts'

let world: World
beforeEach(async () => {
  world = await demoWorld()
  leaveDemo()
})
afterEach(() => world.close())

const { tables, notice, leaveDemo } = sendingWorld(() => world)
const stops = () => tables().selectFrom('notifications.stop').selectAll().orderBy('made_at').orderBy('id').execute()

async function sentAll(): Promise<number> {
  const { loop, carried } = gatewayThat()
  while (await loop.turn(world.platform));
  return carried.length
}

it('is stopped by what its owner answers, at every bureau that wrote to it, and by nothing else', async () => {
  await takeReply(world.platform, { phone, text: '错号' })
  expect(await stops()).toEqual([])
  await notice()
  await sentAll()
  await takeReply(world.platform, { phone, text: '收到，谢谢' })
  await takeReply(world.platform, { phone: 'not a phone', text: '错号' })
  expect(await stops()).toEqual([])
  await takeReply(world.platform, { phone, text: '错号。' })
  expect(await stops()).toMatchObject([{ bureau_code: world.bureau, kind: 'wrong-number', told_by: 'reply', reason: null }])
  await notice()
  expect(await sentAll()).toBe(0)
})

it('is no action of a person', async () => {
  const input = { phoneHash: '00', kind: 'opt-out' }
  await expect(world.perform(stopByReply, world.officer('管理员', 'administrator', world.bureau), input)).rejects.toMatchObject({
    code: 'house.notAllowed',
  })
})
