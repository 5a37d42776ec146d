import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import v8 from 'node:v8'
import { v7 as uuid } from 'uuid'
import { type Connection, openDatabase } from '#platform/server/database.ts'
import { openVault } from '#platform/server/vault.ts'
import { dropDurability } from './query/durability.ts'
import type { Recording, Statement, Turns, Value } from './query/recording.ts'

/** How the parent says what to serve. */
export interface BareOrder {
  readonly connection: Connection
  readonly home: string
  readonly isDurable: boolean
  /** Recordings, serialized. */
  readonly recordings: string
}

interface Fresh {
  readonly now: number
  readonly tokenHash: Buffer
}

function valueOf(value: Value, { now, tokenHash }: Fresh): unknown {
  switch (value.kind) {
    case 'fixed':
      return value.value
    case 'time':
      return new Date(now + value.afterMs)
    case 'token-hash':
      return tokenHash
    case 'new-id':
      return uuid()
  }
}

const indexDigits = 4
/** A token that says which recording it stands for, in as many characters as the product's. */
const newToken = (index: number): string =>
  index.toString(36).padStart(indexDigits, '0') + randomBytes(32).toString('base64url').slice(indexDigits)
const indexOf = (token: string): number => Number.parseInt(token.slice(0, indexDigits), 36)

const reads = ({ text }: Statement): boolean => /^\s*select\b/i.test(text) && !text.includes('clock_timestamp')
const onlyReads = (turns: Turns): Turns => turns.map((turn) => turn.filter(reads)).filter((turn) => turn.length > 0)

/**
 * The ceiling: `node:http` and `pg` alone. It asks the statements that were recorded, in the same transactions, on as many connections,
 * and answers the recorded bytes. Below `/read-only` it asks only those that change nothing.
 */
async function serve({ connection, home, isDurable, recordings: file }: BareOrder): Promise<void> {
  const recordings = v8.deserialize(readFileSync(file)) as Recording[]
  const vault = await openVault({ folder: path.join(home, 'keys'), keys: null, kind: 'aes-256-gcm' })
  const { pool } = openDatabase(connection, () => undefined)
  if (!isDurable) dropDurability(pool)
  const byForm = new Map(recordings.map((recording, index) => [recording.form, { recording, index }]))
  const readOnly = recordings.map(({ confirm, page }) => ({ confirm: onlyReads(confirm.turns), page: onlyReads(page.turns) }))

  const ask = async (turns: Turns, fresh: Fresh): Promise<void> => {
    for (const turn of turns) {
      const client = await pool.connect()
      for (const { name, text, values } of turn) {
        const given = values.map((value) => valueOf(value, fresh))
        await (name === undefined ? client.query(text, given) : client.query({ name, text, values: given }))
      }
      client.release()
    }
  }
  const hashOf = (token: string): Buffer => vault.hash('session', `public-query:${token}`)

  const confirm = async (form: string, isReadOnly: boolean, response: ServerResponse): Promise<void> => {
    const { recording, index } = byForm.get(form) as { recording: Recording; index: number }
    const token = newToken(index)
    await ask(isReadOnly ? (readOnly[index]?.confirm ?? []) : recording.confirm.turns, { now: Date.now(), tokenHash: hashOf(token) })
    const cookie = `daylight_view=${recording.bureauCode}.${token}; Max-Age=900; Path=/q; HttpOnly; SameSite=Strict`
    response.writeHead(303, { ...recording.confirm.headers, 'set-cookie': cookie }).end()
  }
  const show = async (cookie: string, isReadOnly: boolean, response: ServerResponse): Promise<void> => {
    const token = cookie.slice(cookie.indexOf('.') + 1)
    const index = indexOf(token)
    const { page } = recordings[index] as Recording
    await ask(isReadOnly ? (readOnly[index]?.page ?? []) : page.turns, { now: Date.now(), tokenHash: hashOf(token) })
    response.writeHead(200, page.headers).end(page.body)
  }
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const isReadOnly = request.url?.startsWith('/read-only') ?? false
    const fail = (error: Error) => response.writeHead(500).end(error.message)
    if (request.method === 'GET') return void show(request.headers.cookie ?? '', isReadOnly, response).catch(fail)
    let form = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => (form += part))
    request.on('end', () => void confirm(form, isReadOnly, response).catch(fail))
  }
  const server = createServer(answer)
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
}

process.once('message', (order: BareOrder) => void serve(order))
process.once('disconnect', () => process.exit(0))
