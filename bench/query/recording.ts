import { isDeepStrictEqual } from 'node:util'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import type { Receipt } from './receipts.ts'

/** A value of a statement: the same each time, or made anew. */
export type Value =
  | { readonly kind: 'fixed'; readonly value: unknown }
  | { readonly kind: 'token-hash' }
  | { readonly kind: 'new-id' }
  | { readonly kind: 'time'; readonly afterMs: number }

export interface Statement {
  readonly name: string | undefined
  readonly text: string
  readonly values: readonly Value[]
}

/** What one request asks of the database: statements by the connection that they share, transactions included. */
export type Turns = readonly (readonly Statement[])[]

/** One complete query as the product answered it: what a bare peer has to ask and to say to do the same. */
export interface Recording {
  readonly form: string
  readonly bureauCode: string
  readonly confirm: { readonly turns: Turns; readonly headers: Readonly<Record<string, string>> }
  readonly page: { readonly turns: Turns; readonly headers: Readonly<Record<string, string>>; readonly body: string }
}

interface Asked {
  readonly name: string | undefined
  readonly text: string
  readonly values: readonly unknown[]
}

type Query = string | { name?: string; text: string; values?: unknown[] }

/** Writes down every statement that passes through the pool, by the borrowing that it belongs to. */
export class Recorder {
  #turns: Asked[][] = []
  /** Lets the pool be what it was. */
  readonly stop: () => void

  constructor(pool: pg.Pool) {
    const { connect: before } = pool
    const connect = before.bind(pool) as () => Promise<pg.PoolClient>
    this.stop = () => void Object.assign(pool, { connect: before })
    const watched = async () => {
      const client = await connect()
      const turn: Asked[] = []
      this.#turns.push(turn)
      const query = (asked: Query, values: unknown[] = []) => {
        turn.push(
          typeof asked === 'string'
            ? { name: undefined, text: asked, values }
            : { name: asked.name, text: asked.text, values: asked.values ?? [] },
        )
        return typeof asked === 'string' ? client.query(asked, values) : client.query(asked)
      }
      return { query, release: () => client.release() }
    }
    Object.assign(pool, { connect: watched })
  }

  take(): readonly Asked[][] {
    const taken = this.#turns
    this.#turns = []
    return taken
  }
}

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What differs between two runs of the same query is what the product makes anew each time. */
function valueOf(one: unknown, other: unknown, beganAt: Date): Value {
  if (isDeepStrictEqual(one, other)) return { kind: 'fixed', value: other }
  if (other instanceof Date) return { kind: 'time', afterMs: other.getTime() - beganAt.getTime() }
  if (Buffer.isBuffer(other)) return { kind: 'token-hash' }
  if (typeof other === 'string' && uuidForm.test(other)) return { kind: 'new-id' }
  throw new Error(`this bench does not know how to make anew what is ${typeof other}`)
}

function compared(one: readonly Asked[][], other: readonly Asked[][], beganAt: Date): Turns {
  const texts = (turns: readonly Asked[][]) => turns.map((turn) => turn.map(({ text }) => text))
  if (!isDeepStrictEqual(texts(one), texts(other))) throw new Error('two queries of one receipt asked different statements')
  return other.map((turn, at) =>
    turn.map(({ name, text, values }, index) => ({
      name,
      text,
      values: values.map((value, place) => valueOf(one[at]?.[index]?.values[place], value, beganAt)),
    })),
  )
}

interface Run {
  readonly beganAt: Date
  readonly confirm: readonly Asked[][]
  readonly page: readonly Asked[][]
  readonly bureauCode: string
  readonly headers: readonly [confirm: Record<string, string>, page: Record<string, string>]
  readonly body: string
}

const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' }
// why: Node sends these by itself, and the cookie is made anew.
const ownHeaders = new Set(['date', 'connection', 'set-cookie'])
const plain = (headers: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (ownHeaders.has(name) ? [] : [[name, String(value)]])))

async function run(http: FastifyInstance, recorder: Recorder, { form, address }: Receipt): Promise<Run> {
  recorder.take()
  const beganAt = new Date()
  const confirmed = await http.inject({ method: 'POST', url: '/q/confirm', payload: form, headers: formHeaders, remoteAddress: address })
  const confirm = recorder.take()
  const cookie = confirmed.cookies[0]?.value
  if (confirmed.statusCode !== 303 || cookie === undefined) throw new Error(`the product refused a right code with ${confirmed.statusCode}`)
  const shown = await http.inject({ method: 'GET', url: confirmed.headers.location ?? '', headers: { cookie: `daylight_view=${cookie}` } })
  if (shown.statusCode !== 200) throw new Error(`the product showed no page: ${shown.statusCode}`)
  return {
    beganAt,
    confirm,
    page: recorder.take(),
    bureauCode: cookie.split('.')[0] ?? '',
    headers: [plain(confirmed.headers), plain(shown.headers)],
    body: shown.body,
  }
}

/** Asks the product twice for the same receipt and keeps what it takes to do the same without it. */
export async function recordQuery(http: FastifyInstance, recorder: Recorder, receipt: Receipt): Promise<Recording> {
  const first = await run(http, recorder, receipt)
  const second = await run(http, recorder, receipt)
  return {
    form: receipt.form,
    bureauCode: second.bureauCode,
    confirm: { turns: compared(first.confirm, second.confirm, second.beganAt), headers: second.headers[0] },
    page: { turns: compared(first.page, second.page, second.beganAt), headers: second.headers[1], body: second.body },
  }
}
