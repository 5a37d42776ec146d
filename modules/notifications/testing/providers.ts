import { aliyun } from '../server/channels/aliyun.ts'
import { carrier } from '../server/channels/carrier.ts'
import { ready, type ReadyChannel } from '../server/channels/channel.ts'
import { tencent } from '../server/channels/tencent.ts'
import { aliyunAccount, startAliyun } from './aliyun-server.ts'
import { carrierSettings, startCarrier } from './carrier-server.ts'
import type { Answer, Request } from './provider-server.ts'
import { startTencent, tencentAccount } from './tencent-server.ts'

interface Sent {
  readonly phone: string
  readonly key: string
  /** What fills the template, or the whole text. */
  readonly said: readonly string[]
}

/** One provider on this machine, and our channel to it. */
export interface Provider {
  readonly answers: Answer[]
  readonly requests: readonly Request[]
  readonly port: number
  /** What it took. */
  sent(): Sent[]
  /** What the carrier reported of the newest one. */
  report(state: 'delivered' | 'failed'): void
  channel(wrong?: { readonly key?: string; readonly port?: number }): ReadyChannel
  close(): Promise<void>
}

export const aliyunSettings = (port: number, accessKeySecret = aliyunAccount.accessKeySecret) => ({
  ...aliyunAccount,
  accessKeySecret,
  endpoint: `127.0.0.1:${port}`,
  protocol: 'HTTP' as const,
  timeoutMs: 600,
  templates: {
    'tests.code@1': { zh: 'SMS_1001', parameters: ['unit', 'code'] },
    'tests.progress@2': { zh: 'SMS_1002', parameters: ['number'] },
  },
})

async function aliyunProvider(getNow: () => Date): Promise<Provider> {
  const server = await startAliyun(getNow)
  return {
    ...server,
    sent: () => server.records.map(({ phone, outId, parameters }) => ({ phone, key: outId, said: Object.values(parameters) })),
    report(state) {
      const newest = server.records.at(-1)
      if (newest)
        Object.assign(
          newest,
          state === 'delivered' ? { sendStatus: 3, errCode: 'DELIVERED' } : { sendStatus: 2, errCode: 'MOBILE_NOT_ON_SERVICE' },
        )
    },
    channel: ({ key, port = server.port } = {}) => ready(aliyun, aliyunSettings(port, key)),
  }
}

async function tencentProvider(getNow: () => Date, hasSessions: boolean): Promise<Provider> {
  const server = await startTencent(getNow)
  server.shows.sessions = hasSessions
  const { secretKey, ...account } = tencentAccount
  return {
    ...server,
    sent: () => server.records.map(({ phone, session, parameters }) => ({ phone: phone.slice(3), key: session, said: parameters })),
    report(state) {
      const newest = server.records.at(-1)
      if (newest)
        Object.assign(newest, state === 'delivered' ? { sendStatus: 2, statusCode: 'DELIVRD' } : { sendStatus: 4, statusCode: 'REJECTD' })
    },
    channel: ({ key, port = server.port } = {}) =>
      ready(tencent, {
        ...account,
        secretKey: key ?? secretKey,
        endpoint: `127.0.0.1:${port}`,
        protocol: 'http://',
        timeoutSeconds: 0.6,
        templates: {
          'tests.code@1': { zh: '110', parameters: ['unit', 'code'] },
          'tests.progress@2': { zh: '111', parameters: ['number'] },
        },
      }),
  }
}

async function carrierProvider(): Promise<Provider> {
  const server = await startCarrier()
  return {
    ...server,
    sent: () => server.records.map(({ phone, key, text }) => ({ phone, key, said: [text] })),
    report(state) {
      const newest = server.records.at(-1)
      if (newest) newest.state = state === 'delivered' ? 'DELIVRD' : 'REJECTD'
    },
    channel: ({ key, port = server.port } = {}) => ready(carrier, carrierSettings(port, key)),
  }
}

/** Every provider that can be asked, with the way it identifies what it took. */
export const providers: Readonly<Record<string, (getNow: () => Date) => Promise<Provider>>> = {
  aliyun: aliyunProvider,
  'tencent without sessions': (getNow) => tencentProvider(getNow, false),
  'tencent with sessions': (getNow) => tencentProvider(getNow, true),
  carrier: carrierProvider,
}
