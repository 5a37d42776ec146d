import { createRequire } from 'node:module'
import type * as Sms from '@alicloud/dysmsapi20170525'
import type * as OpenApi from '@alicloud/openapi-core'
import type * as Darabonba from '@darabonba/typescript'
import { z } from 'zod'
import { addDays, dayOf } from '#kernel/beijing-time.ts'
import { ApprovedTemplates, fillApproved } from './approved-templates.ts'
import { defineChannel, type Found, type Outcome, type Sending } from './channel.ts'
import { codeOf, outcomeOfFailure } from './failures.ts'

const Settings = z.strictObject({
  accessKeyId: z.string().min(1),
  accessKeySecret: z.string().min(1),
  /** The signature as approved, without its brackets. */
  signName: z.string().min(2),
  endpoint: z.string().min(1).default('dysmsapi.aliyuncs.com'),
  protocol: z.enum(['HTTPS', 'HTTP']).default('HTTPS'),
  timeoutMs: z.int().min(500).max(9_000).default(8_000),
  templates: ApprovedTemplates,
})
type Settings = z.output<typeof Settings>

/** Refusals that pass by themselves or once somebody has mended the account; after any other the same request is refused again. */
const passing = new Set([
  'isv.BUSINESS_LIMIT_CONTROL',
  'isv.DAY_LIMIT_CONTROL',
  'isv.AMOUNT_NOT_ENOUGH',
  'isv.OUT_OF_SERVICE',
  'isv.ACCOUNT_ABNORMAL',
  'isp.RAM_PERMISSION_DENY',
])
/** Reports of the carrier after which another attempt makes sense: the phone was off or full, the way there was closed. */
const passingReports = new Set(['IS_CLOSED', 'MOBILE_TERMINAL_ERROR', 'MOBILE_SEND_LIMIT', 'NO_ROUTE', 'SP_UNKNOWN_ERROR', 'UNKNOWN'])

// why: three CommonJS packages of some 8 MB, which only an installation with this channel loads.
const load = createRequire(import.meta.url)

function connect({ accessKeyId, accessKeySecret, endpoint, protocol, timeoutMs }: Settings) {
  const sms = load('@alicloud/dysmsapi20170525') as typeof Sms
  const { $OpenApiUtil } = load('@alicloud/openapi-core') as typeof OpenApi
  const { RuntimeOptions } = load('@darabonba/typescript') as typeof Darabonba
  return {
    client: new sms.default(new $OpenApiUtil.Config({ accessKeyId, accessKeySecret, endpoint, protocol })),
    requests: sms,
    // why: the library must not repeat by itself what it does not know the fate of.
    runtime: new RuntimeOptions({ autoretry: false, connectTimeout: timeoutMs, readTimeout: timeoutMs }),
  }
}

interface ServiceError {
  readonly code?: unknown
  readonly statusCode?: unknown
}

/** The service refused the call itself, as with a wrong key or too many calls; from 500 on nobody knows how far it came. */
function outcomeOfError(error: unknown): Extract<Outcome, { readonly why: string }> {
  const { code, statusCode } = error as ServiceError
  if (typeof statusCode !== 'number') return outcomeOfFailure(error)
  if (statusCode >= 500) return { state: 'unknown', why: codeOf(code) }
  return { state: 'rejected', retry: true, why: codeOf(code) }
}

export const aliyun = defineChannel<Settings>({
  name: 'aliyun',
  isSimulated: false,
  recognisesKeys: () => false,
  settings: Settings,

  async send({ key, to, ...message }, settings) {
    const filled = fillApproved(settings.templates, message)
    if (!filled) return { state: 'rejected', retry: false, why: 'template-not-approved' }
    const { client, requests, runtime } = connect(settings)
    const request = new requests.SendSmsRequest({
      phoneNumbers: to,
      signName: settings.signName,
      templateCode: filled.code,
      templateParam: JSON.stringify(Object.fromEntries(filled.values)),
      outId: key,
    })
    try {
      const { body } = await client.sendSmsWithOptions(request, runtime)
      if (body?.code === 'OK' && body.bizId) return { state: 'accepted', providerId: body.bizId }
      if (body?.code === 'isp.SYSTEM_ERROR') return { state: 'unknown', why: 'isp.SYSTEM_ERROR' }
      return { state: 'rejected', retry: passing.has(body?.code ?? ''), why: codeOf(body?.code) }
    } catch (error) {
      return outcomeOfError(error)
    }
  },

  record: {
    settlesAfterMs: 60_000,
    async ask(sending, settings, { now }) {
      try {
        return await askByDay(sending, settings, now)
      } catch (error) {
        return { state: 'unknown', why: outcomeOfError(error).why }
      }
    },
  },
})

const pageSize = 50

/** Looks through what was sent to the phone on the day of the sending, and on the next one if that has begun, for our key. */
async function askByDay(sending: Sending, settings: Settings, now: Date): Promise<Found> {
  const { client, requests, runtime } = connect(settings)
  const began = dayOf(sending.sentAt)
  const days = dayOf(now) > began ? [began, addDays(began, 1)] : [began]
  for (const day of days)
    for (let page = 1, isMore = true; isMore; page++) {
      const request = { phoneNumber: sending.to, sendDate: day.replaceAll('-', ''), pageSize, currentPage: page }
      const { body } = await client.querySendDetailsWithOptions(new requests.QuerySendDetailsRequest(request), runtime)
      if (body?.code !== 'OK') return { state: 'unknown', why: codeOf(body?.code) }
      const details = body.smsSendDetailDTOs?.smsSendDetailDTO ?? []
      const mine = details.find(({ outId }) => outId === sending.key)
      if (mine) return foundBy(mine, sending)
      isMore = details.length === pageSize
    }
  return { state: 'absent' }
}

const [arrived, notArrived] = [3, 2]

/** The record does not tell the provider's own id; ours stands in for it. */
function foundBy({ sendStatus, errCode }: { sendStatus?: number; errCode?: string }, { key, providerId }: Sending): Found {
  const id = providerId ?? key
  if (sendStatus === arrived) return { state: 'delivered', providerId: id }
  if (sendStatus === notArrived) return { state: 'failed', providerId: id, ...aliyunNotDelivered(errCode) }
  return { state: 'accepted', providerId: id }
}

export const aliyunNotDelivered = (code: unknown) => ({ retry: passingReports.has(String(code)), why: codeOf(code) })
