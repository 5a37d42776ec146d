import { createRequire } from 'node:module'
import type * as Tencent from 'tencentcloud-sdk-nodejs-sms'
import { z } from 'zod'
import { ApprovedTemplates, fillApproved } from './approved-templates.ts'
import { defineChannel, type Found, type Outcome, type Sending } from './channel.ts'
import { codeOf, outcomeOfFailure } from './failures.ts'

const Settings = z.strictObject({
  secretId: z.string().min(1),
  secretKey: z.string().min(1),
  /** An application of Daylight's own, since what another system sent to the same phone could be mistaken for ours. */
  sdkAppId: z.string().regex(/^\d+$/),
  signName: z.string().min(2),
  region: z.string().min(1).default('ap-guangzhou'),
  endpoint: z.string().min(1).default('sms.tencentcloudapi.com'),
  protocol: z.enum(['https://', 'http://']).default('https://'),
  timeoutSeconds: z.number().min(0.5).max(9).default(8),
  templates: ApprovedTemplates,
})
type Settings = z.output<typeof Settings>

/** Refusals that pass by themselves or once somebody has mended the account. */
const passing =
  /^(LimitExceeded\.|RequestLimitExceeded|FailedOperation\.InsufficientBalanceInSmsPackage|FailedOperation\.OtherError|AuthFailure|UnauthorizedOperation)/
/** The same for what the carrier reports: no answer, off, full, too many. */
const passingReports = /^(UNDELIV|EXPIRED|UNKNOWN|DB:0141|MK:100[0-9]|MI:0012|MN:0001|ID:0012|LIMIT)/

// why: loaded only where this channel is set up.
const load = createRequire(import.meta.url)

function connect({ secretId, secretKey, region, endpoint, protocol, timeoutSeconds }: Settings) {
  const { sms } = load('tencentcloud-sdk-nodejs-sms') as typeof Tencent
  return new sms.v20210111.Client({
    credential: { secretId, secretKey },
    region,
    profile: { httpProfile: { endpoint, protocol, reqTimeout: timeoutSeconds } },
  })
}

interface ServiceError {
  readonly code?: unknown
  readonly httpCode?: unknown
}

function outcomeOfError(error: unknown): Extract<Outcome, { readonly why: string }> {
  const { code, httpCode } = error as ServiceError
  if (typeof code === 'string' && /^[A-Z][A-Za-z]+(\.|$)/.test(code))
    return code.startsWith('InternalError')
      ? { state: 'unknown', why: codeOf(code) }
      : { state: 'rejected', retry: passing.test(code), why: codeOf(code) }
  return httpCode === undefined ? outcomeOfFailure(error) : { state: 'unknown', why: codeOf(`http-${String(httpCode)}`) }
}

const abroad = (phone: string) => `+86${phone}`

export const tencent = defineChannel<Settings>({
  name: 'tencent',
  isSimulated: false,
  recognisesKeys: () => false,
  settings: Settings,

  async send({ key, to, ...message }, settings) {
    const filled = fillApproved(settings.templates, message)
    if (!filled) return { state: 'rejected', retry: false, why: 'template-not-approved' }
    const client = connect(settings)
    try {
      const { SendStatusSet } = await client.SendSms({
        PhoneNumberSet: [abroad(to)],
        SmsSdkAppId: settings.sdkAppId,
        SignName: settings.signName,
        TemplateId: filled.code,
        TemplateParamSet: filled.values.map(([, value]) => value),
        SessionContext: key,
      })
      const [status] = SendStatusSet ?? []
      if (status?.Code === 'Ok' && status.SerialNo) return { state: 'accepted', providerId: status.SerialNo }
      if (status?.Code === undefined || status.Code.startsWith('InternalError')) return { state: 'unknown', why: codeOf(status?.Code) }
      return { state: 'rejected', retry: passing.test(status.Code), why: codeOf(status.Code) }
    } catch (error) {
      return outcomeOfError(error)
    }
  },

  record: {
    settlesAfterMs: 60_000,
    async ask(sending, settings, { now }) {
      try {
        return await askByPhone(sending, settings, now)
      } catch (error) {
        return { state: 'unknown', why: outcomeOfError(error).why }
      }
    },
  },
})

const secondsOf = (at: Date) => Math.floor(at.getTime() / 1_000)
// why: our clock and the provider's differ a little, and an attempt may take its time.
const slackSeconds = 30

/**
 * First the carrier's reports, which may bear our key; then what was sent to the phone at about that time. A sending whose answer was
 * lost has no serial number of ours; of the ones that no other message of ours bears, the nearest in time is it.
 */
async function askByPhone(sending: Sending, settings: Settings, now: Date): Promise<Found> {
  const client = connect(settings)
  const sentAt = secondsOf(sending.sentAt)
  const about = { SmsSdkAppId: settings.sdkAppId, PhoneNumber: abroad(sending.to), BeginTime: sentAt - slackSeconds, Offset: 0 }
  const reports = await client.PullSmsSendStatusByPhoneNumber({ ...about, EndTime: secondsOf(now), Limit: 100 })
  const reported = (reports.PullSmsSendStatusSet ?? []).find(
    ({ SessionContext, SerialNo }) => SessionContext === sending.key || (sending.providerId !== null && SerialNo === sending.providerId),
  )
  if (reported?.SerialNo !== undefined)
    return reported.ReportStatus === 'SUCCESS'
      ? { state: 'delivered', providerId: reported.SerialNo }
      : { state: 'failed', providerId: reported.SerialNo, ...tencentNotDelivered(reported.Description) }
  const others = new Set(sending.otherProviderIds)
  const sent = await client.DescribeSendRecordList({ ...about, EndTime: Math.min(sentAt + slackSeconds, secondsOf(now)), Limit: 50 })
  const [mine] = (sent.SendRecordSet ?? [])
    .filter(({ SerialNo = '' }) =>
      sending.providerId === null ? SerialNo !== '' && !others.has(SerialNo) : SerialNo === sending.providerId,
    )
    .toSorted((one, other) => Math.abs((one.SendTime ?? 0) - sentAt) - Math.abs((other.SendTime ?? 0) - sentAt))
  return mine ? foundBy(mine) : { state: 'absent' }
}

const [refused, arrived, notArrived] = [1, 2, 4]

function foundBy({
  SerialNo = '',
  SendStatus,
  StatusCode,
  RequestCode = '',
}: {
  SerialNo?: string
  SendStatus?: number
  StatusCode?: string
  RequestCode?: string
}): Found {
  if (SendStatus === arrived) return { state: 'delivered', providerId: SerialNo }
  if (SendStatus === notArrived) return { state: 'failed', providerId: SerialNo, ...tencentNotDelivered(StatusCode) }
  if (SendStatus === refused) return { state: 'failed', providerId: SerialNo, retry: passing.test(RequestCode), why: codeOf(RequestCode) }
  return { state: 'accepted', providerId: SerialNo }
}

export const tencentNotDelivered = (code: unknown) => ({ retry: passingReports.test(String(code)), why: codeOf(code) })
