import { createHash, createHmac } from 'node:crypto'
import { type ProviderServer, type Reply, type Request, startProvider } from './provider-server.ts'

export const tencentAccount = { secretId: 'AKID-of-tests', secretKey: 'secret-of-tests', sdkAppId: '1400006666', signName: '汾川公安' }

/** One message in the provider's record. `sendStatus`: 2 arrived, 3 on its way, 4 did not arrive. */
export interface TencentRecord {
  readonly phone: string
  readonly serialNo: string
  readonly session: string
  readonly templateId: string
  readonly parameters: readonly string[]
  readonly sentAt: Date
  sendStatus: 2 | 3 | 4
  statusCode: string
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const faultOf = (code: string): Reply => ({ status: 200, body: { Response: { Error: { Code: code, Message: code }, RequestId: 'r' } } })
const answer = (response: object): Reply => ({ status: 200, body: { Response: { ...response, RequestId: 'r' } } })

/** Signature TC3, worked out from the request as it came over the wire. */
function isSigned({ method, url, headers, body }: Request): boolean {
  // why: the official library takes the name of the service from the first part of the address, which is `127` here and `sms` there.
  const [, id, day, service, signed, signature] =
    /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\d{4}-\d\d-\d\d)\/(\w+)\/tc3_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      headers['authorization'] ?? '',
    ) ?? []
  const timestamp = headers['x-tc-timestamp'] ?? ''
  if (id !== tencentAccount.secretId || day === undefined || service === undefined || signed === undefined) return false
  if (new Date(Number(timestamp) * 1_000).toISOString().slice(0, 10) !== day || !signed.split(';').includes('host')) return false
  // why: the library signs the host without its port, which the real address does not have.
  const seen: Readonly<Record<string, string>> = { ...headers, host: (headers['host'] ?? '').replace(/:\d+$/, '') }
  const lines = signed.split(';').map((name) => `${name}:${seen[name] ?? ''}\n`)
  const canonical = [method, url.pathname, url.search.slice(1), lines.join(''), signed, sha256(body)].join('\n')
  const text = ['TC3-HMAC-SHA256', timestamp, `${day}/${service}/tc3_request`, sha256(canonical)].join('\n')
  const key = hmac(hmac(hmac(`TC3${tencentAccount.secretKey}`, day), service), 'tc3_request')
  return hmac(key, text).toString('hex') === signature
}

interface Asked {
  readonly PhoneNumberSet?: readonly string[]
  readonly PhoneNumber?: string
  readonly SmsSdkAppId?: string
  readonly SignName?: string
  readonly TemplateId?: string
  readonly TemplateParamSet?: readonly string[]
  readonly SessionContext?: string
  readonly BeginTime?: number
  readonly EndTime?: number
  readonly Limit?: number
  readonly Offset?: number
}

const templates: Readonly<Record<string, number>> = { '110': 2, '111': 1 }
const seconds = (at: Date) => Math.floor(at.getTime() / 1_000)

function sendSms(records: TencentRecord[], asked: Asked, now: Date): Reply {
  const phone = asked.PhoneNumberSet?.[0] ?? ''
  const refused = (code: string) =>
    answer({
      SendStatusSet: [{ SerialNo: '', PhoneNumber: phone, Fee: 0, SessionContext: asked.SessionContext, Code: code, Message: code }],
    })
  const parameters = asked.TemplateParamSet ?? []
  if (templates[asked.TemplateId ?? ''] !== parameters.length) return refused('FailedOperation.TemplateParamSetNotMatchApprovedTemplate')
  if (asked.SignName !== tencentAccount.signName) return refused('FailedOperation.SignatureIncorrectOrUnapproved')
  const serialNo = `2028:${records.length + 1}`
  records.push({
    phone,
    serialNo,
    session: asked.SessionContext ?? '',
    templateId: asked.TemplateId ?? '',
    parameters,
    sentAt: now,
    sendStatus: 3,
    statusCode: '',
  })
  return answer({
    SendStatusSet: [
      {
        SerialNo: serialNo,
        PhoneNumber: phone,
        Fee: 1,
        SessionContext: asked.SessionContext,
        Code: 'Ok',
        Message: 'send success',
        IsoCode: 'CN',
      },
    ],
  })
}

const pullReports = (found: readonly TencentRecord[], asked: Asked, hasSessions: boolean): Reply =>
  answer({
    PullSmsSendStatusSet: found
      .filter(({ sendStatus }) => sendStatus !== 3)
      .slice(0, asked.Limit)
      .map(({ phone, serialNo, session, sendStatus, statusCode, sentAt }) => ({
        UserReceiveTime: seconds(sentAt) + 4,
        CountryCode: '86',
        SubscriberNumber: phone.slice(3),
        PhoneNumber: phone,
        SerialNo: serialNo,
        ReportStatus: sendStatus === 2 ? 'SUCCESS' : 'FAIL',
        Description: statusCode,
        ...(hasSessions && { SessionContext: session }),
      })),
  })
function listSent(found: readonly TencentRecord[], asked: Asked): Reply {
  const shown = found.slice(asked.Offset ?? 0, (asked.Offset ?? 0) + (asked.Limit ?? 20))
  return answer({
    TotalCount: found.length,
    SendRecordSet: shown.map(({ phone, serialNo, sendStatus, statusCode, sentAt }) => ({
      PhoneNumber: phone,
      SerialNo: serialNo,
      SendStatus: sendStatus,
      RequestCode: 'Ok',
      StatusCode: statusCode,
      IsoCode: 'CN',
      Content: '…',
      SendTime: seconds(sentAt),
      UserReceiveTime: 0,
    })),
  })
}

export interface TencentServer extends ProviderServer {
  readonly records: TencentRecord[]
  /** The account was given sessions in its reports; most are not. */
  readonly shows: { sessions: boolean }
}

/**
 * Tencent's text-message service as far as we use it, on this machine: signatures are checked, templates get as many parameters as they
 * were approved with, reports stand on the record of a phone once the carrier has sent them, and what was sent for three days.
 */
export async function startTencent(getNow: () => Date): Promise<TencentServer> {
  const records: TencentRecord[] = []
  const shows = { sessions: false }
  const within = ({ BeginTime = 0, EndTime = seconds(getNow()), PhoneNumber }: Asked) =>
    records.filter(({ phone, sentAt }) => phone === PhoneNumber && seconds(sentAt) >= BeginTime && seconds(sentAt) <= EndTime)

  const actions: Readonly<Record<string, (asked: Asked) => Reply>> = {
    SendSms: (asked) => sendSms(records, asked, getNow()),
    PullSmsSendStatusByPhoneNumber: (asked) => pullReports(within(asked), asked, shows.sessions),
    DescribeSendRecordList: (asked) => listSent(within(asked), asked),
  }
  const server = await startProvider({
    isSending: ({ headers }) => headers['x-tc-action'] === 'SendSms',
    reply(request) {
      if (!isSigned(request)) return faultOf('AuthFailure.SignatureFailure')
      const asked = JSON.parse(request.body) as Asked
      if (asked.SmsSdkAppId !== tencentAccount.sdkAppId) return faultOf('UnauthorizedOperation.SmsSdkAppIdVerifyFail')
      return actions[request.headers['x-tc-action'] ?? '']?.(asked) ?? faultOf('InvalidAction')
    },
  })
  return { ...server, records, shows }
}
