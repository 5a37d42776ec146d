import { existsSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Connection } from './database.ts'
import type { SignOnSetting } from './sign-on-setting.ts'

/** Everything an administrator can set, read once. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly home: string
  /** Null stands for the embedded database. */
  readonly databaseUrl: string | null
  /** Handed over by the launcher that runs the embedded database; not for people. */
  readonly embeddedConnection: Connection | null
  readonly publicUrl: string
  readonly staffUrl: string
  readonly trustedProxies: readonly string[]
  readonly serve: 'all'
  /** Files in PEM; null: the line is open, as behind a proxy. */
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null
  /** From where `/metrics` may be read. */
  readonly metricsFrom: readonly string[]
  /** App processes of this launcher; more than one share the port. */
  readonly processes: number
  /** Null: the default (§ demo) decides. */
  readonly demo: boolean | null
  readonly demoPublic: boolean
  /** International algorithms, or the national ones of China (SM2, SM3, SM4). */
  readonly crypto: 'international' | 'national'
  /** Keys given by setting, the oldest first, or the folder that they lie in; null: `home/keys`. */
  readonly keys: readonly string[] | string | null
  /** A folder (absolute) or an address; null: signed heads stay on this machine. */
  readonly headsTo: string | null
  /** A file with the settings of messages; null without one. */
  readonly messagesFile: string | null
  readonly signOn: SignOnSetting | null
}

/** Every wrong setting at once, each with an example of a right one. */
export class ConfigFault extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.name = 'ConfigFault'
    this.faults = faults
  }
}

const examples: Record<string, string> = {
  PORT: 'PORT=3000',
  HOST: 'HOST=127.0.0.1',
  DAYLIGHT_HOME: 'DAYLIGHT_HOME=/var/lib/daylight',
  DATABASE_URL: 'DATABASE_URL=postgresql://daylight:secret@10.0.0.5/daylight',
  DAYLIGHT_PUBLIC_URL: 'DAYLIGHT_PUBLIC_URL=https://gongan.example.cn',
  DAYLIGHT_STAFF_URL: 'DAYLIGHT_STAFF_URL=https://daylight.gongan.intra',
  DAYLIGHT_TRUSTED_PROXIES: 'DAYLIGHT_TRUSTED_PROXIES=10.0.0.2,10.0.0.3',
  DAYLIGHT_SERVE: 'DAYLIGHT_SERVE=all',
  DAYLIGHT_TLS_CERT: 'DAYLIGHT_TLS_CERT=/etc/daylight/fullchain.pem',
  DAYLIGHT_TLS_KEY: 'DAYLIGHT_TLS_KEY=/etc/daylight/key.pem',
  DAYLIGHT_METRICS_FROM: 'DAYLIGHT_METRICS_FROM=127.0.0.1,10.0.0.9',
  DAYLIGHT_PROCESSES: 'DAYLIGHT_PROCESSES=2',
  DAYLIGHT_OIDC_ISSUER: 'DAYLIGHT_OIDC_ISSUER=https://id.gongan.intra',
  DAYLIGHT_OIDC_CLIENT_ID: 'DAYLIGHT_OIDC_CLIENT_ID=daylight',
  DAYLIGHT_OIDC_CLIENT_SECRET: 'DAYLIGHT_OIDC_CLIENT_SECRET=…',
  DAYLIGHT_OIDC_CLAIM: 'DAYLIGHT_OIDC_CLAIM=preferred_username',
  DAYLIGHT_DEMO: 'DAYLIGHT_DEMO=0',
  DAYLIGHT_DEMO_PUBLIC: 'DAYLIGHT_DEMO_PUBLIC=1',
  DAYLIGHT_CRYPTO: 'DAYLIGHT_CRYPTO=national',
  DAYLIGHT_KEYS: 'DAYLIGHT_KEYS=/run/credentials/daylight',
  DAYLIGHT_AUDIT_HEADS_TO: 'DAYLIGHT_AUDIT_HEADS_TO=/mnt/heads',
  DAYLIGHT_MESSAGES_FILE: 'DAYLIGHT_MESSAGES_FILE=/etc/daylight/messages.json',
}
const internal = 'DAYLIGHT_INTERNAL_DATABASE'
const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/

const origin = z.url({ protocol: /^https?$/ }).refine((text) => URL.canParse(text) && new URL(text).pathname === '/', { error: 'no path' })
const address = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])

const addresses = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform((text) =>
      text
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
    )
    .pipe(z.array(address))

const settings = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.union([z.ipv4(), z.ipv6(), z.hostname()]).default('127.0.0.1'),
  DAYLIGHT_HOME: z.string().min(1).default('./var'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DAYLIGHT_PUBLIC_URL: origin.optional(),
  DAYLIGHT_STAFF_URL: origin.optional(),
  DAYLIGHT_TRUSTED_PROXIES: addresses(''),
  DAYLIGHT_TLS_CERT: z.string().optional(),
  DAYLIGHT_TLS_KEY: z.string().optional(),
  DAYLIGHT_METRICS_FROM: addresses('127.0.0.1,::1'),
  DAYLIGHT_PROCESSES: z.coerce.number().int().min(1).max(16).default(1),
  DAYLIGHT_SERVE: z.enum(['all']).default('all'),
  DAYLIGHT_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  DAYLIGHT_OIDC_CLIENT_ID: z.string().min(1).optional(),
  DAYLIGHT_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  DAYLIGHT_OIDC_CLAIM: z.string().min(1).default('preferred_username'),
  DAYLIGHT_DEMO: z.enum(['0', '1']).optional(),
  DAYLIGHT_DEMO_PUBLIC: z.enum(['0', '1']).default('0'),
  DAYLIGHT_CRYPTO: z.enum(['international', 'national']).default('international'),
  DAYLIGHT_KEYS: z.union([z.string().startsWith('/'), z.string().regex(/^[\w-]{43}(,[\w-]{43})*$/)]).optional(),
  DAYLIGHT_AUDIT_HEADS_TO: z.union([z.url({ protocol: /^https?$/ }), z.string().startsWith('/')]).optional(),
  DAYLIGHT_MESSAGES_FILE: z.string().min(1).optional(),
  [internal]: z.string().optional(),
})

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the environment, and is the only one to do so. Throws a ConfigFault that lists every fault. */
export function readConfig(environment: Environment = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const unknown = Object.keys(given)
    .filter((name) => name.startsWith('DAYLIGHT_') && name !== internal && !(name in examples))
    .map((name) => `${name}：没有这个设置。可用的有 / no such setting, known are: ${Object.keys(examples).join(', ')}`)
  const read = settings.safeParse(given)
  const wrong = read.success ? [] : [...new Set(read.error.issues.map((issue) => String(issue.path[0])))].map(faultOf(given))
  if (!read.success || unknown.length > 0) throw new ConfigFault([...wrong, ...unknown])
  return assemble(read.data)
}

/** The environment of the app process: the launcher's own, and the way to its embedded database. */
export const environmentOfApp = (embedded: Connection | null): Environment =>
  embedded === null ? process.env : { ...process.env, [internal]: JSON.stringify(embedded) }

// why: a database URL holds a password, and keys are secret, so the value given is shown for the others only.
const secretSettings = ['DATABASE_URL', 'DAYLIGHT_KEYS', 'DAYLIGHT_OIDC_CLIENT_SECRET']
const faultOf = (given: Environment) => (name: string) =>
  `${name}${secretSettings.includes(name) ? '' : `=${given[name]}`}：设置有误，例如 / is not valid, for example: ${examples[name] ?? ''}`

type Read = z.output<typeof settings>

/** The addresses of both sites; one that listens everywhere cannot guess by which name it is reached. */
function addressesOf(read: Read, tls: Config['tls']): Pick<Config, 'publicUrl' | 'staffUrl'> {
  const isEverywhere = read.HOST === '0.0.0.0' || read.HOST === '::'
  if (isEverywhere && !read.DAYLIGHT_PUBLIC_URL)
    throw new ConfigFault([
      `HOST=${read.HOST} 时必须设置 DAYLIGHT_PUBLIC_URL（二维码和短信里的网址），例如 / needs DAYLIGHT_PUBLIC_URL (the address in QR codes and messages), for example: ${examples['DAYLIGHT_PUBLIC_URL']}`,
    ])
  const host = read.HOST.includes(':') ? `[${read.HOST}]` : read.HOST
  const publicUrl = new URL(read.DAYLIGHT_PUBLIC_URL ?? `${tls ? 'https' : 'http'}://${host}:${read.PORT}`).origin
  return { publicUrl, staffUrl: read.DAYLIGHT_STAFF_URL ? new URL(read.DAYLIGHT_STAFF_URL).origin : publicUrl }
}

const keysIn = (text: string): Config['keys'] => (text.startsWith('/') ? text : text.split(','))
const given = <Value, Made>(value: Value | undefined, made: (value: Value) => Made): Made | null =>
  value === undefined ? null : made(value)

function assemble(read: Read): Config {
  const tls = tlsOf(read)
  const config: Config = {
    port: read.PORT,
    host: read.HOST,
    home: path.resolve(read.DAYLIGHT_HOME),
    databaseUrl: read.DATABASE_URL ?? null,
    embeddedConnection: given(read[internal], (text) => JSON.parse(text) as Connection),
    ...addressesOf(read, tls),
    trustedProxies: read.DAYLIGHT_TRUSTED_PROXIES,
    serve: read.DAYLIGHT_SERVE,
    tls,
    metricsFrom: read.DAYLIGHT_METRICS_FROM,
    processes: read.DAYLIGHT_PROCESSES,
    demo: given(read.DAYLIGHT_DEMO, (mark) => mark === '1'),
    demoPublic: read.DAYLIGHT_DEMO_PUBLIC === '1',
    crypto: read.DAYLIGHT_CRYPTO,
    keys: given(read.DAYLIGHT_KEYS, keysIn),
    headsTo: read.DAYLIGHT_AUDIT_HEADS_TO ?? null,
    messagesFile: given(read.DAYLIGHT_MESSAGES_FILE, (file) => path.resolve(file)),
    signOn: signOnOf(read),
  }
  return { ...config, demo: refuseOpenDemo(config, !loopback.test(read.HOST)) }
}

/** Both files or none; that they can be read is tried at the start, so that a wrong path is not found by the first visitor. */
function tlsOf({ DAYLIGHT_TLS_CERT: certFile, DAYLIGHT_TLS_KEY: keyFile }: z.output<typeof settings>): Config['tls'] {
  if (certFile === undefined && keyFile === undefined) return null
  const both = { DAYLIGHT_TLS_CERT: certFile, DAYLIGHT_TLS_KEY: keyFile }
  const faults = Object.entries(both).flatMap(([name, file]) =>
    file === undefined || !existsSync(file)
      ? [
          `${name}=${file ?? ''}：证书和私钥两个文件都要有，例如 / certificate and key are both needed, as files, for example: ${examples[name]}`,
        ]
      : [],
  )
  if (certFile === undefined || keyFile === undefined || faults.length > 0) throw new ConfigFault(faults)
  return { certFile: path.resolve(certFile), keyFile: path.resolve(keyFile) }
}

/** All three, or none: half of them would look as if it worked. */
function signOnOf(read: z.output<typeof settings>): SignOnSetting | null {
  const { DAYLIGHT_OIDC_ISSUER: issuer, DAYLIGHT_OIDC_CLIENT_ID: clientId, DAYLIGHT_OIDC_CLIENT_SECRET: clientSecret } = read
  if (issuer && clientId && clientSecret) return { issuer, clientId, clientSecret, claim: read.DAYLIGHT_OIDC_CLAIM }
  if (!issuer && !clientId && !clientSecret) return null
  const missing = ['DAYLIGHT_OIDC_ISSUER', 'DAYLIGHT_OIDC_CLIENT_ID', 'DAYLIGHT_OIDC_CLIENT_SECRET'] as const
  throw new ConfigFault(
    missing
      .filter((name) => !read[name])
      .map((name) => `单点登录还缺 / single sign-on lacks ${name}，例如 / for example: ${examples[name]}`),
  )
}

/** On an open address the demo is off unless it is said twice that it may be seen. */
function refuseOpenDemo(config: Config, isOpen: boolean): boolean | null {
  if (isOpen && config.demo === true && !config.demoPublic)
    throw new ConfigFault([
      `演示数据不能在 HOST=${config.host} 上公开。确需公开请加 / The demo must not be open on this HOST; if you mean it, add: ${examples['DAYLIGHT_DEMO_PUBLIC']}`,
    ])
  return config.demo
}

export const isLoopback = (host: string): boolean => loopback.test(host)
