import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { expect, it } from 'vitest'
import { checkCertificate } from './certificate-check.ts'
import { checkPort } from './machine-checks.ts'

const file = (name: string) => path.resolve(import.meta.dirname, '../../platform/testing/certificate', name)
const tls = { certFile: file('certificate.pem'), keyFile: file('key.pem') }

it('says how long a certificate holds, and that it does not where it has ended, is of another key or cannot be read', () => {
  expect(checkCertificate(tls, new Date('2027-01-01Z')).state).toBe('ok')
  expect(checkCertificate(tls, new Date('2999-01-01Z'))).toMatchObject({ state: 'fault', en: expect.stringContaining('expired') })
  expect(checkCertificate({ ...tls, keyFile: tls.certFile }, new Date('2027-01-01Z')).state).toBe('fault')
  expect(checkCertificate({ ...tls, certFile: '/no/such/file' }, new Date('2027-01-01Z')).state).toBe('fault')
})

it('knows its own program on the port also by TLS', async () => {
  const server = createServer({ cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) }, (_request, answer) =>
    answer.end('{"status":"ok"}'),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  expect(await checkPort({ host: '127.0.0.1', port, tls })).toMatchObject({
    state: 'ok',
    en: expect.stringContaining('served by Daylight'),
  })
  server.close()
})
