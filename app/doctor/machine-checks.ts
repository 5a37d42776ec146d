import { createServer } from 'node:net'
import { statfs } from 'node:fs/promises'
import path from 'node:path'
import { addDays, type Day } from '#kernel/beijing-time.ts'
import { calendar } from '#modules/deadlines/index.ts'
import { type Config, isLoopback } from '#platform/server/config.ts'
import { healthOverTls } from './certificate-check.ts'
import { type Check, fault, ok, warning } from './check.ts'

const wantedNode = 24
const leastFreeGib = 2

export function checkNode(version: string): Check {
  const major = Number(version.replace(/^v/, '').split('.')[0])
  return major === wantedNode
    ? ok(`Node ${version}`, `Node ${version}`)
    : fault(`Node ${version}，应为 ${wantedNode}`, `Node ${version}, wanted ${wantedNode}`, 'npm ci')
}

async function healthAt(host: string, port: number): Promise<string> {
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}/healthz`
  const answer = await fetch(address, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
  return (await answer?.text().catch(() => '')) ?? ''
}

/** Whether the port is free, ours, or somebody else's. */
export async function checkPort({ host, port, tls }: Pick<Config, 'host' | 'port' | 'tls'>): Promise<Check> {
  const isFree = await new Promise<boolean>((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ host, port }, () => probe.close(() => resolve(true)))
  })
  if (isFree) return ok(`端口 ${port} 空闲`, `Port ${port} is free`)
  const text = await (tls === null ? healthAt(host, port) : healthOverTls(host, port))
  if (text === '{"status":"ok"}') return ok(`端口 ${port} 由本系统使用`, `Port ${port} is served by Daylight`)
  return fault(`端口 ${port} 被其他程序占用`, `Port ${port} is taken by another program`, `PORT=${port + 1} npm start`)
}

/** On an address that others reach, the pages must go through TLS. */
export function checkTransport({
  host,
  publicUrl,
  staffUrl,
  trustedProxies,
  tls,
}: Pick<Config, 'host' | 'publicUrl' | 'staffUrl' | 'trustedProxies' | 'tls'>): Check {
  if (isLoopback(host)) return ok(`只在本机监听（${host}）`, `Listens on this machine only (${host})`)
  const plain = [publicUrl, staffUrl].find((url) => url.startsWith('http://'))
  if (plain)
    return warning(
      `${plain} 没有加密`,
      `${plain} is not encrypted`,
      'DAYLIGHT_PUBLIC_URL=https://… DAYLIGHT_STAFF_URL=https://… 并设 DAYLIGHT_TLS_CERT、DAYLIGHT_TLS_KEY 或在前面放 TLS 代理 / and a certificate, or a TLS proxy in front',
    )
  if (tls !== null) return ok('本程序自己加密', 'Encrypted by the program itself')
  if (trustedProxies.length === 0)
    return warning(
      '没有登记代理，来访地址都会是代理的',
      'No proxy is trusted, so every caller has the address of the proxy',
      'DAYLIGHT_TRUSTED_PROXIES=10.0.0.2',
    )
  return ok('经加密代理访问', 'Reached through a TLS proxy')
}

/** From November on, next year's holidays must be there, or dates of next year stay provisional. */
export function checkHolidays(today: Day): Check {
  const year = Number(today.slice(0, 4))
  const { knownUntil } = calendar()
  const mend = (missing: number) => `data/holidays/${missing}.json`
  if (knownUntil < `${year}-12-31`) return fault(`缺 ${year} 年节假日`, `Holidays of ${year} are missing`, mend(year))
  const isDue = addDays(today, 61).slice(0, 4) > String(year)
  if (isDue && knownUntil < `${year + 1}-12-31`)
    return warning(
      `${year + 1} 年节假日尚未装入，明年的期限为暂定`,
      `Holidays of ${year + 1} are not loaded; next year's dates are provisional`,
      mend(year + 1),
    )
  return ok(`节假日已装到 ${knownUntil}`, `Holidays are known until ${knownUntil}`)
}

export async function checkDisk(home: string): Promise<Check> {
  const { bavail, bsize } = await statfs(home).catch(() => statfs(path.parse(home).root))
  const freeGib = (bavail * bsize) / 2 ** 30
  const shown = freeGib.toFixed(1)
  return freeGib >= leastFreeGib
    ? ok(`磁盘余 ${shown} GiB`, `${shown} GiB of disk are free`)
    : warning(`磁盘只余 ${shown} GiB`, `Only ${shown} GiB of disk are free`, `df -h ${home}`)
}
