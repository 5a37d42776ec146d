import { afterEach, beforeEach, expect, it } from 'vitest'
import type { World } from '#platform/testing/world.ts'
import { demoWorld } from '../../testing/demo-world.ts'
import { type MailServer, startMailServer } from '../../testing/mail-server.ts'
import { sendingWorld } from '../../testing/sending-world.ts'
import { createSender } from '../outgoing/sender.ts'
import { ready } from './channel.ts'
import { email } from './email.ts'

let world: World
let server: MailServer
beforeEach(async () => {
  world = await demoWorld()
  leaveDemo()
  server = await startMailServer()
})
afterEach(async () => {
  await server.close()
  await world.close()
})

const { code, notice, row, leaveDemo } = sendingWorld(() => world)

const channel = (given: object = {}) =>
  ready(email, {
    host: '127.0.0.1',
    port: server.port,
    user: 'daylight',
    password: 'secret-of-tests',
    from: 'daylight@gongan.intra',
    to: '{phone}@sms.gongan.intra',
    subject: { zh: '公安机关通知', en: 'Notice of the police' },
    timeoutMs: 900,
    ...given,
  })

async function live(carrier = channel(), minutes = 10): Promise<void> {
  const loop = createSender(() => ({ channels: [carrier], quietHours: null }))
  for (let minute = 0; minute < minutes; minute++) {
    while (await loop.turn(world.platform));
    world.advance({ minutes: 1 })
  }
}

it('goes to the mailbox of the phone, with a neutral subject and an id of its own', async () => {
  const id = await code()
  await live()
  expect(server.mails).toHaveLength(1)
  const [{ to, raw }] = server.mails as [{ to: string; raw: string }]
  expect(to).toBe('19900000417@sms.gongan.intra')
  expect(raw).toContain(`Message-ID: <${world.bureau}-${id}-1@daylight>`)
  expect(Buffer.from(raw.split('\r\n\r\n')[1]!, 'base64').toString() + raw).toContain('204117')
  expect(raw.split('\r\n\r\n')[0]).not.toContain('204117')
  expect(await row(id)).toMatchObject({ state: 'sent', ask_at: null })
})

it('tries again after a refusal for now, and not after one for good', async () => {
  const id = await notice()
  server.answers.push({ at: 'data', code: 451 }, { at: 'rcpt', code: 450 })
  await live()
  expect(server.mails).toHaveLength(1)
  expect(await row(id)).toMatchObject({ state: 'sent', attempts: 3, is_possibly_twice: false })
  const refused = await notice()
  server.answers.push({ at: 'rcpt', code: 550 })
  await live()
  expect(await row(refused)).toMatchObject({ state: 'failed', last_error: 'smtp-550' })
})

it('is never in doubt when the server was not reached or did not let us in', async () => {
  const [unreached, locked] = [await notice(), await notice()]
  const loop = (given: object) => createSender(() => ({ channels: [channel(given)], quietHours: null }))
  await loop({ port: 1 }).turn(world.platform)
  await loop({ password: 'wrong' }).turn(world.platform)
  const states = [await row(unreached), await row(locked)]
  expect(states.map(({ unanswered_at }) => unanswered_at)).toEqual([null, null])
  expect(states.map(({ last_error }) => String(last_error)).toSorted((one, other) => one.localeCompare(other))).toEqual([
    'not-reached',
    'smtp-535',
  ])
})

it('gives a code up after a lost answer, and sends a notice once more, marked', async () => {
  const [asked, told] = [await code(), await notice()]
  server.answers.push('drop', 'drop')
  await live()
  expect(await row(asked)).toMatchObject({ state: 'failed', last_error: 'answer-lost', is_possibly_twice: false })
  expect(await row(told)).toMatchObject({ state: 'sent', is_possibly_twice: true })
  expect(server.mails).toHaveLength(3)
})
