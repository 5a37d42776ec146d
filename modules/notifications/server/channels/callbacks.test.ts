import { expect, it } from 'vitest'
import { callbacks } from './callbacks.ts'

it('reads Tencent’s reports by its serial number, and what people answer', () => {
  const report = {
    user_receive_time: '2026-03-02 10:00:04',
    nationcode: '86',
    mobile: '19900000417',
    errmsg: 'DELIVRD',
    description: '',
    sid: '2028:1',
  }
  expect(
    callbacks['tencent']!.read([
      { ...report, report_status: 'SUCCESS' },
      { ...report, report_status: 'FAIL', errmsg: 'EXPIRED', sid: '2028:2' },
      { ...report, report_status: 'FAIL', errmsg: 'MB:0006', sid: '2028:3' },
      { ...report, report_status: 'LATER' },
    ]).reports,
  ).toEqual([
    { channel: 'tencent', key: null, providerId: '2028:1', result: { state: 'delivered' } },
    { channel: 'tencent', key: null, providerId: '2028:2', result: { state: 'failed', retry: true, why: 'EXPIRED' } },
    { channel: 'tencent', key: null, providerId: '2028:3', result: { state: 'failed', retry: false, why: 'MB:0006' } },
  ])
  expect(callbacks['tencent']!.read({ mobile: '19900000417', nationcode: '86', text: 'TD', sign: '汾川公安', time: 1 }).replies).toEqual([
    { phone: '19900000417', text: 'TD' },
  ])
})

it('reads the plain shape that a carrier is asked to use', () => {
  const { reports, replies } = callbacks['carrier']!.read([
    { key: 'k-1', state: 'delivered' },
    { key: 'k-2', state: 'failed', code: 'ID:0013' },
    { phone: '19900000417', text: '错号' },
  ])
  expect(reports).toEqual([
    { channel: 'carrier', key: 'k-1', providerId: null, result: { state: 'delivered' } },
    { channel: 'carrier', key: 'k-2', providerId: null, result: { state: 'failed', retry: false, why: 'state-ID:0013' } },
  ])
  expect(replies).toEqual([{ phone: '19900000417', text: '错号' }])
})

it('takes nothing from what has no shape', () => {
  for (const [, { read }] of Object.entries(callbacks))
    for (const body of [null, undefined, 'text', 7, {}, [[]], { __proto__: null }]) expect(read(body)).toEqual({ reports: [], replies: [] })
})
