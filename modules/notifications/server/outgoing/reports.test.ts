import { afterEach, beforeEach, expect, it } from 'vitest'
import type { World } from '#platform/testing/world.ts'
import { askAgainMs } from '../../domain/attempt-plan.ts'
import { demoWorld } from '../../testing/demo-world.ts'
import { gatewayThat } from '../../testing/gateway.ts'
import { sendingWorld } from '../../testing/sending-world.ts'
import { claimDue } from './message-repository.ts'
import { recordReport, type Report } from './report-repository.ts'
import { readSendingKey, sendingKey } from './sending-key.ts'

let world: World
beforeEach(async () => {
  world = await demoWorld()
  leaveDemo()
})
afterEach(() => world.close())

const { tables, code, notice, row, leaveDemo } = sendingWorld(() => world)
const report = (given: Partial<Report>) =>
  recordReport(tables(), { channel: 'gateway', key: null, providerId: null, result: { state: 'delivered' }, ...given }, world.clock.now)
const failed = (retry: boolean) => ({ state: 'failed' as const, retry, why: 'phone-off' })

it('is delivered when the gateway says so by our key, and then forgets its secret', async () => {
  const { loop, carried } = gatewayThat()
  const id = await code()
  await loop.turn(world.platform)
  expect(await row(id)).toMatchObject({ state: 'sent', delivered_at: null })
  world.advance({ seconds: 8 })
  expect(await report({ key: carried[0]!.key, providerId: 'biz-9' })).toBe(true)
  expect(await row(id)).toMatchObject({
    state: 'delivered',
    provider_id: 'biz-9',
    delivered_at: world.clock.now,
    content_sealed: null,
    ask_at: null,
  })
})

it('is also found by the gateway’s own id, among the messages of that gateway only', async () => {
  const { loop, carried } = gatewayThat()
  const id = await notice()
  await loop.turn(world.platform)
  const providerId = `g-${carried[0]!.key}`
  expect(await report({ channel: 'another', providerId })).toBe(false)
  expect(await report({ providerId })).toBe(true)
  expect(await row(id)).toMatchObject({ state: 'delivered' })
})

it('believes a report that is faster than the answer to the sending', async () => {
  const { carrier } = gatewayThat()
  const id = await code()
  const message = await claimDue(tables(), { channel: carrier.name, now: world.clock.now, quietUntil: null })
  expect(await report({ key: sendingKey(message!) })).toBe(true)
  expect(await row(id)).toMatchObject({ state: 'delivered', unanswered_at: null })
})

it('is sent again after a report of a passing failure, and has failed for good after one of a lasting one', async () => {
  const { loop, carried } = gatewayThat()
  const id = await code()
  await loop.turn(world.platform)
  expect(await report({ key: carried[0]!.key, result: failed(true) })).toBe(true)
  expect(await row(id)).toMatchObject({ state: 'failed-for-now', last_error: 'phone-off', unanswered_at: null })
  world.advance({ seconds: 1 })
  await loop.turn(world.platform)
  expect(carried).toHaveLength(2)
  expect(await row(id)).toMatchObject({ state: 'sent', is_possibly_twice: false })
  expect(await report({ key: carried[1]!.key, result: failed(false) })).toBe(true)
  expect(await row(id)).toMatchObject({ state: 'failed', last_error: 'phone-off' })
})

it('takes the same report once, none back, and none of a sending that was replaced', async () => {
  const { loop, carried } = gatewayThat()
  const id = await code()
  await loop.turn(world.platform)
  await report({ key: carried[0]!.key, result: failed(true) })
  expect(await report({ key: carried[0]!.key, result: failed(true) })).toBe(false)
  world.advance({ seconds: 1 })
  await loop.turn(world.platform)
  expect(await report({ key: carried[0]!.key, result: failed(false) })).toBe(false)
  expect(await row(id)).toMatchObject({ state: 'sent' })
  expect(await report({ key: carried[0]!.key })).toBe(true)
  expect(await report({ key: carried[1]!.key, result: failed(false) })).toBe(false)
  expect(await row(id)).toMatchObject({ state: 'delivered' })
})

it('does not send again what was withdrawn or whose time is over', async () => {
  const { loop, carried } = gatewayThat()
  const id = await code({ expiresAt: new Date(world.clock.now.getTime() + 600_000) })
  await loop.turn(world.platform)
  world.advance({ minutes: 11 })
  await report({ key: carried[0]!.key, result: failed(true) })
  expect(await row(id)).toMatchObject({ state: 'failed' })
  await loop.turn(world.platform)
  expect(await row(id)).toMatchObject({ state: 'expired' })
  expect(carried).toHaveLength(1)
})

it('knows nothing of what is none of ours', async () => {
  for (const key of ['', 'x', `${world.bureau}-019a0000-0000-7000-8000-000000000001-1`]) expect(await report({ key })).toBe(false)
  expect(await report({ providerId: 'unheard-of' })).toBe(false)
  expect(readSendingKey(`${world.bureau}-019a0000-0000-7000-8000-000000000001-12`)).toEqual({
    bureauCode: world.bureau,
    id: '019a0000-0000-7000-8000-000000000001',
    sendings: 12,
  })
})

it('asks a gateway that does not report, ever more seldom, and stops after its record ends', async () => {
  const gateway = gatewayThat([], { canAsk: true })
  const id = await notice()
  await gateway.loop.turn(world.platform)
  expect(await gateway.asker.turn(world.platform)).toBe(false)
  for (let asked = 0; askAgainMs(asked) !== null; asked++) {
    world.advance({ seconds: askAgainMs(asked)! / 1_000 - 1 })
    expect(await gateway.asker.turn(world.platform)).toBe(false)
    world.advance({ seconds: 1 })
    expect(await gateway.asker.turn(world.platform)).toBe(true)
  }
  expect(await row(id)).toMatchObject({ state: 'sent', ask_at: null })
  world.advance({ days: 30 })
  expect(await gateway.asker.turn(world.platform)).toBe(false)
})

it('hears by asking that the message arrived', async () => {
  const gateway = gatewayThat([], { canAsk: true })
  const id = await notice()
  await gateway.loop.turn(world.platform)
  gateway.saysOfRecord.push({ state: 'unknown', why: 'gateway-503' }, { state: 'delivered', providerId: 'g-1' })
  world.advance({ minutes: 1 })
  await gateway.asker.turn(world.platform)
  expect(await row(id)).toMatchObject({ state: 'sent' })
  world.advance({ minutes: 4 })
  await gateway.asker.turn(world.platform)
  expect(await row(id)).toMatchObject({ state: 'delivered', provider_id: 'g-1' })
  expect(await gateway.asker.turn(world.platform)).toBe(false)
})
