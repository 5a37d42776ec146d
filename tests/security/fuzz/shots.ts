import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { type Drawn, inputsFor, markHere } from './drawn-inputs.ts'
import type { Target } from './targets.ts'

/** One request as it goes onto the wire. */
export interface Shot {
  readonly way: Way
  readonly method: string
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload: Buffer | null
  /** Sent in pieces and without its length. */
  readonly isChunked: boolean
}

const ways = [
  'plain',
  'bad-utf8',
  'cut-off',
  'deep-array',
  'deep-object',
  'same-key-twice',
  'ten-megabytes',
  'ten-megabytes-chunked',
  'other-type',
  'gzip',
  'utf-16',
  'empty',
  'not-an-object',
  'odd-address',
  'long-address',
  'other-method',
] as const
export type Way = (typeof ways)[number]
export const allWays: readonly Way[] = ways

const rare: ReadonlySet<Way> = new Set(['ten-megabytes', 'ten-megabytes-chunked'])

const wayOf = fc.oneof(...ways.map((way) => ({ weight: way === 'plain' ? 150 : rare.has(way) ? 1 : 5, arbitrary: fc.constant(way) })))

const tenMegabytes = 10 * 1_048_576
const depth = 100_000

const asText = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : value === undefined
      ? ''
      : (JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? 0 : one)) ?? '')

/** In an address no text may hold half a character; what a browser would make of it is sent. */
const encoded = (value: unknown): string => encodeURIComponent(asText(value).toWellFormed())

const bodies: Readonly<Partial<Record<Way, (text: string) => Buffer | null>>> = {
  'bad-utf8': (text) =>
    Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0x22, 0xc3, 0x28, 0xff, 0xed, 0xa0, 0x80]), Buffer.from('"}')]),
  'cut-off': (text) => Buffer.from(text.slice(0, Math.ceil(text.length / 2))),
  'deep-array': () => Buffer.from(`{"note":${'['.repeat(depth)}${']'.repeat(depth)}}`),
  'deep-object': () => Buffer.from(`${'{"note":'.repeat(depth)}1${'}'.repeat(depth)}`),
  'same-key-twice': (text) =>
    Buffer.from(`${text.slice(0, -1)}${text.length > 2 ? ',' : ''}"id":"${markHere}","id":null,"__proto__":{"kind":"x"}}`),
  'ten-megabytes': () => Buffer.alloc(tenMegabytes, '{"a":"'),
  'ten-megabytes-chunked': () => Buffer.alloc(tenMegabytes, '{"a":"'),
  gzip: (text) => gzipSync(text),
  'utf-16': (text) => Buffer.from(text, 'utf16le'),
  empty: () => Buffer.alloc(0),
  'not-an-object': () => Buffer.from(`"${markHere}"`),
}

const typeFor: Readonly<Partial<Record<Way, string>>> = {
  'other-type': 'multipart/form-data; boundary=x',
  'utf-16': 'application/json; charset=utf-16le',
}

function addressOf({ path, method }: Target, way: Way, input: Drawn): { address: string; rest: Drawn } {
  const named = new Set([...path.matchAll(/\{([A-Za-z]+)\}/g)].map(([, name]) => name as string))
  const odd = ['%00', '%ff%fe', '%zz', '..%2f..%2fapi', '%F0%9F%98%80', '%C0%AE', 'x'.repeat(500), '*', ';jsessionid=1']
  const filled = path.replaceAll(/\{([A-Za-z]+)\}/g, (_, name: string) =>
    way === 'odd-address' ? (odd[asText(input[name]).length % odd.length] as string) : encoded(input[name]).slice(0, 2_000) || 'x',
  )
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !named.has(name)))
  const query =
    method === 'GET'
      ? Object.entries(rest).flatMap(([name, value]) => [value].flat().map((one) => `${encoded(name)}=${encoded(one).slice(0, 3_000)}`))
      : []
  const strange = way === 'odd-address' ? ['limit=1', 'limit=2', '__proto__=x', 'a[b]=c', 'after=%zz', '=', '&&', 'number=%00'] : []
  const long = way === 'long-address' ? [`x=${'y'.repeat(12_000)}`] : []
  const all = [...query.slice(0, 4), ...strange, ...long]
  return { address: all.length === 0 ? filled : `${filled}?${all.join('&')}`, rest }
}

const formText = (rest: Drawn): string =>
  Object.entries(rest)
    .map(([name, value]) => `${encoded(name)}=${encoded(value).slice(0, 9_000)}`)
    .join('&')

/** A request to this address, whatever it may be. */
export const shotsAt = (target: Target, ids: readonly string[]): fc.Arbitrary<Shot> =>
  fc.tuple(wayOf, inputsFor(target.schema, ids)).map(([way, input]) => {
    const { address, rest } = addressOf(target, way, input)
    const text = target.isForm ? formText(rest) : JSON.stringify(rest)
    const hasBody = target.method !== 'GET' && (target.method !== 'DELETE' || way !== 'plain')
    const type = target.isForm ? 'application/x-www-form-urlencoded' : 'application/json'
    return {
      way,
      method: way === 'other-method' ? (target.method === 'GET' ? 'PATCH' : 'PUT') : target.method,
      address,
      headers: {
        ...(hasBody && { 'content-type': typeFor[way] ?? type }),
        ...(way === 'gzip' && { 'content-encoding': 'gzip' }),
      },
      payload: hasBody ? (bodies[way] ?? Buffer.from)(text) : null,
      isChunked: way === 'ten-megabytes-chunked',
    }
  })

/** The shot with its own mark in place of the drawn one; the mark stands in body and address. */
export function marked(shot: Shot, mark: string): Shot {
  const inAddress = encodeURIComponent(markHere)
  const payload =
    shot.payload && shot.payload.length < 1_000_000
      ? Buffer.from(
          shot.payload.toString('latin1').replaceAll(Buffer.from(markHere).toString('latin1'), mark).replaceAll(inAddress, mark),
          'latin1',
        )
      : shot.payload
  return { ...shot, address: shot.address.replaceAll(inAddress, mark), payload }
}
