import { Agent, request } from 'node:http'
import type { Shot } from './shots.ts'

export interface Answer {
  /** 0 if the server closed the line without a word, which it may only do to somebody who sends what it has already refused. */
  readonly status: number
  readonly type: string
  readonly body: string
  readonly ms: number
}

/** Longer is a hang. */
const patienceMs = 15_000
const piece = 65_536

export const lines = (): Agent => new Agent({ keepAlive: true, maxSockets: 1 })

export function send(agent: Agent, port: number, shot: Shot, headers: Readonly<Record<string, string>>): Promise<Answer> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const length = shot.payload && !shot.isChunked ? { 'content-length': String(shot.payload.length) } : {}
    const sending = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        method: shot.method,
        path: shot.address,
        headers: { ...headers, ...shot.headers, ...length },
        timeout: patienceMs,
      },
      (answer) => {
        const pieces: Buffer[] = []
        answer.on('data', (one: Buffer) => void pieces.push(one))
        const end = () =>
          resolve({
            status: answer.statusCode ?? 0,
            type: String(answer.headers['content-type'] ?? ''),
            body: Buffer.concat(pieces).toString(),
            ms: performance.now() - began,
          })
        answer.on('end', end).on('error', end)
      },
    )
    sending.on('timeout', () => sending.destroy(new Error(`no answer within ${patienceMs} ms`)))
    sending.on('error', (error: NodeJS.ErrnoException) =>
      ['EPIPE', 'ECONNRESET'].includes(error.code ?? '')
        ? resolve({ status: 0, type: '', body: '', ms: performance.now() - began })
        : reject(new Error(`${shot.method} ${shot.address.slice(0, 200)} (${shot.way}): ${error.message}`)),
    )
    for (let at = 0; shot.payload && at < shot.payload.length; at += piece) sending.write(shot.payload.subarray(at, at + piece))
    sending.end()
  })
}
