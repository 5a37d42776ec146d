import { afterEach, beforeEach, expect, it } from 'vitest'
import type { World } from '#platform/testing/world.ts'
import { attemptLimit, leaseMs } from '../../domain/attempt-plan.ts'
import { readQuietHours } from '../../domain/quiet-hours.ts'
import { demoWorld } from '../../testing/demo-world.ts'
import { gatewayThat } from '../../testing/gateway.ts'
import { phone, sendingWorld } from '../../testing/sending-world.ts'
import { type Envelope, ready, transmit } from '../channels/channel.ts'
import { demoPhones } from '../channels/demo-phones.ts'
import { messagesOf, phoneIdOf } from '../demo/demo-phone-repository.ts'
import { claimDue } from './message-repository.ts'
import { sendingKey } from './sending-key.ts'

let world: World
beforeEach(async () => void (world = await demoWorld()))
afterEach(() => world.close())

const { tables, code, notice, row, leaveDemo } = sendingWorld(() => world)
const send = (expiresAt?: Date) => code(expiresAt ? { expiresAt } : {})
const arrived = () => messagesOf(tables(), world.platform.vault, phoneIdOf(world.platform.vault.hash('phone', phone)))
const claim = (channel: string) => claimDue(tables(), { channel, now: world.clock.now, quietUntil: null })

it('delivers the full text to the simulated phone and then forgets the secret', async () => {
  const id = await send()
  await world.work()
  expect(await arrived()).toMatchObject([{ phone, text: '汾川县公安局：验证码 204117，查询 http://127.0.0.1:3000/q。' }])
  expect(await row(id)).toMatchObject({
    state: 'delivered',
    channel: 'demo-phones',
    attempts: 1,
    content_sealed: null,
    delivered_at: world.clock.now,
  })
})

it('is tried again after its lease when the sender died between taking it up and recording it, and arrives once', async () => {
  const id = await send()
  const claimed = await claim('demo-phones')
  const platform = world.platform
  const surroundings = { open: world.open, vault: platform.vault, now: world.clock.now, signal: AbortSignal.timeout(1_000) }
  const envelope: Envelope = {
    id,
    key: sendingKey(claimed!),
    bureauCode: world.bureau,
    to: phone,
    text: 'sent, then killed',
    template: { id: 'x', version: 1 },
    parameters: {},
    language: 'zh',
    reference: claimed!.reference,
  }
  await transmit(ready(demoPhones, {}), platform, envelope, surroundings)
  await world.work()
  expect(await row(id)).toMatchObject({ state: 'queued', attempts: 1 })
  world.advance({ seconds: leaseMs / 1_000 })
  await world.work()
  expect(await row(id)).toMatchObject({ state: 'delivered', attempts: 2 })
  expect(await arrived()).toMatchObject([{ text: 'sent, then killed' }])
})

it('never lets a real channel carry anything in a demo', async () => {
  const id = await send()
  const { carrier, carried, loop } = gatewayThat()
  expect(await loop.turn(world.platform)).toBe(false)
  expect(await row(id)).toMatchObject({ state: 'queued', attempts: 0, last_error: 'no-channel' })
  const surroundings = { open: world.open, vault: world.platform.vault, now: world.clock.now, signal: AbortSignal.timeout(1_000) }
  expect(await transmit(carrier, world.platform, {} as Envelope, surroundings)).toEqual({
    state: 'rejected',
    retry: false,
    why: 'demo-only',
  })
  expect(carried).toEqual([])
})

it('waits, and says why, while an installation without demo has no channel; and leaves when there is one', async () => {
  leaveDemo()
  const id = await send()
  await world.work()
  expect(await row(id)).toMatchObject({ state: 'queued', attempts: 0, last_error: 'no-channel' })
  expect(await arrived()).toEqual([])
  const { loop, carried } = gatewayThat()
  expect(await loop.turn(world.platform)).toBe(true)
  expect(carried).toMatchObject([
    { to: phone, parameters: { unit: '汾川县公安局', code: '204117' }, template: { id: 'tests.code', version: 1 } },
  ])
  expect(await row(id)).toMatchObject({
    state: 'sent',
    provider_id: `g-${carried[0]?.key}`,
    last_error: null,
    unanswered_at: null,
    sendings: 1,
  })
})

it('tries again after 1, 4 and 16 seconds when the gateway is out of order', async () => {
  leaveDemo()
  const busy = { state: 'rejected', retry: true, why: 'gateway-503' } as const
  const { loop, carried } = gatewayThat([busy, busy, busy])
  const id = await send()
  for (const seconds of [1, 4, 16]) {
    expect(await loop.turn(world.platform)).toBe(true)
    expect(await row(id)).toMatchObject({ state: 'failed-for-now', last_error: 'gateway-503', unanswered_at: null })
    world.advance({ seconds: seconds - 0.1 })
    expect(await loop.turn(world.platform)).toBe(false)
    world.advance({ seconds: 0.1 })
  }
  expect(await loop.turn(world.platform)).toBe(true)
  expect(await row(id)).toMatchObject({ state: 'sent', attempts: 4, sendings: 4, is_possibly_twice: false })
  expect(carried).toHaveLength(4)
})

it('fails at once when the gateway refuses for good, and after the last attempt otherwise', async () => {
  leaveDemo()
  const refused = await send()
  await gatewayThat([{ state: 'rejected', retry: false, why: 'gateway-blacklist' }]).loop.turn(world.platform)
  expect(await row(refused)).toMatchObject({ state: 'failed', attempts: 1, last_error: 'gateway-blacklist' })

  const stubborn = await send()
  const { loop } = gatewayThat(Array.from({ length: attemptLimit }, () => ({ state: 'rejected', retry: true, why: 'gateway-503' })))
  for (let attempts = 1; attempts <= attemptLimit; attempts++) {
    await loop.turn(world.platform)
    world.advance({ hours: 1 })
  }
  expect(await row(stubborn)).toMatchObject({ state: 'failed', attempts: attemptLimit })
  expect(await loop.turn(world.platform)).toBe(false)
})

it('gives up on a message whose every attempt ended without an answer', async () => {
  const id = await send()
  await tables().updateTable('notifications.message').set({ attempts: attemptLimit }).where('id', '=', id).execute()
  await world.work()
  expect(await row(id)).toMatchObject({ state: 'failed', last_error: 'no-answer' })
})

it('sends nothing out of time and erases its secrets, also of one that the gateway never reported on', async () => {
  const expired = await send(new Date(world.clock.now.getTime() + 600_000))
  world.advance({ minutes: 10 })
  await world.work()
  expect(await row(expired)).toMatchObject({ state: 'expired', attempts: 0, content_sealed: null })
  leaveDemo()
  const sent = await send(new Date(world.clock.now.getTime() + 600_000))
  await gatewayThat().loop.turn(world.platform)
  expect((await row(sent)).content_sealed).not.toBeNull()
  world.advance({ minutes: 10 })
  await gatewayThat().loop.turn(world.platform)
  expect(await row(sent)).toMatchObject({ state: 'sent', content_sealed: null })
})

it('does not take up one message twice when several senders look at once', async () => {
  const ids = await Promise.all(Array.from({ length: 6 }, () => send()))
  const claims = await Promise.all(Array.from({ length: 8 }, () => claim('demo-phones')))
  const claimed = claims.flatMap((message) => (message ? [message.id] : []))
  expect(claimed.toSorted()).toEqual(ids.toSorted())
})

it('keeps notices for the morning, and lets codes and what would be over by then leave at night', async () => {
  leaveDemo()
  const { loop, carried } = gatewayThat([], { quietHours: readQuietHours('22:00-07:00')! })
  world.clock.now = new Date('2026-03-02T23:30:00+08:00')
  const later = await notice()
  const now = await code({ expiresAt: new Date('2026-03-02T23:40:00+08:00') })
  const overByMorning = await notice({ expiresAt: new Date('2026-03-03T06:00:00+08:00') })
  while (await loop.turn(world.platform));
  expect(carried.map(({ id }) => id).toSorted()).toEqual([now, overByMorning].toSorted())
  expect(await row(later)).toMatchObject({ state: 'queued', attempts: 0 })
  world.clock.now = new Date('2026-03-03T07:00:00+08:00')
  expect(await loop.turn(world.platform)).toBe(true)
  expect(await row(later)).toMatchObject({ state: 'sent' })
})
