import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { v7 as uuid } from 'uuid'
import { worldBegins, type World } from '#platform/testing/world.ts'
import { defineTemplate, sendToPhone, withdrawMessage } from '../../index.ts'
import { demoWorld } from '../../testing/demo-world.ts'
import { codeText, progressText } from '../../testing/texts.ts'
import { within } from '../../testing/within.ts'
import type { NotificationTables } from '../tables.ts'

let world: World
beforeAll(async () => void (world = await demoWorld()))
afterAll(() => world.close())
beforeEach(() => void (world.clock.now = worldBegins))

const job = () => ({ kind: 'job' as const, id: 'tests.send', bureauCode: world.bureau })
const rows = (reference: string) =>
  world.open
    .as<NotificationTables>()
    .selectFrom('notifications.message')
    .selectAll()
    .where('bureau_code', '=', world.bureau)
    .where('reference', '=', reference)
    .execute()
const place = () => ({ subject: 'case:1', bureauCode: world.bureau, unitCode: world.station })

it('keeps template, parameters and text, but neither the phone nor a secret in the clear', async () => {
  const reference = uuid()
  await within(world, job(), (doing) =>
    sendToPhone(doing, {
      reference,
      template: codeText,
      parameters: { unit: '汾川县公安局' },
      secrets: { code: '204117' },
      phone: '199 0000 0417',
      ...place(),
    }),
  )
  const [row] = await rows(reference)
  expect(row).toMatchObject({
    template: 'tests.code',
    template_version: 1,
    parameters: { unit: '汾川县公安局' },
    text: '汾川县公安局：验证码 〔略〕，查询 http://127.0.0.1:3000/q。',
    state: 'queued',
    attempts: 0,
  })
  expect(JSON.stringify(row)).not.toMatch(/204117|19900000417/)
  expect(Buffer.concat([row!.content_sealed!, row!.recipient_sealed]).toString('latin1')).not.toMatch(/204117|19900000417/)
})

it('is one message however often the same reference is sent, and says which', async () => {
  const message = { reference: uuid(), template: progressText, parameters: { number: 'A1' }, phone: '19900000417', ...place() }
  const first = await within(world, job(), (doing) => sendToPhone(doing, message))
  const again = await within(world, job(), (doing) => sendToPhone(doing, { ...message, parameters: { number: 'A2' } }))
  expect(again).toEqual(first)
  expect(await rows(message.reference)).toMatchObject([{ id: first.messageId, parameters: { number: 'A1' } }])
})

it('leaves nothing if the change that caused it is undone', async () => {
  const reference = uuid()
  const undone = within(world, job(), async (doing) => {
    await sendToPhone(doing, { reference, template: progressText, parameters: { number: 'A1' }, phone: '19900000417', ...place() })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await rows(reference)).toEqual([])
})

it('refuses what is no mobile number, beside its field', async () => {
  const sending = within(world, job(), (doing) =>
    sendToPhone(doing, { reference: uuid(), template: progressText, parameters: { number: 'A1' }, phone: '0351-1234567', ...place() }),
  )
  await expect(sending).rejects.toMatchObject({ code: 'notifications.phoneNotValid', fields: [{ path: 'phone' }] })
})

it('does not take personal data for a parameter', async () => {
  const sending = within(world, job(), (doing) =>
    sendToPhone(doing, {
      reference: uuid(),
      template: progressText,
      parameters: { number: '19900000417' },
      phone: '19900000417',
      ...place(),
    }),
  )
  await expect(sending).rejects.toThrow('the parameter number of tests.progress looks like a phone or identity number')
})

it('writes in the language the person chose', async () => {
  const reference = uuid()
  await within(world, job(), (doing) =>
    sendToPhone(doing, {
      reference,
      template: progressText,
      parameters: { number: 'A1' },
      phone: '19900000417',
      language: 'en',
      ...place(),
    }),
  )
  expect(await rows(reference)).toMatchObject([{ language: 'en', text: 'There is news about A1.' }])
})

it('needs no types for a template whose parameters are plain', async () => {
  const plain = defineTemplate({ id: 'tests.plain', version: 1, zh: (p) => `第 ${p['count']} 号`, en: (p) => `No. ${p['count']}` })
  const reference = uuid()
  await within(world, job(), (doing) =>
    sendToPhone(doing, { reference, template: plain, parameters: { count: 3 }, phone: '19900000417', ...place() }),
  )
  expect(await rows(reference)).toMatchObject([{ text: '第 3 号' }])
})

it('can be taken back while it has not left, with its secrets erased', async () => {
  const reference = uuid()
  const message = { reference, template: codeText, parameters: { unit: '局' }, secrets: { code: '1' }, phone: '19900000417', ...place() }
  await within(world, job(), (doing) => sendToPhone(doing, message))
  expect(await within(world, job(), (doing) => withdrawMessage(doing, world.bureau, reference))).toBe(true)
  await world.work()
  expect(await rows(reference)).toMatchObject([{ state: 'dropped', attempts: 0, content_sealed: null }])
  expect(await within(world, job(), (doing) => withdrawMessage(doing, world.bureau, reference))).toBe(false)
})

it('drops what still waits of the same topic to the same phone, and nothing that left or tells of something else', async () => {
  const send = (topic: string | undefined, phone = '19900000417') => {
    const reference = uuid()
    return within(world, job(), (doing) =>
      sendToPhone(doing, { reference, template: progressText, parameters: { number: 'A1' }, phone, topic, ...place() }),
    ).then(() => reference)
  }
  const left = await send('progress:1')
  await world.work()
  const [old, elsewhere, another, plain] = [
    await send('progress:1'),
    await send('progress:1', '19900000502'),
    await send('progress:2'),
    await send(undefined),
  ]
  const newest = await send('progress:1')
  await world.work()
  const states = await Promise.all([left, old, elsewhere, another, plain, newest].map(async (one) => (await rows(one))[0]?.state))
  expect(states).toEqual(['delivered', 'dropped', 'delivered', 'delivered', 'delivered', 'delivered'])
  expect(await rows(old)).toMatchObject([{ last_error: 'overtaken', attempts: 0 }])
})
