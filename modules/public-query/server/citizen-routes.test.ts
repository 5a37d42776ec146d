import { gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bureau } from '#modules/cases/testing/bureau-of-cases.ts'
import { move, queryBureau, reportCase, type ReportedCase, reporter, sentCode } from '../testing/reported-case.ts'
import { spacedNumber } from '../domain/case-number.ts'
import { spacedPhone } from '../domain/phone-number.ts'
import { script, styleSheet } from './pages/assets.ts'

let county: Bureau
let http: FastifyInstance
beforeAll(async () => {
  county = await queryBureau()
  http = await county.world.http(() => null)
})
afterAll(async () => {
  await http.close()
  await county.world.close()
})

type Form = Readonly<Record<string, string>>

const post = (url: string, form: Form, address = '192.0.2.1') =>
  http.inject({ method: 'POST', url, payload: new URLSearchParams(form).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' }, remoteAddress: address })
const get = (url: string, cookie?: string) => http.inject({ method: 'GET', url, headers: cookie === undefined ? {} : { cookie: `daylight_view=${cookie}` } })
const formOf = ({ number, phone }: Pick<ReportedCase, 'number' | 'phone'>, code?: string): Form => ({ number, phone, ...(code !== undefined && { code }) })

/** Everything that leaves but the time of day and the request's own id. */
const answer = ({ statusCode, headers, body }: Awaited<ReturnType<typeof post>>) => ({ statusCode, headers: { ...headers, date: undefined }, body })

let phones = 19_900_001_000
const freshPhone = () => String(++phones)
const fresh = (over: Parameters<typeof reportCase>[1] = {}) => reportCase(county, { reporter: reporter('victim', freshPhone()), ...over })

async function openPage(reported: ReportedCase): Promise<string> {
  const confirmed = await post('/q/confirm', formOf(reported, reported.code))
  expect(confirmed.statusCode).toBe(303)
  return confirmed.cookies[0]?.value ?? ''
}

describe('the pages before a confirmation', () => {
  it.each(['/', '/q', '/q?lang=en&size=large'])('%s answers 200 at once, sets no cookie and lets nothing in from elsewhere', async (url) => {
    const { statusCode, headers } = await get(url)
    expect(statusCode).toBe(200)
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['cache-control']).toBe('no-store')
  })

  it('speaks the language of the address, else the browser’s', async () => {
    expect((await get('/q?lang=en')).body).toContain('<html lang="en">')
    expect((await http.inject({ url: '/q', headers: { 'accept-language': 'en-GB' } })).body).toContain('Follow my case')
    expect((await get('/q')).body).toContain('查询案件进展')
  })

  it('keeps style and script for a year under a name made from their content', async () => {
    for (const { url } of [styleSheet, script]) expect((await get(url)).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })
})

describe('step one', () => {
  it('looks nothing up: one statement, and the same page for a case and for none', async () => {
    const reported = await fresh()
    const first = answer(await post('/q', formOf(reported)))
    await sql`update public_query.receipt set number = ${'A'.padEnd(23, '9')} where id = ${reported.receiptId}`.execute(county.world.platform.db)
    expect(answer(await post('/q', formOf(reported)))).toEqual(first)
    expect(first.statusCode).toBe(200)
    expect(first.body).toContain(spacedPhone(reported.phone))
  })

  it('says beside the field what is wrong, keeps what was typed, and writes nothing', async () => {
    const count = async () => (await sql<{ n: number }>`select count(*) as n from public_query.request`.execute(county.world.platform.db)).rows[0]?.n
    const before = await count()
    const { statusCode, body } = await post('/q', { number: 'A1411 <b>', phone: '199 0000 041', code: '' })
    expect(statusCode).toBe(400)
    expect(body).toContain('value="A1411 &lt;b&gt;"')
    expect(body).toContain('value="199 0000 041"')
    expect(body).toContain('id="number-wrong"')
    expect(body).toContain('aria-describedby="phone-hint phone-wrong" aria-invalid="true"')
    expect(await count()).toBe(before)
  })

  it('is refused from a page of somebody else', async () => {
    const foreign = await http.inject({
      method: 'POST',
      url: '/q',
      payload: 'number=1&phone=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://elsewhere.example' },
    })
    expect(foreign.statusCode).toBe(403)
    expect(foreign.headers['content-type']).toContain('text/html')
  })

  it('takes 300 requests a day from one address, then asks for patience', async () => {
    const reported = await fresh()
    await post('/q', formOf(reported), '192.0.2.77')
    await sql`update public_query.throttle set tries = 300 where kind = 'request' and tries = 1`.execute(county.world.platform.db)
    const late = await post('/q', formOf(reported), '192.0.2.77')
    expect(late.statusCode).toBe(429)
    expect((await post('/q', formOf(reported), '192.0.2.78')).statusCode).toBe(200)
  })
})

describe('step two', () => {
  it('opens the page with the code of the message, which then is spent', async () => {
    const reported = await fresh()
    await post('/q', formOf(reported))
    await county.world.work()
    const code = await sentCode(county.world, reported.phone)
    const confirmed = await post('/q/confirm', formOf(reported, `${code.slice(0, 3)} ${code.slice(3)}`))
    expect(confirmed.statusCode).toBe(303)
    expect(confirmed.headers.location).toBe('/q/case?lang=zh')
    expect(confirmed.cookies[0]).toMatchObject({ name: 'daylight_view', httpOnly: true, sameSite: 'Strict', path: '/q', maxAge: 900 })
    expect((await post('/q/confirm', formOf(reported, code))).statusCode).toBe(403)
  })

  it('opens the page with the sixteen digits of the receipt, spaced as they are printed', async () => {
    const reported = await fresh()
    const spaced = reported.code.replace(/(\d{4})(?=\d)/g, '$1 ')
    const confirmed = await post('/q/confirm', { ...formOf(reported, spaced), number: spacedNumber(reported.number), phone: spacedPhone(reported.phone), lang: 'en' })
    expect(confirmed.headers.location).toBe('/q/case?lang=en')
  })

  it('tries the code when somebody presses Enter in its field', async () => {
    const reported = await fresh()
    expect((await post('/q', { ...formOf(reported, reported.code), step: 'ask' })).statusCode).toBe(303)
  })

  it('lets a message’s code live for five minutes and five tries', async () => {
    const reported = await fresh()
    await post('/q', formOf(reported))
    await county.world.work()
    const code = await sentCode(county.world, reported.phone)
    const wrong = code === '000000' ? '000001' : '000000'
    for (let tried = 0; tried < 5; tried++) await post('/q/confirm', formOf(reported, wrong))
    county.world.advance({ minutes: 2 })
    expect((await post('/q/confirm', formOf(reported, code))).statusCode).toBe(403)

    await post('/q', formOf(reported))
    await county.world.work()
    const second = await sentCode(county.world, reported.phone)
    county.world.advance({ minutes: 5, seconds: 1 })
    expect((await post('/q/confirm', formOf(reported, second))).statusCode).toBe(403)
  })
})

describe('whatever does not prove a party', () => {
  it('gets one page, equal to the byte, for the same words typed', async () => {
    const reported = await fresh()
    const other = await fresh()
    const { db } = county.world.platform
    const typed = formOf(reported, '1234567890123456')
    const change = (column: string, value: unknown) => sql`update public_query.receipt set ${sql.ref(column)} = ${value} where id = ${reported.receiptId}`.execute(db)
    const phoneHash = county.world.platform.vault.hash('public-phone', reported.phone)

    const wrongCode = answer(await post('/q/confirm', typed, '192.0.2.11'))
    await change('phone_hash', county.world.platform.vault.hash('public-phone', other.phone))
    const wrongPhone = answer(await post('/q/confirm', typed, '192.0.2.12'))
    await change('phone_hash', phoneHash)
    await change('is_hidden', true)
    const secret = answer(await post('/q/confirm', typed, '192.0.2.13'))
    await change('is_hidden', false)
    await change('number', 'A'.padEnd(23, '8'))
    const unknownNumber = answer(await post('/q/confirm', typed, '192.0.2.14'))

    expect(wrongCode.statusCode).toBe(403)
    expect(wrongCode.headers).not.toHaveProperty('set-cookie')
    for (const one of [wrongPhone, secret, unknownNumber]) expect(one).toEqual(wrongCode)
  })

  it('gets the same page whatever code was typed: none, too short, six digits or sixteen', async () => {
    const reported = await fresh()
    const [first, ...others] = await Promise.all(
      ['', '12', '123456', '1234567890123456', 'abc'].map(async (code) => answer(await post('/q/confirm', formOf(reported, code)))),
    )
    for (const one of others) expect(one).toEqual(first)
    expect(first?.body).not.toContain('123456')
  })

  it('keeps number and phone in the form, and never the code', async () => {
    const reported = await fresh()
    const { body } = await post('/q/confirm', formOf(reported, '1234 5678 9012 3456'))
    expect(body).toContain(`value="${spacedNumber(reported.number)}"`)
    expect(body).toContain(`value="${spacedPhone(reported.phone)}"`)
    expect(body).not.toContain('9012')
  })
})

describe('the limits', () => {
  it('end the day of a party after 25 tries, also with the right code and after a restart', async () => {
    const reported = await fresh()
    for (let tried = 0; tried < 25; tried++) await post('/q/confirm', formOf(reported, '999999'), '192.0.2.21')
    const restarted = await county.world.http(() => null)
    const again = await restarted.inject({
      method: 'POST',
      url: '/q/confirm',
      payload: new URLSearchParams(formOf(reported, reported.code)).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      remoteAddress: '192.0.2.22',
    })
    await restarted.close()
    expect(again.statusCode).toBe(403)
    county.world.advance({ days: 1 })
    expect((await post('/q/confirm', formOf(reported, reported.code))).statusCode).toBe(303)
  })

  it('make a sent code wait after failures, 60 seconds at most, but not the receipt’s code from a clean address', async () => {
    const reported = await fresh()
    for (let tried = 0; tried < 12; tried++) await post('/q/confirm', formOf(reported, '999999'), '192.0.2.31')
    await post('/q', formOf(reported))
    await county.world.work()
    const code = await sentCode(county.world, reported.phone)
    expect((await post('/q/confirm', formOf(reported, code), '192.0.2.32')).statusCode).toBe(403)
    expect((await post('/q/confirm', formOf(reported, reported.code), '192.0.2.33')).statusCode).toBe(303)
  })
})

describe('the page of a case', () => {
  it('shows the promise first: date, days left, article, remedy; then what was done', async () => {
    const reported = await fresh()
    const opened = county.world.clock.now
    const { statusCode, body } = await get('/q/case', await openPage(reported))
    expect(statusCode).toBe(200)
    expect(body.indexOf('最迟 ')).toBeGreaterThan(0)
    expect(body.indexOf('最迟 ')).toBeLessThan(body.indexOf('已经办到哪里'))
    expect(body).toContain('《关于改革完善受案立案制度的意见》二（一）2')
    expect(body).toContain('城关派出所')
    expect(opened).toEqual(county.world.clock.now)
    for (const secret of ['贺秀兰', '门锁', reported.phone, reported.caseId]) expect(body).not.toContain(secret)
  })

  it('says that it is late, and what one may do now', async () => {
    const reported = await fresh()
    county.world.advance({ days: 20 })
    const { body } = await get('/q/case', await openPage(reported))
    expect(body).toContain('已过期限')
    expect(body).toContain('您现在可以：')
    expect(body).toContain('《刑事诉讼法》（2018修正）第113条')
  })

  it('says in English that the law sets no limit once the case is filed', async () => {
    const reported = await fresh()
    await move(county, reported, 'file')
    const { body } = await get('/q/case?lang=en', await openPage(reported))
    expect(body).toContain('The law sets no day by which an investigation must end.')
    expect(body).not.toMatch(/拘留|detention|custody/)
  })

  it('tells when and how the case was looked up, and the audit trail tells that a party did', async () => {
    const reported = await fresh()
    await openPage(reported)
    const { body } = await get('/q/case', await openPage(reported))
    expect(body.match(/回执查询码/g)).toHaveLength(2)
    await county.world.work()
    const looks = (await county.world.auditTrail(`case:${reported.caseId}`)).filter((line) => line.action === 'public-query.view')
    expect(looks).toHaveLength(2)
    expect(looks[0]).toMatchObject({ outcome: 'read' })
  })

  it('ends after fifteen minutes, when it is left, and when the case becomes secret', async () => {
    const reported = await fresh()
    const [one, two, three] = [await openPage(reported), await openPage(reported), await openPage(reported)]
    await http.inject({ method: 'POST', url: '/q/leave', headers: { cookie: `daylight_view=${one}` } })
    expect((await get('/q/case', one)).headers.location).toBe('/q?lang=zh&ended=1')
    expect((await get('/q/case', two)).statusCode).toBe(200)
    await sql`update public_query.receipt set is_hidden = true where id = ${reported.receiptId}`.execute(county.world.platform.db)
    expect((await get('/q/case', two)).statusCode).toBe(303)
    await sql`update public_query.receipt set is_hidden = false where id = ${reported.receiptId}`.execute(county.world.platform.db)
    county.world.advance({ minutes: 15 })
    expect((await get('/q/case', three)).statusCode).toBe(303)
  })

  it('opens for nobody who made a cookie up', async () => {
    for (const cookie of ['', 'x', `${county.world.bureau}.`, `${county.world.bureau}.guess`, '0.0']) expect((await get('/q/case', cookie)).statusCode).toBe(303)
  })
})

it('switches language and size on an answered form without losing what was typed', async () => {
  const { body } = await post('/q/again', { number: 'A1411', phone: '199', lang: 'zh', size: 'normal', step: 'ask', switch: 'language' })
  expect(body).toContain('<html lang="en">')
  expect(body).toContain('value="A1411"')
})

it('weighs 15 kB at most, style and script included', async () => {
  const reported = await fresh()
  county.world.advance({ days: 20 })
  const pages = [(await get('/q')).body, (await get('/q/case', await openPage(reported))).body, (await post('/q/confirm', formOf(reported, '1'))).body]
  const weigh = (text: string) => gzipSync(text, { level: 6 }).length
  const heaviest = Math.max(...pages.map(weigh)) + weigh(styleSheet.text) + weigh(script.text)
  expect(heaviest).toBeLessThan(15_000)
})
