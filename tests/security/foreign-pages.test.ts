import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aReport, heldIn } from '#modules/public-query/testing/online-report.ts'
import { sentCode } from '#modules/public-query/testing/reported-case.ts'
import { accepted, type Address, type County, createCounty, own, parameter, signIn } from './county.ts'

let county: County
beforeAll(async () => {
  county = await createCounty()
  await accepted(county)
}, 120_000)
afterAll(() => county.close())

const filled = (url: string): string => url.replaceAll(parameter, () => uuid())
// why: a provider's machine reports with the secret in the path; no browser's session counts there, so a foreign page gains nothing by it.
const isForMachines = ({ url }: Address): boolean => url.startsWith('/gateway/')
const changing = (): readonly Address[] => county.addresses.filter((address) => address.method !== 'GET' && !isForMachines(address))
const isApi = ({ url }: Address): boolean => url.startsWith('/api/')

interface Sent {
  readonly headers: Readonly<Record<string, string>>
  readonly url?: string
}

const send = ({ method, url }: Address, { headers, url: over }: Sent) =>
  county.http.inject({
    method: method as 'POST',
    url: over ?? filled(url),
    headers: {
      cookie: `daylight_session=${county.near['unit-head'].cookie}`,
      ...(url.startsWith('/api/') ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      ...headers,
    },
    ...(!url.startsWith('/api/') && { payload: 'number=A&phone=1' }),
  })

const audited = async (): Promise<number> =>
  Number((await sql<{ n: number }>`select count(*) as n from audit.entry`.execute(county.world.platform.db)).rows[0]?.n)

describe('a page of somebody else', () => {
  it('has addresses to try', () => expect(changing().length).toBeGreaterThan(20))

  it('changes nothing with an officer’s session: a foreign origin, and none at all, are refused everywhere', async () => {
    const before = await audited()
    for (const address of changing()) {
      for (const headers of [
        { ...own, origin: 'https://elsewhere.example' },
        { ...own, origin: 'null' },
        { ...own, origin: 'http://localhost:80.elsewhere.example' },
        { ...own, 'sec-fetch-site': 'cross-site' },
      ] as const) {
        const { statusCode, body } = await send(address, { headers })
        expect(statusCode, `${address.method} ${address.url} ${JSON.stringify(headers)}`).toBe(403)
        if (isApi(address)) expect(JSON.parse(body)).toMatchObject({ code: 'house.crossSite' })
      }
    }
    expect(await audited()).toBe(before)
  })

  it('is refused at every endpoint without the header that no form can set, however the address is spelled', async () => {
    for (const address of changing().filter(isApi)) {
      for (const url of [filled(address.url), filled(address.url).replace('/api/', '/%61pi/'), `${filled(address.url)}/`]) {
        const { statusCode, body } = await send(address, { headers: {}, url })
        expect(statusCode, `${address.method} ${url}`).toBe(403)
        expect(JSON.parse(body)).toMatchObject({ code: 'house.crossSite' })
      }
    }
  })

  it('cannot send a form to an endpoint', async () => {
    for (const address of changing().filter(isApi)) {
      for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
        const answer = await county.http.inject({
          method: address.method as 'POST',
          url: filled(address.url),
          headers: { ...own, 'content-type': type },
          payload: 'a=b',
        })
        expect([400, 401], `${address.url} ${type}`).toContain(answer.statusCode)
      }
    }
  })

  it('reads nothing either: no answer is shared with another origin', async () => {
    for (const { method, url } of county.addresses) {
      const { headers } = await county.http.inject({
        method: method as 'GET',
        url: filled(url),
        headers: { ...own, origin: 'https://elsewhere.example' },
      })
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
    }
  })
})

describe('every answer', () => {
  it('says how a browser must treat it, also when it refuses', async () => {
    for (const { method, url } of [
      ...county.addresses,
      { method: 'GET', url: '/no/such/page' },
      { method: 'GET', url: '/%zz' },
      { method: 'GET', url: '/api/cases/%00' },
    ]) {
      const { headers } = await county.http.inject({ method: method as 'GET', url: filled(url), headers: own })
      expect(headers, `${method} ${url}`).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
      if (String(headers['content-type']).includes('json')) expect(headers['content-security-policy'], url).toContain("default-src 'none'")
      expect(headers['x-powered-by']).toBeUndefined()
      expect(headers['server']).toBeUndefined()
      if (String(headers['content-type']).startsWith('text/html')) {
        const policy = String(headers['content-security-policy'])
        expect(policy, url).toContain("default-src 'none'")
        expect(policy, url).toContain("frame-ancestors 'none'")
        expect(policy, url).not.toContain('unsafe-')
      }
      if (!url.includes('/public/')) expect(headers['cache-control'], url).toBe('no-store')
    }
  })

  it('does not repeat an address that it does not know', async () => {
    for (const url of ['/no/such/page/SECRET', '/%zzSECRET', '/api/cases/SECRET/x', '/q/SECRET']) {
      const { body } = await county.http.inject({ method: 'GET', url })
      expect(body, url).not.toContain('SECRET')
    }
  })
})

describe('cookies', () => {
  it('are kept from scripts and other sites, and over https from open lines', async () => {
    const { policeNumber } = county.near.officer.officer
    const answer = await county.http.inject({
      method: 'POST',
      url: '/api/session',
      headers: own,
      payload: { policeNumber, password: 'a long enough word' },
    })
    expect(answer.cookies[0]).toMatchObject({ name: 'daylight_session', httpOnly: true, sameSite: 'Strict', path: '/' })
    expect(answer.cookies[0]).not.toHaveProperty('domain')
    const { platform } = county.world
    const { addresses } = platform
    Object.assign(platform, { addresses: { publicUrl: 'https://query.example', staffUrl: 'https://staff.example' } })
    const secure = await county.http.inject({
      method: 'POST',
      url: '/api/session',
      headers: own,
      payload: { policeNumber, password: 'a long enough word' },
    })
    Object.assign(platform, { addresses })
    expect(secure.cookies[0]).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Strict' })
  })

  it('name nobody, and each log-in makes a new one', async () => {
    const { policeNumber, id } = county.near.officer.officer
    const [one, two] = [await signIn(county.http, policeNumber), await signIn(county.http, policeNumber)]
    expect(one).not.toBe(two)
    expect(one).not.toContain(id)
    expect(one).not.toContain(policeNumber)
    expect((one.split('.')[1] ?? '').length).toBeGreaterThanOrEqual(43)
  })

  it('are not set on a citizen before the query is confirmed, on no page, in no language', async () => {
    const citizens = county.addresses.filter(({ url }) => url === '/' || /^\/(q|report|public)(\/|$)/.test(url))
    expect(citizens.length).toBeGreaterThan(13)
    const report = aReport({ number: 'A99999755010020260300017', code: '123456', ticket: 'x' })
    for (const { method, url } of citizens.filter((address) => address.url !== '/q/leave'))
      for (const lang of ['zh', 'zh-hant', 'en'])
        for (const form of [
          { ...report, lang, step: 'code' },
          { lang, step: 'ask' },
        ]) {
          const typed = new URLSearchParams(form).toString()
          const answer = await county.http.inject({
            method: method as 'GET',
            url: method === 'GET' ? `${url}?lang=${lang}` : url,
            ...(method === 'POST' && { payload: typed, headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
          })
          expect(answer.headers['set-cookie'], `${method} ${url} ${lang}`).toBeUndefined()
        }
  })

  it('are not needed to report: none is set by a whole report, its number included', async () => {
    const post = (url: string, form: Readonly<Record<string, string>>) =>
      county.http.inject({
        method: 'POST',
        url,
        payload: new URLSearchParams(form).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
    const answers = [await post('/report', aReport({ phone: '19900000741', bureau: county.world.bureau }))]
    const held = heldIn(answers[0]!.body)
    await county.world.work()
    answers.push(await post('/report/confirm', { ...held, code: await sentCode(county.world, '19900000741') }))
    await county.world.work()
    answers.push(await post('/report/number', held))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
    expect(answers.map(({ headers }) => headers['set-cookie'])).toEqual([undefined, undefined, undefined])
  })
})
