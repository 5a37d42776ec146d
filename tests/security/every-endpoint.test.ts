import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles } from '#kernel/actor.ts'
import { comparable, type County, createCounty, dispatched, type Input, knock, parameter, routes } from './county.ts'

let county: County
let incidentId: string
beforeAll(async () => {
  county = await createCounty()
  incidentId = await dispatched(county)
}, 120_000)
afterAll(() => county.close())

/** Something, nothing, and nonsense: who may not ask at all must not learn which of them is right. */
const inputs = (path: string): readonly Input[] => {
  const named = [...path.matchAll(parameter)].map(([, name]) => name as string)
  const all = (value: unknown) => Object.fromEntries(named.map((name) => [name, value]))
  return [all(incidentId), { ...all(uuid()), id: uuid() }, { ...all('no-id'), limit: 'x', id: 7, reporterPhone: ['x'] }]
}

const codeOf = (body: string): unknown => (body.startsWith('{') ? (JSON.parse(body) as { code?: unknown }).code : undefined)

it('knows endpoints of every kind', () => {
  expect(routes.length).toBeGreaterThan(25)
  expect(new Set(routes.map(({ kind }) => kind))).toEqual(new Set(['action', 'query']))
})

describe.each(routes.map((route) => [route.name, route] as const))('%s', (_, { endpoint: { method, path }, allowedTo }) => {
  it('answers a stranger 401, whatever was sent', async () => {
    const answers = await Promise.all(inputs(path).map((input) => knock(county.http, { method, path, input })))
    const [first, ...others] = answers.map((answer) => comparable(answer))
    expect(first?.statusCode).toBe(401)
    expect(codeOf(first?.body ?? '')).toBe('house.notSignedIn')
    for (const other of others) expect(other).toEqual(first)
  })

  it.each(roles)('answers %s as its permission says, before it looks at the input', async (role) => {
    const { officer, cookie } = county.near[role]
    const isAllowed = allowedTo(officer)
    const answers = await Promise.all(inputs(path).map((input) => knock(county.http, { method, path, input, cookie })))
    const codes = answers.map(({ statusCode, body }) => [statusCode, codeOf(body)] as const)
    if (isAllowed) {
      for (const [status, code] of codes) {
        expect(code).not.toBe('house.notAllowed')
        expect(status).not.toBe(401)
        expect(status).toBeLessThan(500)
      }
      return
    }
    expect(codes).toEqual(codes.map(() => [403, 'house.notAllowed']))
    const [first, ...others] = answers.map((answer) => comparable(answer))
    for (const other of others) expect(other).toEqual(first)
  })
})

it('lets an officer in by the session alone: a cookie that was made up, or ended, is a stranger’s', async () => {
  const [{ endpoint }] = routes.filter(({ name }) => name === 'accounts.mySessions') as [(typeof routes)[number]]
  const ask = (cookie: string) => knock(county.http, { method: endpoint.method, path: endpoint.path, cookie })
  const { cookie } = county.away.officer
  expect((await ask(cookie)).statusCode).toBe(200)
  for (const wrong of [
    '',
    'x',
    `${county.world.bureau}.`,
    `${cookie}x`,
    cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    `999998000000.${cookie.split('.')[1]}`,
  ])
    expect((await ask(wrong)).statusCode, wrong.length.toString()).toBe(401)
  await knock(county.http, { method: 'DELETE', path: '/api/session', cookie })
  expect((await ask(cookie)).statusCode).toBe(401)
})

it('answers odd input that is well formed with words, never with a fault', { timeout: 120_000 }, async () => {
  const cursor = (text: string) => Buffer.from(text).toString('base64url')
  const odd: readonly Input[] = [
    ...['0000-01-01', '0001-01-01', '9999-12-31'].flatMap((day) => [{ from: day }, { to: day }]),
    ...['0', '999999999999999', '-1', 'NaN'].map((time) => ({ after: cursor(`${time}|${uuid()}`) })),
    { after: '9999999999999999.999999999999.99.999999999999999999' },
    { after: '99999999999999999999.999999999999.99.999999999999999999' },
    { days: '3660' },
    { number: '%_\\' },
    { limit: '100' },
    { subject: 'case:%' },
    ...['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2026-03-02T10:00:00+23:59'].map((occurredAt) => ({
      occurredAt,
      lateReason: '补录',
    })),
  ]
  for (const { endpoint, allowedTo } of routes) {
    const asker = roles.map((role) => county.whole[role]).find(({ officer }) => allowedTo(officer))!
    for (const one of odd) {
      const call = { id: uuid(), source: '110', category: 'burglary', grade: 'II', place: '粮站家属院', summary: '门锁被撬。' }
      const ids = Object.fromEntries(
        [...endpoint.path.matchAll(parameter)].map(([, name]) => [name, name === 'code' ? county.world.station : uuid()]),
      )
      const { statusCode } = await knock(county.http, {
        ...endpoint,
        input: { ...(endpoint.method === 'POST' && call), ...ids, ...one },
        cookie: asker.cookie,
      })
      expect(statusCode, `${endpoint.method} ${endpoint.path} ${JSON.stringify(one)}`).toBeLessThan(500)
    }
  }
})

/** Named once here; a new address of the server shows up in this file, with what somebody without a session gets. */
it('shows a stranger no more than the golden list says', async () => {
  const lines = await Promise.all(
    county.addresses.map(async ({ method, url }) => {
      const input = Object.fromEntries([...url.matchAll(parameter)].map(([, name]) => [name, uuid()]))
      const { statusCode, headers } = await knock(county.http, { method, path: url, input })
      const cookie = String(headers['set-cookie'] ?? '')
      const told = cookie === '' ? '' : /Expires=Thu, 01 Jan 1970|Max-Age=0/.test(cookie) ? ' clears a cookie' : ' sets a cookie'
      return `${method.padEnd(6)} ${url.replace(/\.[0-9a-f]{10}\./, '.….').padEnd(52)} ${statusCode}${told}`
    }),
  )
  await expect(`${lines.toSorted().join('\n')}\n`).toMatchFileSnapshot('golden/what-a-stranger-gets.txt')
})
