import { createHash, createHmac } from 'node:crypto'
import { type ProviderServer, type Reply, type Request, startProvider } from './provider-server.ts'

export const aliyunAccount = { accessKeyId: 'LTAI-of-tests', accessKeySecret: 'secret-of-tests', signName: '汾川公安' }

/** One message in the provider's record. `sendStatus`: 1 waits for the carrier's report, 2 did not arrive, 3 arrived. */
export interface AliyunRecord {
  readonly phone: string
  readonly outId: string
  readonly bizId: string
  readonly templateCode: string
  readonly parameters: Readonly<Record<string, string>>
  readonly sendDate: string
  sendStatus: 1 | 2 | 3
  errCode: string
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const encode = (text: string) =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
const faultOf = (code: string, status = 400): Reply => ({ status, body: { Code: code, Message: code, RequestId: 'r' } })

/** The signature of version 3 of the protocol, worked out from the request as it came over the wire. */
function signatureFaults({ method, url, headers, body }: Request): string | null {
  const [, credential, signed, signature] =
    /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/.exec(headers['authorization'] ?? '') ?? []
  if (credential !== aliyunAccount.accessKeyId || signed === undefined) return 'InvalidAccessKeyId.NotFound'
  if (headers['x-acs-content-sha256'] !== sha256(body)) return 'InvalidContent'
  if (
    ['host', 'x-acs-action', 'x-acs-date', 'x-acs-signature-nonce', 'x-acs-content-sha256'].some(
      (name) => !signed.split(';').includes(name),
    )
  )
    return 'IncompleteSignature'
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&')
  const lines = signed.split(';').map((name) => `${name}:${(headers[name] ?? '').trim()}\n`)
  const canonical = [method, url.pathname, query, lines.join(''), signed, headers['x-acs-content-sha256']].join('\n')
  const wanted = createHmac('sha256', aliyunAccount.accessKeySecret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex')
  return wanted === signature ? null : 'SignatureDoesNotMatch'
}

export interface AliyunServer extends ProviderServer {
  readonly records: AliyunRecord[]
  readonly templates: Record<string, readonly string[]>
}

/** What was sent to one phone on one day, by pages of 50 at most. */
function queryDetails(records: readonly AliyunRecord[], asked: URLSearchParams): Reply {
  const [size, page] = [Number(asked.get('PageSize')), Number(asked.get('CurrentPage'))]
  if (!(size >= 1 && size <= 50)) return { status: 200, body: { Code: 'isv.PAGE_SIZE_ILLEGAL', Message: 'PageSize', RequestId: 'r' } }
  const found = records.filter(
    ({ phone, sendDate }) => phone === asked.get('PhoneNumber') && sendDate.slice(0, 10).replaceAll('-', '') === asked.get('SendDate'),
  )
  const shown = found.slice((page - 1) * size, page * size).map(({ phone, outId, templateCode, sendDate, sendStatus, errCode }) => ({
    PhoneNum: phone,
    OutId: outId,
    TemplateCode: templateCode,
    SendDate: sendDate,
    SendStatus: sendStatus,
    ErrCode: errCode,
    Content: '【汾川公安】…',
  }))
  return {
    status: 200,
    body: { Code: 'OK', Message: 'OK', RequestId: 'r', TotalCount: String(found.length), SmsSendDetailDTOs: { SmsSendDetailDTO: shown } },
  }
}

/**
 * Aliyun's text-message service as far as we use it, on this machine: signatures and nonces are checked, templates must be approved and
 * get exactly their parameters, and what was sent is on the record of phone and day.
 */
export async function startAliyun(getNow: () => Date): Promise<AliyunServer> {
  const records: AliyunRecord[] = []
  const templates: Record<string, readonly string[]> = { SMS_1001: ['code', 'unit'], SMS_1002: ['number'] }
  const nonces = new Set<string>()
  const inBeijing = () => new Date(getNow().getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

  const sendSms = (asked: URLSearchParams): Reply => {
    const wanted = templates[asked.get('TemplateCode') ?? '']
    if (!wanted) return { status: 200, body: { Code: 'isv.SMS_TEMPLATE_ILLEGAL', Message: '模板不合法', RequestId: 'r' } }
    const parameters = JSON.parse(asked.get('TemplateParam') ?? '{}') as Record<string, string>
    const isWhole = Object.keys(parameters).toSorted().join() === wanted.toSorted().join()
    if (!isWhole || asked.get('SignName') !== aliyunAccount.signName)
      return { status: 200, body: { Code: 'isv.TEMPLATE_MISSING_PARAMETERS', Message: '缺少变量', RequestId: 'r' } }
    if (Object.values(parameters).some((value) => typeof value !== 'string'))
      return { status: 200, body: { Code: 'isv.INVALID_JSON_PARAM', Message: 'JSON 参数不合法', RequestId: 'r' } }
    const bizId = `${records.length + 1}^0`
    records.push({
      phone: asked.get('PhoneNumbers') ?? '',
      outId: asked.get('OutId') ?? '',
      bizId,
      templateCode: asked.get('TemplateCode') ?? '',
      parameters,
      sendDate: inBeijing(),
      sendStatus: 1,
      errCode: '',
    })
    return { status: 200, body: { Code: 'OK', Message: 'OK', RequestId: 'r', BizId: bizId } }
  }
  const actions: Readonly<Record<string, (asked: URLSearchParams) => Reply>> = {
    SendSms: sendSms,
    QuerySendDetails: (asked) => queryDetails(records, asked),
  }
  const server = await startProvider({
    isSending: ({ headers }) => headers['x-acs-action'] === 'SendSms',
    reply(request) {
      const fault = signatureFaults(request)
      if (fault) return faultOf(fault)
      const nonce = request.headers['x-acs-signature-nonce'] ?? ''
      if (nonces.has(nonce)) return faultOf('SignatureNonceUsed')
      nonces.add(nonce)
      return actions[request.headers['x-acs-action'] ?? '']?.(request.url.searchParams) ?? faultOf('InvalidAction.NotFound', 404)
    },
  })
  return { ...server, records, templates }
}
