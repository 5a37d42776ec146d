import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { World } from '#platform/testing/world.ts'
import { sendToPhone } from '../../index.ts'
import { demoWorld } from '../../testing/demo-world.ts'
import { codeText, progressText } from '../../testing/texts.ts'
import { within } from '../../testing/within.ts'

let world: World
let http: FastifyInstance
beforeAll(async () => {
  world = await demoWorld()
  http = await world.http(() => null)
  const send = (reference: string, phone: string, number: string) =>
    within(world, { kind: 'job', id: 'tests.send', bureauCode: world.bureau }, (doing) =>
      sendToPhone(doing, {
        reference,
        template: progressText,
        parameters: { number },
        phone,
        subject: 'case:1',
        bureauCode: world.bureau,
        unitCode: world.station,
      }),
    )
  await send('1', '19900000417', '<i>A1</i>')
  await world.work()
  world.advance({ minutes: 1 })
  await send('2', '19900000502', 'A2')
  await within(world, { kind: 'job', id: 'tests.send', bureauCode: world.bureau }, (doing) =>
    sendToPhone(doing, {
      reference: '3',
      template: codeText,
      parameters: { unit: '局' },
      secrets: { code: '204117' },
      phone: '19900000417',
      subject: 'case:1',
      bureauCode: world.bureau,
      unitCode: world.station,
    }),
  )
  world.advance({ minutes: 1 })
  await world.work()
})
afterAll(async () => {
  await http.close()
  await world.close()
})

const open = (phone: string) =>
  http.inject({
    method: 'POST',
    url: '/demo/phones?lang=zh',
    payload: new URLSearchParams({ phone }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })

it('lists each phone once with its latest message, marked as a demo, without a number in any address', async () => {
  const { body, headers, statusCode } = await http.inject({ url: '/demo/phones' })
  expect(statusCode).toBe(200)
  expect(body).toContain('演示')
  expect(body.match(/<li>/g)).toHaveLength(2)
  expect(body).toContain('199 0000 0417')
  expect(body.match(/(?:href|action)="[^"]*"/g)?.join(' ')).not.toMatch(/0417|0502/)
  expect(headers['content-security-policy']).not.toMatch(/unsafe/)
  expect(body).not.toMatch(/<script(?! src=)|style="|onclick/)
})

it('opens a typed phone with its bubbles, the newest first, its links leading to our own site', async () => {
  const { headers, statusCode } = await open('199 0000 0417')
  expect(statusCode).toBe(303)
  const address = String(headers['location'])
  expect(address).toMatch(/^\/demo\/phones\/[0-9a-f]{24}\?lang=zh$/)
  const { body } = await http.inject({ url: address })
  expect(body.indexOf('204117')).toBeLessThan(body.indexOf('&lt;i&gt;A1&lt;/i&gt;'))
  expect(body).toContain('<a href="http://127.0.0.1:3000/q">http://127.0.0.1:3000/q</a>。')
  expect(/<title>(.*)<\/title>/.exec(body)?.[1]).toBe('演示手机 · 演示')
})

it('says beside the field what is no phone, and keeps what was typed', async () => {
  const { body, statusCode } = await open('0351 "7"')
  expect(statusCode).toBe(400)
  expect(body).toContain('手机号为 11 位，以 1 开头。')
  expect(body).toContain('value="0351 &quot;7&quot;"')
})

it('shows an empty phone for a number that never received anything', async () => {
  const { headers } = await open('19900009999')
  expect((await http.inject({ url: String(headers['location']) })).body).toContain('这部手机还没有收到短信。')
})

it('speaks English when asked, and answers nonsense as nothing', async () => {
  expect((await http.inject({ url: '/demo/phones?lang=en' })).body).toContain('<html lang="en">')
  expect((await http.inject({ url: '/demo/phones', headers: { 'accept-language': 'en-GB' } })).body).toContain('Demo phones')
  for (const id of ['x', '0'.repeat(23), `${'0'.repeat(24)}'`])
    expect((await http.inject({ url: `/demo/phones/${id}` })).statusCode).toBe(404)
})

it('is not there at all outside of a demo', async () => {
  Object.assign(world.platform, { isDemo: false })
  const answers = await Promise.all(
    ['/demo/phones', '/demo/phones.css', '/demo/phones.js', `/demo/phones/${'0'.repeat(24)}`, '/demo/nothing'].map((url) =>
      http.inject({ url }),
    ),
  )
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404])
  expect(new Set(answers.map(({ json }) => JSON.stringify({ ...json<object>(), requestId: '' }))).size).toBe(1)
  Object.assign(world.platform, { isDemo: true })
})
