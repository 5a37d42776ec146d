import { createHmac } from 'node:crypto'
import { type ProviderServer, type Reply, type Request, startProvider } from './provider-server.ts'

const account = { account: 'fenchuan', key: 'secret-of-tests' }

export interface CarrierRecord {
  readonly phone: string
  readonly key: string
  readonly text: string
  state: 'WAIT' | 'DELIVRD' | 'REJECTD'
}

export interface CarrierServer extends ProviderServer {
  readonly records: CarrierRecord[]
}

const isSigned = ({ headers, body }: Request): boolean => {
  const plain = `${account.account}${headers['x-time'] ?? ''}${body}`
  return headers['x-sign'] === createHmac('sha256', account.key).update(plain).digest('hex').toUpperCase()
}

/** A carrier's gateway as many provinces have one: JSON, an HMAC over account, time and body in a header, a query by our key. */
export async function startCarrier(): Promise<CarrierServer> {
  const records: CarrierRecord[] = []
  const reply = (request: Request): Reply => {
    if (!isSigned(request)) return { status: 200, body: { result: { code: '4001' } } }
    const asked = JSON.parse(request.body) as { mobile?: string; content?: string; sequence: string }
    const found = records.find(({ key }) => key === asked.sequence)
    if (request.url.pathname === '/status') return { status: 200, body: { status: found?.state ?? 'NONE', msgId: `m-${asked.sequence}` } }
    records.push({ phone: asked.mobile ?? '', key: asked.sequence, text: asked.content ?? '', state: 'WAIT' })
    return { status: 200, body: { result: { code: '0' }, msgId: `m-${asked.sequence}` } }
  }
  const server = await startProvider({ isSending: ({ url }) => url.pathname === '/send', reply })
  return { ...server, records }
}

/** What an operator would write down from this carrier's manual. */
export const carrierSettings = (port: number, key = account.key) => {
  const headers = { 'X-Time': '{beijing}', 'X-Sign': '{sign}' }
  const sign = { text: '{account}{beijing}{body}', algorithm: 'hmac-sha256', key, as: 'HEX' } as const
  return {
    signName: '汾川公安',
    values: { account: account.account },
    timeoutMs: 600,
    send: {
      url: `http://127.0.0.1:${port}/send`,
      headers,
      sign,
      body: '{"mobile":"{phone}","content":"{text}","sequence":"{key}"}',
    },
    answer: { code: 'result.code', accepted: ['0'], again: ['4029'], providerId: 'msgId' },
    record: {
      ask: { url: `http://127.0.0.1:${port}/status`, headers, sign, body: '{"sequence":"{key}"}' },
      state: 'status',
      delivered: ['DELIVRD'],
      accepted: ['WAIT'],
      failed: ['REJECTD'],
      absent: ['NONE'],
      providerId: 'msgId',
    },
  }
}
