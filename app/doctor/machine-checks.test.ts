import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { day } from '#kernel/beijing-time.ts'
import { checkHolidays, checkNode, checkPort, checkTransport } from './machine-checks.ts'

const host = '127.0.0.1'

async function serving(body: string): Promise<{ port: number; close: () => void }> {
  const server = createServer((_request, response) => response.end(body)).listen(0, host)
  await once(server, 'listening')
  return { port: (server.address() as AddressInfo).port, close: () => server.close() }
}

describe('the doctor', () => {
  it('wants Node 24 and says how to get it', () => {
    expect(checkNode('v24.21.0').state).toBe('ok')
    expect(checkNode('v20.20.2')).toMatchObject({ state: 'fault', mend: 'npm ci' })
  })

  it('tells our own port from one that is taken', async () => {
    const ours = await serving('{"status":"ok"}')
    const others = await serving('hello')
    expect(await checkPort({ host, port: ours.port, tls: null })).toMatchObject({
      state: 'ok',
      en: expect.stringContaining('served by Daylight'),
    })
    expect(await checkPort({ host, port: others.port, tls: null })).toMatchObject({
      state: 'fault',
      mend: `PORT=${others.port + 1} npm start`,
    })
    ours.close()
    others.close()
  })

  it('warns of plain HTTP on an open address, and of a proxy nobody named', () => {
    const secure = {
      host: '10.0.0.5',
      publicUrl: 'https://a.example.cn',
      staffUrl: 'https://b.example.cn',
      trustedProxies: ['10.0.0.2'],
      tls: null,
    }
    expect(checkTransport({ ...secure, host }).state).toBe('ok')
    expect(checkTransport(secure).state).toBe('ok')
    expect(checkTransport({ ...secure, publicUrl: 'http://a.example.cn' })).toMatchObject({
      state: 'warning',
      en: expect.stringContaining('not encrypted'),
    })
    expect(checkTransport({ ...secure, trustedProxies: [] }).state).toBe('warning')
    expect(checkTransport({ ...secure, trustedProxies: [], tls: { certFile: 'x', keyFile: 'y' } }).state).toBe('ok')
  })

  it('asks for next year’s holidays from November on', () => {
    expect(checkHolidays(day('2026-10-20')).state).toBe('ok')
    expect(checkHolidays(day('2026-11-24'))).toMatchObject({ state: 'warning', mend: 'data/holidays/2027.json' })
    expect(checkHolidays(day('2031-03-01')).state).toBe('fault')
  })
})
