import { Writable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLog } from '#platform/server/log.ts'
import type { World } from '#platform/testing/world.ts'
import { demoWorld } from '../../testing/demo-world.ts'
import { type Provider, providers } from '../../testing/providers.ts'
import { phone, sendingWorld } from '../../testing/sending-world.ts'
import { createReportAsker, createSender } from '../outgoing/sender.ts'
import type { NotificationTables } from '../tables.ts'
import type { ReadyChannel } from './channel.ts'

let world: World
let logged: string
beforeEach(async () => {
  world = await demoWorld()
  leaveDemo()
  logged = ''
  const stream = new Writable({ write: (chunk: Buffer, _encoding, done) => (void (logged += chunk.toString()), done()) })
  Object.assign(world.platform, { log: openLog('info', stream) })
})
afterEach(() => world.close())

const { code, notice, row, leaveDemo } = sendingWorld(() => world)

const sendBy = async (channel: ReadyChannel) => {
  const loop = createSender(() => ({ channels: [channel], quietHours: null }))
  while (await loop.turn(world.platform));
}

/** Lets time pass for as long as anything could still happen. */
async function live(channel: ReadyChannel, minutes = 20): Promise<void> {
  for (let minute = 0; minute < minutes; minute++) {
    await sendBy(channel)
    world.advance({ minutes: 1 })
  }
}

describe.each(Object.entries(providers))('%s', (_, start) => {
  let provider: Provider
  beforeEach(async () => void (provider = await start(() => world.clock.now)))
  afterEach(() => provider.close())

  it('takes a signed message with its parameters, and nobody reads of it in the log', async () => {
    const id = await code()
    await sendBy(provider.channel())
    const [sent, ...more] = provider.sent()
    expect(more).toEqual([])
    expect(sent?.phone).toBe(phone)
    expect(sent?.said.join()).toContain('204117')
    expect(sent?.said.join()).toContain('汾川县公安局')
    expect(await row(id)).toMatchObject({ state: 'sent', sendings: 1, unanswered_at: null, last_error: null })
    expect(logged).toContain(id)
    expect(logged).not.toMatch(/19900000417|204117/)
  })

  it('refuses a wrong signature, and nothing is in doubt', async () => {
    const id = await notice()
    await sendBy(provider.channel({ key: 'another secret' }))
    expect(provider.sent()).toEqual([])
    expect(provider.requests).toHaveLength(1)
    expect(await row(id)).toMatchObject({ unanswered_at: null, last_error: expect.stringMatching(/Signature|4001/) })
  })

  it.each(['drop', 'hang'] as const)('is asked after a %s, and a code is not sent twice', async (answer) => {
    const id = await code()
    provider.answers.push(answer)
    await sendBy(provider.channel())
    expect(await row(id)).toMatchObject({
      state: 'failed-for-now',
      last_error: answer === 'hang' ? 'timed-out' : 'line-cut',
      unanswered_at: world.clock.now,
    })
    await live(provider.channel())
    expect(provider.sent()).toHaveLength(1)
    expect(await row(id)).toMatchObject({ state: 'sent', is_possibly_twice: false })
    expect(logged).not.toMatch(/19900000417|204117/)
  })

  it('is asked after a line that was cut before it heard, and gets the message then', async () => {
    const id = await code()
    provider.answers.push('cut', 'cut')
    await live(provider.channel())
    expect(provider.sent()).toHaveLength(1)
    expect(await row(id)).toMatchObject({ state: 'sent', sendings: 3, is_possibly_twice: false })
  })

  it('is tried again without a doubt when nobody listens there', async () => {
    const id = await code()
    const free = await start(() => world.clock.now)
    await free.close()
    await sendBy(provider.channel({ port: free.port }))
    expect(await row(id)).toMatchObject({ state: 'failed-for-now', last_error: 'not-reached', unanswered_at: null })
  })

  it('leaves a doubt when it breaks down', async () => {
    const id = await code()
    provider.answers.push({ status: 502, body: { oops: true } })
    await sendBy(provider.channel())
    expect(await row(id)).toMatchObject({ state: 'failed-for-now', unanswered_at: world.clock.now })
    await live(provider.channel())
    expect(provider.sent()).toHaveLength(1)
  })

  it.each(['delivered', 'failed'] as const)('is asked for its report: %s', async (state) => {
    const id = await notice()
    const channel = provider.channel()
    await sendBy(channel)
    provider.report(state)
    world.advance({ minutes: 1 })
    const asker = createReportAsker(() => ({ channels: [channel], quietHours: null }))
    expect(await asker.turn(world.platform)).toBe(true)
    expect(await row(id)).toMatchObject({ state, ask_at: null })
  })

  it('tells two messages to one phone apart', async () => {
    const channel = provider.channel()
    const first = await notice()
    await sendBy(channel)
    world.advance({ seconds: 5 })
    const second = await notice()
    provider.answers.push('cut')
    await live(channel)
    expect(provider.sent()).toHaveLength(2)
    const [one, other] = [await row(first), await row(second)]
    expect([one.state, other.state]).toEqual(['sent', 'sent'])
    expect(one.provider_id).not.toBe(other.provider_id)
  })
})

describe('templates', () => {
  it.each(['aliyun', 'tencent without sessions'])('%s: a message whose wording was never approved does not leave', async (name) => {
    const provider = await providers[name]!(() => world.clock.now)
    const id = await notice()
    await world.open
      .as<NotificationTables>()
      .updateTable('notifications.message')
      .set({ template_version: 9 })
      .where('id', '=', id)
      .execute()
    await sendBy(provider.channel())
    expect(await row(id)).toMatchObject({ state: 'failed', last_error: 'template-not-approved', unanswered_at: null })
    expect(provider.requests).toEqual([])
    await provider.close()
  })

  it('aliyun: what the account or the provider refuses for now is tried again, and a wording that it does not know is not', async () => {
    const provider = await providers['aliyun']!(() => world.clock.now)
    const [busy, unknown] = [await notice(), await code()]
    provider.answers.push(
      { status: 200, body: { Code: 'isv.BUSINESS_LIMIT_CONTROL' } },
      { status: 200, body: { Code: 'isv.SMS_TEMPLATE_ILLEGAL' } },
    )
    await sendBy(provider.channel())
    expect(await row(busy)).toMatchObject({ state: 'failed-for-now', last_error: 'isv.BUSINESS_LIMIT_CONTROL', unanswered_at: null })
    expect(await row(unknown)).toMatchObject({ state: 'failed', last_error: 'isv.SMS_TEMPLATE_ILLEGAL' })
    await provider.close()
  })
})
