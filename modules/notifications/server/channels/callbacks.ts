import { z } from 'zod'
import type { Report } from '../outgoing/report-repository.ts'
import { aliyunNotDelivered } from './aliyun.ts'
import { codeOf } from './failures.ts'
import { tencentNotDelivered } from './tencent.ts'

/** What a gateway told us of its own accord. */
export interface Told {
  readonly reports: readonly Report[]
  /** What owners of phones answered to messages. */
  readonly replies: readonly { readonly phone: string; readonly text: string }[]
}

interface Callback {
  /** Reads what it can; entries of another shape are passed over, since the provider would only send them again. */
  read(body: unknown): Told
  /** What the provider wants to hear. */
  readonly answer: object
}

const AliyunReport = z.object({
  out_id: z.string(),
  biz_id: z.string().default(''),
  success: z.boolean(),
  err_code: z.string().default(''),
})
const AliyunReply = z.object({ phone_number: z.string(), content: z.string() })
const TencentReport = z.object({ sid: z.string().min(1), report_status: z.enum(['SUCCESS', 'FAIL']), errmsg: z.string().default('') })
const TencentReply = z.object({ mobile: z.string(), text: z.string() })
const CarrierReport = z.object({
  key: z.string(),
  state: z.enum(['delivered', 'failed']),
  retry: z.boolean().default(false),
  code: z.string().default(''),
})
const CarrierReply = z.object({ phone: z.string(), text: z.string() })

/** The entries of one shape among what came, alone or as a list. */
const entriesOf = <Shape extends z.ZodType>(body: unknown, shape: Shape): z.output<Shape>[] =>
  [body].flat().flatMap((entry) => {
    const read = shape.safeParse(entry)
    return read.success ? [read.data] : []
  })

export const callbacks: Readonly<Record<string, Callback>> = {
  aliyun: {
    read: (body) => ({
      reports: entriesOf(body, AliyunReport).map(({ out_id, biz_id, success, err_code }) => ({
        channel: 'aliyun',
        key: out_id,
        providerId: biz_id || null,
        result: success ? { state: 'delivered' } : { state: 'failed', ...aliyunNotDelivered(err_code) },
      })),
      replies: entriesOf(body, AliyunReply).map(({ phone_number, content }) => ({ phone: phone_number, text: content })),
    }),
    answer: { code: 0, msg: '接收成功' },
  },
  tencent: {
    read: (body) => ({
      reports: entriesOf(body, TencentReport).map(({ sid, report_status, errmsg }) => ({
        channel: 'tencent',
        key: null,
        providerId: sid,
        result: report_status === 'SUCCESS' ? { state: 'delivered' } : { state: 'failed', ...tencentNotDelivered(errmsg) },
      })),
      replies: entriesOf(body, TencentReply).map(({ mobile, text }) => ({ phone: mobile, text })),
    }),
    answer: { result: 0, errmsg: 'OK' },
  },
  carrier: {
    read: (body) => ({
      reports: entriesOf(body, CarrierReport).map(({ key, state, retry, code }) => ({
        channel: 'carrier',
        key,
        providerId: null,
        result: state === 'delivered' ? { state } : { state, retry, why: codeOf(`state-${code}`) },
      })),
      replies: entriesOf(body, CarrierReply),
    }),
    answer: { ok: true },
  },
}
