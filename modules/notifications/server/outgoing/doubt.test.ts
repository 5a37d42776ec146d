import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { World } from '#platform/testing/world.ts'
import { attemptLimit, leaseMs } from '../../domain/attempt-plan.ts'
import { demoWorld } from '../../testing/demo-world.ts'
import { type Gateway, gatewayThat, settlesAfterMs } from '../../testing/gateway.ts'
import { withdrawMessagesAbout } from '../../index.ts'
import { sendingWorld } from '../../testing/sending-world.ts'
import { within } from '../../testing/within.ts'
import { claimDue } from './message-repository.ts'
import { tryAgain } from './try-again.ts'

let world: World
beforeEach(async () => {
  world = await demoWorld()
  leaveDemo()
})
afterEach(() => world.close())

const { tables, code, notice, row, leaveDemo } = sendingWorld(() => world)

/** Lets time pass and the sender work, as long as anything could still happen. */
async function live({ loop }: Gateway, minutes = 90): Promise<void> {
  for (let minute = 0; minute < minutes; minute++) {
    while (await loop.turn(world.platform));
    world.advance({ minutes: 1 })
  }
}

/** A sender that is killed after it took the message up; `atGateway` says whether the gateway had it by then. */
async function killedSender({ carrier }: Gateway, atGateway: boolean): Promise<void> {
  const message = await claimDue(tables(), { channel: carrier.name, now: world.clock.now, quietUntil: null })
  if (!atGateway || !message) return
  const surroundings = { open: world.open, vault: world.platform.vault, now: world.clock.now, signal: AbortSignal.timeout(1_000) }
  const key = `${message.bureau_code}-${message.id}-${message.sendings}`
  const { id, bureau_code: bureauCode, text, parameters, reference } = message
  const template = { id: message.template, version: 1 }
  await carrier.send({ id, key, bureauCode, to: '19900000417', text, template, parameters, language: 'zh', reference }, surroundings)
}

describe('a gateway that can be asked', () => {
  it.each(['code', 'notice'] as const)('is asked after its answer was lost, and the %s is not sent twice', async (kind) => {
    const gateway = gatewayThat(['lost'], { canAsk: true })
    const id = await (kind === 'code' ? code() : notice())
    expect(await gateway.loop.turn(world.platform)).toBe(true)
    expect(await row(id)).toMatchObject({ state: 'failed-for-now', last_error: 'channel-fault', unanswered_at: world.clock.now })
    await live(gateway)
    expect(gateway.carried).toHaveLength(1)
    expect(gateway.asked).toEqual([gateway.carried[0]?.key])
    expect(await row(id)).toMatchObject({ state: 'sent', provider_id: `g-${gateway.carried[0]?.key}`, is_possibly_twice: false })
  })

  it('gets the message again, under another key, once its settled record does not have it', async () => {
    const gateway = gatewayThat(['unheard', 'unheard'], { canAsk: true })
    const id = await code()
    await gateway.loop.turn(world.platform)
    world.advance({ seconds: settlesAfterMs / 1_000 - 1 })
    while (await gateway.loop.turn(world.platform));
    expect(gateway.asked).toEqual([])
    expect(gateway.carried).toHaveLength(1)
    await live(gateway)
    expect(gateway.arrived).toHaveLength(1)
    expect(new Set(gateway.carried.map(({ key }) => key)).size).toBe(3)
    expect(await row(id)).toMatchObject({ state: 'sent', sendings: 3, is_possibly_twice: false })
  })

  it.each([true, false])(
    'is asked after the sender was killed (the gateway had it: %s), and the message arrives once',
    async (atGateway) => {
      const gateway = gatewayThat([], { canAsk: true })
      const id = await code()
      await killedSender(gateway, atGateway)
      expect(await row(id)).toMatchObject({ state: 'queued', sendings: 1, unanswered_at: world.clock.now })
      world.advance({ seconds: leaseMs / 1_000 })
      await live(gateway)
      expect(gateway.arrived.map((envelope) => envelope.id)).toEqual([id])
      expect(await row(id)).toMatchObject({ state: 'sent' })
    },
  )

  it('is not sent anything while its record cannot be read, and the doubt outlives an operator’s try', async () => {
    const gateway = gatewayThat(['lost'], { canAsk: true })
    for (let times = 0; times < attemptLimit; times++) gateway.saysOfRecord.push({ state: 'unknown', why: 'gateway-503' })
    const id = await notice()
    await live(gateway, 60 * 12)
    expect(await row(id)).toMatchObject({ state: 'failed', attempts: attemptLimit, sendings: 1 })
    expect((await row(id)).unanswered_at).not.toBeNull()
    gateway.saysOfRecord.length = 0
    await world.perform(tryAgain, world.officer('管理员', 'administrator', world.bureau), { id })
    await live(gateway, 2)
    expect(gateway.carried).toHaveLength(1)
    expect(await row(id)).toMatchObject({ state: 'sent', is_possibly_twice: false })
  })

  it('learns from the record that it did not arrive, and may send again without a doubt', async () => {
    const gateway = gatewayThat(['lost'], { canAsk: true })
    gateway.saysOfRecord.push({ state: 'failed', providerId: 'g-1', retry: true, why: 'phone-off' })
    const id = await code()
    await live(gateway)
    expect(gateway.carried).toHaveLength(2)
    expect(await row(id)).toMatchObject({ state: 'sent', is_possibly_twice: false })
  })
})

describe('a gateway that cannot be asked', () => {
  it('gets a code once, whatever became of it', async () => {
    const gateway = gatewayThat(['unheard'])
    const id = await code()
    await live(gateway)
    expect(gateway.carried).toHaveLength(1)
    expect(await row(id)).toMatchObject({ state: 'failed', last_error: 'answer-lost', is_possibly_twice: false })
  })

  it('gets a notice once more at most, marked as possibly twice', async () => {
    const gateway = gatewayThat(['lost', 'lost', 'lost'])
    const id = await notice()
    await live(gateway)
    expect(gateway.carried).toHaveLength(2)
    expect(await row(id)).toMatchObject({ state: 'failed', last_error: 'answer-lost', is_possibly_twice: true })
  })

  it.each(['code', 'notice'] as const)('treats a killed sender like a lost answer: the %s', async (kind) => {
    const gateway = gatewayThat()
    const id = await (kind === 'code' ? code() : notice())
    await killedSender(gateway, true)
    world.advance({ seconds: leaseMs / 1_000 })
    await live(gateway)
    expect(gateway.arrived).toHaveLength(kind === 'code' ? 1 : 2)
    expect(await row(id)).toMatchObject(
      kind === 'code' ? { state: 'failed', last_error: 'answer-lost' } : { state: 'sent', is_possibly_twice: true },
    )
  })

  it('sends what was given up once more when an operator decides so, and marks it', async () => {
    const gateway = gatewayThat(['lost'])
    const id = await code()
    await live(gateway, 5)
    await world.perform(tryAgain, world.officer('管理员', 'administrator', world.bureau), { id })
    await live(gateway, 2)
    expect(gateway.carried).toHaveLength(2)
    expect(await row(id)).toMatchObject({ state: 'sent', is_possibly_twice: true })
  })

  it('may also be another one than the gateway that is set up now: then nobody can be asked', async () => {
    const id = await code()
    await killedSender(gatewayThat([], { canAsk: true }), true)
    world.advance({ seconds: leaseMs / 1_000 })
    const another = gatewayThat([], { name: 'another', canAsk: true })
    await live(another)
    expect(another.asked).toEqual([])
    expect(another.carried).toEqual([])
    expect(await row(id)).toMatchObject({ state: 'failed', last_error: 'answer-lost' })
  })
})

it('sends freely again to a gateway that recognises a repeated message', async () => {
  const gateway = gatewayThat(['lost', 'lost'], { recognisesKeys: true })
  const id = await code()
  await live(gateway)
  expect(gateway.carried).toHaveLength(3)
  expect(gateway.arrived).toHaveLength(1)
  expect(await row(id)).toMatchObject({ state: 'sent', is_possibly_twice: false })
})

it('does not leave again once it was withdrawn in doubt, as in a case that became sensitive', async () => {
  const gateway = gatewayThat(['unheard'], { canAsk: true })
  const id = await notice()
  await gateway.loop.turn(world.platform)
  const job = { kind: 'job' as const, id: 'tests.withdraw', bureauCode: world.bureau }
  expect(await within(world, job, (doing) => withdrawMessagesAbout(doing, world.bureau, 'case:1'))).toBe(1)
  await live(gateway)
  expect(gateway.carried).toHaveLength(1)
  expect(await row(id)).toMatchObject({ state: 'dropped', last_error: 'withdrawn' })
})
