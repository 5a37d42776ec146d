import { afterEach, beforeEach, expect, it } from 'vitest'
import type { World } from '#platform/testing/world.ts'
import { demoWorld } from '../../testing/demo-world.ts'
import { gatewayThat } from '../../testing/gateway.ts'
import { phone, sendingWorld } from '../../testing/sending-world.ts'
import { stopMessages } from './stop-messages.ts'

let world: World
beforeEach(async () => {
  world = await demoWorld()
  leaveDemo()
})
afterEach(() => world.close())

const { tables, code, notice, row, leaveDemo } = sendingWorld(() => world)
const desk = () => world.officer('接警员', 'dispatcher')
const stop = (kind: 'opt-out' | 'wrong-number') => world.perform(stopMessages, desk(), { phone: '199 0000 0417', kind, reason: '本人来电' })
const stops = () => tables().selectFrom('notifications.stop').selectAll().orderBy('made_at').orderBy('id').execute()

async function sentAll(): Promise<number> {
  const { loop, carried } = gatewayThat()
  while (await loop.turn(world.platform));
  return carried.length
}

it('sends nothing but codes to who wants no messages, and nothing at all to a wrong number', async () => {
  const [waiting, wanted] = [await notice(), await code()]
  await stop('opt-out')
  expect(await sentAll()).toBe(1)
  expect(await row(waiting)).toMatchObject({ state: 'dropped', last_error: 'opt-out', attempts: 0 })
  expect(await row(wanted)).toMatchObject({ state: 'sent' })
  expect(await stop('wrong-number')).toEqual({ kind: 'wrong-number' })
  const unwanted = await code()
  expect(await sentAll()).toBe(0)
  expect(await row(unwanted)).toMatchObject({ state: 'dropped', last_error: 'wrong-number', content_sealed: null })
  const other = await notice({ phone: '19900000502' })
  expect(await sentAll()).toBe(1)
  expect(await row(other)).toMatchObject({ state: 'sent' })
})

it('is kept by hash, with who was told and why; a weaker wish changes nothing', async () => {
  await stop('wrong-number')
  expect(await stop('opt-out')).toEqual({ kind: 'wrong-number' })
  const [kept, ...more] = await stops()
  expect(more).toEqual([])
  expect(kept).toMatchObject({ told_by: 'staff', reason: '本人来电', lifted_at: null })
  expect(JSON.stringify(kept)).not.toContain(phone)
  expect(await world.auditTrail(`stop:${kept!.id}`)).toMatchObject([
    { action: 'notifications.stopMessages', actor: '接警员', outcome: 'done' },
    { action: 'notifications.stopMessages', outcome: 'done' },
  ])
})

it('is for who takes such calls, in their own bureau', async () => {
  const officer = world.officer('张警官', ['officer', 'unit-head', 'supervisor'])
  await expect(world.perform(stopMessages, officer, { phone, kind: 'opt-out', reason: '来电' })).rejects.toMatchObject({
    code: 'house.notAllowed',
  })
  await expect(world.perform(stopMessages, desk(), { phone: '0351', kind: 'opt-out', reason: '来电' })).rejects.toMatchObject({
    code: 'notifications.phoneNotValid',
  })
})
