import { readFileSync } from 'node:fs'
import { get } from 'node:https'
import { type AddressInfo, connect } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ledgerModule } from '#platform/testing/ledger.ts'
import { createWorld, type World } from '#platform/testing/world.ts'
import { createHttp, type HttpParts } from './http.ts'
import { usualLimits } from './http-limits.ts'

const certificate = (name: string) => readFileSync(path.resolve(import.meta.dirname, '../testing/certificate', name))
const impatient = { ...usualLimits, headMs: 300, requestMs: 600, silentMs: 2_000, checkEveryMs: 50 }

let world: World
let server: FastifyInstance
let port: number
beforeAll(async () => {
  world = await createWorld([ledgerModule()])
  server = await open()
  port = (server.server.address() as AddressInfo).port
})
afterAll(async () => {
  await server.close()
  await world.close()
})

async function open(parts: Pick<HttpParts, 'tls' | 'limits'> = {}): Promise<FastifyInstance> {
  const http = await createHttp({
    modules: [ledgerModule()],
    getPlatform: () => world.platform,
    identify: async () => null,
    limits: impatient,
    ...parts,
  })
  http.get('/slow', async () => {
    await pause(400)
    return { done: true }
  })
  await http.listen({ host: '127.0.0.1', port: 0 })
  return http
}

/** Everything that the server says to these bytes, until it closes the line. */
function told(bytes: string): Promise<string> {
  const line = connect(port, '127.0.0.1')
  return new Promise((resolve) => {
    let heard = ''
    line.on('data', (piece) => void (heard += piece.toString()))
    line.on('close', () => resolve(heard))
    line.on('error', () => undefined)
    line.write(bytes)
  })
}

describe('a line that is slow or makes no sense', () => {
  it.each([
    ['a head that does not end', 'GET / HTTP/1.1\r\nhost: x\r\n', '408 Request Timeout'],
    [
      'a body that does not come',
      'POST /api/notes HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
      '408 Request Timeout',
    ],
    [
      'a head of more than 16 kB',
      `GET /SECRET HTTP/1.1\r\nhost: x\r\nx-long: ${'y'.repeat(17_000)}\r\n\r\n`,
      '431 Request Header Fields Too Large',
    ],
    ['what is not HTTP', 'SECRET\r\n\r\n', '400 Bad Request'],
    ['two lengths', 'POST /SECRET HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n', '400 Bad Request'],
    [
      'length and pieces at once',
      'POST /SECRET HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      '400 Bad Request',
    ],
  ])('%s is answered in one line and closed', async (_, bytes, answer) => {
    const heard = await told(bytes)
    expect(heard).toMatch(`HTTP/1.1 ${answer}`)
    expect(heard).not.toContain('SECRET')
  })

  it('does not hold up others', async () => {
    const patient = await open({ limits: { ...impatient, headMs: 20_000, requestMs: 20_000, silentMs: 20_000 } })
    const { port: at } = patient.server.address() as AddressInfo
    const slow = Array.from({ length: 200 }, () => connect(at, '127.0.0.1').on('error', () => undefined))
    for (const line of slow) line.write('GET / HTTP/1.1\r\nhost: x\r\n')
    const began = performance.now()
    expect((await fetch(`http://127.0.0.1:${at}/nowhere`)).status).toBe(404)
    expect(performance.now() - began).toBeLessThan(10_000)
    for (const line of slow) line.destroy()
    await patient.close()
  })
})

describe('a server that ends', () => {
  it('answers what it has begun, and what comes meanwhile on a line that is open', async () => {
    const ending = await open()
    const { port: at } = ending.server.address() as AddressInfo
    const line = connect(at, '127.0.0.1')
    const heard: string[] = []
    line.on('data', (piece) => void heard.push(piece.toString()))
    const closed = new Promise((resolve) => line.on('close', resolve))
    line.write('GET /slow HTTP/1.1\r\nhost: x\r\n\r\n')
    await pause(100)
    const gone = ending.close()
    line.write('GET /slow HTTP/1.1\r\nhost: x\r\n\r\n')
    await Promise.all([gone, closed])
    expect(heard.join('').match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2)
  })
})

describe('with a certificate', () => {
  it('speaks TLS 1.2 or newer, and tells browsers to come back that way only', async () => {
    const cert = certificate('certificate.pem')
    const secure = await open({ tls: { cert, key: certificate('key.pem') } })
    const at = (secure.server.address() as AddressInfo).port
    const ask = (options: object) =>
      new Promise<{ status: number | undefined; hsts: unknown }>((resolve, reject) => {
        get({ host: '127.0.0.1', port: at, path: '/nowhere', ca: cert, ...options }, (answer) => {
          answer.resume()
          resolve({ status: answer.statusCode, hsts: answer.headers['strict-transport-security'] })
        }).on('error', reject)
      })
    expect(await ask({})).toEqual({ status: 404, hsts: 'max-age=31536000' })
    await expect(ask({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' })).rejects.toThrow(
      /alert|protocol|ECONNRESET/i,
    )
    await secure.close()
    expect((await fetch(`http://127.0.0.1:${port}/nowhere`)).headers.get('strict-transport-security')).toBeNull()
  })
})
