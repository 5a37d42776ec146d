import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { connect } from 'node:tls'
import type { Config } from '#platform/server/config.ts'
import { type Check, fault, ok, warning } from './check.ts'

const dayMs = 86_400_000
const soonDays = 30
const patienceMs = 2_000

/** Whether certificate and key belong together, and how long the certificate still holds. */
export function checkCertificate({ certFile, keyFile }: NonNullable<Config['tls']>, now: Date): Check {
  const renewal = 'DAYLIGHT_TLS_CERT=… DAYLIGHT_TLS_KEY=…'
  try {
    const certificate = new X509Certificate(readFileSync(certFile))
    if (!certificate.checkPrivateKey(createPrivateKey(readFileSync(keyFile))))
      return fault('证书和私钥不是一对', 'Certificate and key do not belong together', renewal)
    const days = Math.floor((certificate.validToDate.getTime() - now.getTime()) / dayMs)
    if (days < 0) return fault('证书已过期', 'The certificate has expired', renewal)
    if (days < soonDays) return warning(`证书还有 ${days} 天到期`, `The certificate ends in ${days} days`, renewal)
    return ok(`证书有效期还有 ${days} 天`, `The certificate holds for ${days} more days`)
  } catch {
    return fault('证书或私钥读不出', 'Certificate or key cannot be read', renewal)
  }
}

/** What `/healthz` answers over TLS; empty if nobody does. */
export function healthOverTls(host: string, port: number): Promise<string> {
  return new Promise((resolve) => {
    let heard = ''
    // why: asks only whether the program on this machine is ours; whom a browser would trust is another question.
    const line = connect({ host, port, rejectUnauthorized: false, timeout: patienceMs }, () =>
      line.write('GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n'),
    )
    line.on('data', (piece: Buffer) => void (heard += piece.toString()))
    line.on('timeout', () => line.destroy())
    line.on('error', () => undefined)
    line.on('close', () => resolve(heard.split('\r\n\r\n')[1] ?? ''))
  })
}
