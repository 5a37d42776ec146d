import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { World } from '#platform/testing/world.ts'
import { demoWorld } from '../testing/demo-world.ts'
import { startAliyun } from '../testing/aliyun-server.ts'
import { aliyunSettings } from '../testing/providers.ts'
import { phone, sendingWorld } from '../testing/sending-world.ts'

let world: World
let http: FastifyInstance
let server: Awaited<ReturnType<typeof startAliyun>>
const reportToken = 'a-token-of-tests-that-is-long-enough-0123456789'

beforeEach(async () => {
  world = await demoWorld()
  leaveDemo()
  server = await startAliyun(() => world.clock.now)
  setUp({ channel: 'aliyun', reportToken, aliyun: aliyunSettings(server.port) })
  http = await world.http(() => null)
})
afterEach(async () => {
  await http.close()
  await server.close()
  await world.close()
})

const { tables, code, notice, row, leaveDemo } = sendingWorld(() => world)
const setUp = (notifications: object) => void Object.assign(world.platform, { outside: { notifications } })
const push = (payload: object, token = reportToken) => http.inject({ method: 'POST', url: `/gateway/messages/${token}`, payload })

const report = (given: object) => ({
  phone_number: phone,
  send_time: '2026-03-02 10:00:00',
  report_time: '2026-03-02 10:00:04',
  success: true,
  err_code: 'DELIVERED',
  err_msg: '用户接收成功',
  sms_size: '1',
  biz_id: '1^0',
  ...given,
})

it('takes reports in, several at once, and answers as the provider wants it', async () => {
  const [one, other, lost] = [await code(), await notice(), await notice({ phone: '19900000502' })]
  await world.work()
  const keyOf = (id: string) => server.records.find(({ outId }) => outId.includes(id))!.outId
  const answer = await push([
    report({ out_id: keyOf(one) }),
    { nonsense: true },
    report({ out_id: 'of another system' }),
    report({ out_id: keyOf(other), success: false, err_code: 'MOBILE_NOT_ON_SERVICE' }),
    report({ out_id: keyOf(lost), success: false, err_code: 'NO_ROUTE' }),
  ])
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toEqual({ code: 0, msg: '接收成功' })
  expect(await row(one)).toMatchObject({ state: 'delivered', provider_id: '1^0', content_sealed: null })
  expect(await row(other)).toMatchObject({ state: 'failed', last_error: 'MOBILE_NOT_ON_SERVICE' })
  expect(await row(lost)).toMatchObject({ state: 'failed-for-now', last_error: 'NO_ROUTE' })
  await push([report({ out_id: keyOf(one), success: false, err_code: 'UNKNOWN' })])
  expect(await row(one)).toMatchObject({ state: 'delivered' })
})

it('takes in what people answer', async () => {
  await notice()
  await world.work()
  await push([
    { phone_number: phone, send_time: '2026-03-02 10:01:00', content: 'TD', sign_name: '汾川公安', dest_code: '1', sequence_id: 1 },
  ])
  const stops = await tables().selectFrom('notifications.stop').select(['kind', 'told_by']).execute()
  expect(stops).toEqual([{ kind: 'opt-out', told_by: 'reply' }])
})

it('is not there under another address, without one, or without a provider', async () => {
  const id = await notice()
  await world.work()
  const body = [report({ out_id: server.records[0]!.outId })]
  const absent = await http.inject({ method: 'POST', url: '/gateway/nothing', payload: body })
  const plain = (text: string) => ({ ...(JSON.parse(text) as object), requestId: '' })
  for (const token of ['x', `${reportToken}x`, reportToken.toUpperCase()]) {
    const answer = await push(body, token)
    expect(answer.statusCode).toBe(404)
    expect(plain(answer.body)).toEqual(plain(absent.body))
  }
  setUp({ channel: 'aliyun', aliyun: aliyunSettings(server.port) })
  expect((await push(body)).statusCode).toBe(404)
  expect(await row(id)).toMatchObject({ state: 'sent' })
})
