import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { identifyOfficer } from '#modules/accounts/index.ts'
import { createHttp } from '#platform/server/http.ts'
import { type County, createCounty, own } from './county.ts'
import { modules } from '../../app/modules.ts'

const proxy = '10.0.0.2'
let county: County
let http: FastifyInstance
beforeAll(async () => {
  county = await createCounty()
  const getPlatform = () => county.world.platform
  http = await createHttp({ modules, getPlatform, identify: identifyOfficer(getPlatform), trustedProxies: [proxy] })
}, 120_000)
afterAll(async () => {
  await http.close()
  await county.close()
})

interface Sent {
  readonly from: string
  readonly forwarded?: string
}

const tries = {
  'a citizen asks for a code': ({ from, forwarded }: Sent, door = http) =>
    door.inject({
      method: 'POST',
      url: '/q',
      remoteAddress: from,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...(forwarded && { 'x-forwarded-for': forwarded }) },
      payload: 'number=A9999975501002026030017&phone=19900000417',
    }),
  'a citizen tries a code': ({ from, forwarded }: Sent, door = http) =>
    door.inject({
      method: 'POST',
      url: '/q/confirm',
      remoteAddress: from,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...(forwarded && { 'x-forwarded-for': forwarded }) },
      payload: 'number=A9999975501002026030017&phone=19900000417&code=999999',
    }),
  'somebody signs in with a wrong password': ({ from, forwarded }: Sent, door = http) =>
    door.inject({
      method: 'POST',
      url: '/api/session',
      remoteAddress: from,
      headers: { ...own, ...(forwarded && { 'x-forwarded-for': forwarded }) },
      payload: { policeNumber: '999999', password: 'a wrong word, surely' },
    }),
} as const

/** The throttle keys that a try touched; everything is counted anew for it. */
async function keysOf(attempt: () => Promise<unknown>): Promise<string[]> {
  const { db } = county.world.platform
  await sql`delete from public_query.throttle`.execute(db)
  await sql`delete from accounts.login_throttle`.execute(db)
  await attempt()
  const { rows } = await sql<{ key: string }>`
    select kind || encode(key_hash, 'hex') as key from public_query.throttle
    union all select 'login' || encode(key_hash, 'hex') from accounts.login_throttle order by key`.execute(db)
  return rows.map((row) => row.key)
}

it.each(Object.entries(tries))(
  '%s: a forged address behind nobody we trust is counted as where it really came from',
  async (_, attempt) => {
    const plain = await keysOf(() => attempt({ from: '192.0.2.5' }))
    expect(plain.length).toBeGreaterThan(0)
    for (const forwarded of ['198.51.100.1', '127.0.0.1', proxy, `198.51.100.1, ${proxy}`, '::1', 'nonsense'])
      expect(await keysOf(() => attempt({ from: '192.0.2.5', forwarded })), forwarded).toEqual(plain)
    expect(await keysOf(() => attempt({ from: '192.0.2.6' }))).not.toEqual(plain)
  },
)

it.each(Object.entries(tries))(
  '%s: behind the proxy that we trust, the address it saw counts, not what its client made up',
  async (_, attempt) => {
    const seen = await keysOf(() => attempt({ from: '192.0.2.5' }))
    expect(await keysOf(() => attempt({ from: proxy, forwarded: '192.0.2.5' }))).toEqual(seen)
    expect(await keysOf(() => attempt({ from: proxy, forwarded: '198.51.100.1, 192.0.2.5' }))).toEqual(seen)
    expect(await keysOf(() => attempt({ from: proxy, forwarded: '192.0.2.6' }))).not.toEqual(seen)
  },
)

it.each(Object.entries(tries))('%s: an installation that trusts nobody believes nobody', async (_, attempt) => {
  const plain = await keysOf(() => attempt({ from: proxy }, county.http))
  expect(await keysOf(() => attempt({ from: proxy, forwarded: '198.51.100.1' }, county.http))).toEqual(plain)
})
