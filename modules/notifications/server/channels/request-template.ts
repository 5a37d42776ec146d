import { createHash, createHmac, getHashes } from 'node:crypto'
import { z } from 'zod'

const Encoding = z.enum(['json', 'form', 'xml'])

const Signature = z.strictObject({
  /** What is signed, with the same placeholders as the request; `{body}` is the body as it is sent. */
  text: z.string().min(1),
  algorithm: z.enum(['hmac-sha256', 'hmac-sm3', 'hmac-sha1', 'sha256', 'sm3', 'md5']),
  /** Needed with `hmac-…`. */
  key: z.string().optional(),
  as: z.enum(['hex', 'HEX', 'base64']).default('hex'),
})

/** A request as a carrier's manual describes it. Placeholders are `{phone}` and so on; values of one's own are named beside it. */
export const RequestTemplate = z
  .strictObject({
    url: z.url({ protocol: /^https?$/ }),
    method: z.enum(['POST', 'PUT']).default('POST'),
    headers: z.record(z.string(), z.string()).default({}),
    encoding: Encoding.default('json'),
    body: z.string().min(1),
    sign: Signature.optional(),
  })
  .refine(({ sign }) => !sign?.algorithm.startsWith('hmac-') || sign.key !== undefined, {
    path: ['sign', 'key'],
    error: 'hmac needs a key',
  })
  .refine(({ body, sign }) => !(body.includes('{sign}') && sign?.text.includes('{body}')), {
    path: ['sign', 'text'],
    error: 'the body cannot hold a signature of itself: put {sign} into a header',
  })
  .refine(({ sign }) => sign === undefined || getHashes().includes(digestOf(sign.algorithm)), {
    path: ['sign', 'algorithm'],
    error: 'unknown here',
  })
export type RequestTemplate = z.output<typeof RequestTemplate>

const digestOf = (algorithm: string) => algorithm.replace('hmac-', '')

type Values = Readonly<Record<string, string>>

const xmlSigns: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const escapes: Readonly<Record<z.output<typeof Encoding>, (value: string) => string>> = {
  json: (value) => JSON.stringify(value).slice(1, -1),
  form: (value) => encodeURIComponent(value),
  xml: (value) => value.replaceAll(/[&<>"']/g, (sign) => xmlSigns[sign] ?? sign),
}
const contentTypes = { json: 'application/json', form: 'application/x-www-form-urlencoded', xml: 'application/xml' } as const

const placeholder = /\{([a-zA-Z][a-zA-Z0-9]*)\}/g
const fill = (text: string, values: Values, escape: (value: string) => string = String) =>
  text.replaceAll(placeholder, (whole, name: string) => (values[name] === undefined ? whole : escape(values[name])))

function signed({ text, algorithm, key = '', as }: z.output<typeof Signature>, values: Values): string {
  const plain = fill(text, values)
  const made = algorithm.startsWith('hmac-') ? createHmac(digestOf(algorithm), key).update(plain) : createHash(algorithm).update(plain)
  const digest = made.digest(as === 'base64' ? 'base64' : 'hex')
  return as === 'HEX' ? digest.toUpperCase() : digest
}

export interface Written {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The request with everything filled in, escaped as its encoding wants, and signed. */
export function writeRequest({ url, method, headers, encoding, body, sign }: RequestTemplate, given: Values): Written {
  const signsItself = sign && body.includes('{sign}')
  const early = signsItself ? { ...given, sign: signed(sign, given) } : given
  const text = fill(body, early, escapes[encoding])
  const late = sign && !signsItself ? { ...given, sign: signed(sign, { ...given, body: text }) } : early
  const filled = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), fill(value, late)]))
  return { url, method, headers: { 'content-type': `${contentTypes[encoding]}; charset=utf-8`, ...filled }, body: text }
}

/** The value at a path such as `data.0.msgId` of a JSON answer, as text; nothing if there is none. */
export function valueAt(answer: unknown, path: string): string | undefined {
  const found = path
    .split('.')
    .reduce<unknown>((at, step) => (at !== null && typeof at === 'object' ? (at as Record<string, unknown>)[step] : undefined), answer)
  return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean' ? String(found) : undefined
}
