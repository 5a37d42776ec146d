import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { spacedNumber } from '../domain/case-number.ts'
import { spacedPhone } from '../domain/phone-number.ts'
import { type Citizen, createCitizen, formOf, postTo } from '../testing/citizen.ts'
import { sentCode } from '../testing/reported-case.ts'
import { script, styleSheet } from './pages/assets.ts'

let citizen: Citizen
beforeAll(async () => {
  citizen = await createCitizen()
})
afterAll(() => citizen.close())

type Answer = Awaited<ReturnType<Citizen['post']>>

/** Everything that leaves but the time of day. */
const answer = ({ statusCode, headers, body }: Answer) => ({ statusCode, headers: { ...headers, date: undefined }, body })

describe('the pages before a confirmation', () => {
  it.each(['/', '/q', '/q?lang=en&size=large'])(
    '%s answers 200 at once, sets no cookie and lets nothing in from elsewhere',
    async (url) => {
      const { statusCode, headers } = await citizen.get(url)
      expect(statusCode).toBe(200)
      expect(headers['set-cookie']).toBeUndefined()
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['cache-control']).toBe('no-store')
    },
  )

  it('speaks the language of the address, else the browser’s', async () => {
    expect((await citizen.get('/q?lang=en')).body).toContain('<html lang="en">')
    expect((await citizen.http.inject({ url: '/q', headers: { 'accept-language': 'en-GB' } })).body).toContain('Follow my case')
    expect((await citizen.get('/q')).body).toContain('查询案件进展')
  })

  it.each(['zh-TW', 'zh-HK,zh;q=0.9', 'zh-Hant-MO', 'zh-hant'])(
    'is in Traditional Chinese for a browser that asks for %s',
    async (wanted) => {
      const { body } = await citizen.http.inject({ url: '/q', headers: { 'accept-language': wanted } })
      expect(body).toContain('<html lang="zh-Hant">')
      expect(body).toContain('查詢案件進展')
      expect(body).toContain('href="/q?lang=zh" lang="zh-Hans">简体</a>')
      expect(body).not.toMatch(/[\uE000\uE001]/)
    },
  )

  it.each(['zh-CN,zh-TW;q=0.8', 'zh', 'zh-Hans-TW'])('is in Simplified Chinese for a browser that asks for %s', async (wanted) => {
    expect((await citizen.http.inject({ url: '/q', headers: { 'accept-language': wanted } })).body).toContain('<html lang="zh-Hans">')
  })

  it('carries Traditional Chinese and large text in every link and form, and changes nothing that was typed', async () => {
    const { body } = await citizen.post('/q', { number: '国', phone: '电话', lang: 'zh-hant', size: 'large' })
    expect(body).toContain('<html lang="zh-Hant" class="large">')
    expect(body).toContain('name="lang" value="zh-hant"')
    expect(body).toContain('href="/?lang=zh-hant&amp;size=large"')
    expect(body).toContain('value="国"')
    expect(body).toContain('value="电话"')
  })

  it('keeps style and script for a year under a name made from their content', async () => {
    for (const { url } of [styleSheet, script])
      expect((await citizen.get(url)).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })
})

describe('step one', () => {
  it('looks nothing up: one statement, and the same page for a case and for none', async () => {
    const reported = await citizen.report()
    const first = answer(await citizen.post('/q', formOf(reported)))
    await sql`update public_query.receipt set number = ${'A'.padEnd(23, '9')} where id = ${reported.receiptId}`.execute(
      citizen.county.world.platform.db,
    )
    expect(answer(await citizen.post('/q', formOf(reported)))).toEqual(first)
    expect(first.statusCode).toBe(200)
    expect(first.body).toContain(`name="phone" value="${spacedPhone(reported.phone)}"`)
  })

  it('says beside the field what is wrong, keeps what was typed, and writes nothing', async () => {
    const count = async () =>
      (await sql<{ n: number }>`select count(*) as n from public_query.request`.execute(citizen.county.world.platform.db)).rows[0]?.n
    const before = await count()
    const { statusCode, body } = await citizen.post('/q', { number: 'A1411 <b>', phone: '199 0000 041', code: '' })
    expect(statusCode).toBe(400)
    expect(body).toContain('value="A1411 &lt;b&gt;"')
    expect(body).toContain('value="199 0000 041"')
    expect(body).toContain('id="number-wrong"')
    expect(body).toContain('aria-describedby="phone-hint phone-wrong" aria-invalid="true"')
    expect(await count()).toBe(before)
  })

  it('is refused from a page of somebody else', async () => {
    const foreign = await citizen.http.inject({
      method: 'POST',
      url: '/q',
      payload: 'number=1&phone=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://elsewhere.example' },
    })
    expect(foreign.statusCode).toBe(403)
    expect(foreign.headers['content-type']).toContain('text/html')
  })

  it('takes 300 requests a day from one address, then asks for patience', async () => {
    const reported = await citizen.report()
    await citizen.post('/q', formOf(reported), '192.0.2.77')
    await sql`update public_query.throttle set tries = 300 where kind = 'request' and tries = 1`.execute(citizen.county.world.platform.db)
    const late = await citizen.post('/q', formOf(reported), '192.0.2.77')
    expect(late.statusCode).toBe(429)
    expect((await citizen.post('/q', formOf(reported), '192.0.2.78')).statusCode).toBe(200)
  })
})

describe('step two', () => {
  it('opens the page with the code of the message, which then is spent', async () => {
    const reported = await citizen.report()
    await citizen.post('/q', formOf(reported))
    await citizen.county.world.work()
    const code = await sentCode(citizen.county.world, reported.phone)
    const confirmed = await citizen.post('/q/confirm', formOf(reported, `${code.slice(0, 3)} ${code.slice(3)}`))
    expect(confirmed.statusCode).toBe(303)
    expect(confirmed.headers.location).toBe('/q/case?lang=zh')
    expect(confirmed.cookies[0]).toMatchObject({ name: 'daylight_view', httpOnly: true, sameSite: 'Strict', path: '/q', maxAge: 900 })
    expect((await citizen.post('/q/confirm', formOf(reported, code))).statusCode).toBe(403)
  })

  it('opens the page with the sixteen digits of the receipt, spaced as they are printed', async () => {
    const reported = await citizen.report()
    const spaced = reported.code.replace(/(\d{4})(?=\d)/g, '$1 ')
    const confirmed = await citizen.post('/q/confirm', {
      ...formOf(reported, spaced),
      number: spacedNumber(reported.number),
      phone: spacedPhone(reported.phone),
      lang: 'en',
    })
    expect(confirmed.headers.location).toBe('/q/case?lang=en')
  })

  it('tries the code when somebody presses Enter in its field', async () => {
    const reported = await citizen.report()
    expect((await citizen.post('/q', { ...formOf(reported, reported.code), step: 'ask' })).statusCode).toBe(303)
  })

  it('lets a message’s code live for five minutes and five tries', async () => {
    const reported = await citizen.report()
    await citizen.post('/q', formOf(reported))
    await citizen.county.world.work()
    const code = await sentCode(citizen.county.world, reported.phone)
    const wrong = code === '000000' ? '000001' : '000000'
    for (let tried = 0; tried < 5; tried++) await citizen.post('/q/confirm', formOf(reported, wrong))
    citizen.county.world.advance({ minutes: 2 })
    expect((await citizen.post('/q/confirm', formOf(reported, code))).statusCode).toBe(403)

    await citizen.post('/q', formOf(reported))
    await citizen.county.world.work()
    const second = await sentCode(citizen.county.world, reported.phone)
    citizen.county.world.advance({ minutes: 5, seconds: 1 })
    expect((await citizen.post('/q/confirm', formOf(reported, second))).statusCode).toBe(403)
  })
})

describe('whatever does not prove a party', () => {
  it('gets one page, equal to the byte, for the same words typed', async () => {
    const reported = await citizen.report()
    const other = await citizen.report()
    const { db } = citizen.county.world.platform
    const typed = formOf(reported, '1234567890123456')
    const change = (column: string, value: unknown) =>
      sql`update public_query.receipt set ${sql.ref(column)} = ${value} where id = ${reported.receiptId}`.execute(db)
    const phoneHash = citizen.county.world.platform.vault.hash('public-phone', reported.phone)

    const wrongCode = answer(await citizen.post('/q/confirm', typed, '192.0.2.11'))
    await change('phone_hash', citizen.county.world.platform.vault.hash('public-phone', other.phone))
    const wrongPhone = answer(await citizen.post('/q/confirm', typed, '192.0.2.12'))
    await change('phone_hash', phoneHash)
    await change('is_hidden', true)
    const secret = answer(await citizen.post('/q/confirm', typed, '192.0.2.13'))
    await change('is_hidden', false)
    await change('number', 'A'.padEnd(23, '8'))
    const unknownNumber = answer(await citizen.post('/q/confirm', typed, '192.0.2.14'))

    expect(wrongCode.statusCode).toBe(403)
    expect(wrongCode.headers).not.toHaveProperty('set-cookie')
    for (const one of [wrongPhone, secret, unknownNumber]) expect(one).toEqual(wrongCode)
  })

  it('gets the same page whatever code was typed: none, too short, six digits or sixteen', async () => {
    const reported = await citizen.report()
    const [first, ...others] = await Promise.all(
      ['', '12', '123456', '1234567890123456', 'abc'].map(async (code) => answer(await citizen.post('/q/confirm', formOf(reported, code)))),
    )
    for (const one of others) expect(one).toEqual(first)
    expect(first?.body).not.toContain('123456')
  })

  it('keeps number and phone in the form, and never the code', async () => {
    const reported = await citizen.report()
    const { body } = await citizen.post('/q/confirm', formOf(reported, '1234 5678 9012 3456'))
    expect(body).toContain(`value="${spacedNumber(reported.number)}"`)
    expect(body).toContain(`value="${spacedPhone(reported.phone)}"`)
    expect(body).not.toContain('9012')
  })
})

describe('the limits', () => {
  it('end the day of a party after 25 tries, also with the right code and after a restart', async () => {
    const reported = await citizen.report()
    for (let tried = 0; tried < 25; tried++) await citizen.post('/q/confirm', formOf(reported, '999999'), '192.0.2.21')
    const restarted = await citizen.county.world.http(() => null)
    const again = await postTo(restarted, '/q/confirm', formOf(reported, reported.code), { address: '192.0.2.22' })
    await restarted.close()
    expect(again.statusCode).toBe(403)
    citizen.county.world.advance({ days: 1 })
    expect((await citizen.post('/q/confirm', formOf(reported, reported.code))).statusCode).toBe(303)
  })

  it('make a sent code wait after failures, 60 seconds at most, but not the receipt’s code from a clean address', async () => {
    const reported = await citizen.report()
    for (let tried = 0; tried < 12; tried++) await citizen.post('/q/confirm', formOf(reported, '999999'), '192.0.2.31')
    await citizen.post('/q', formOf(reported))
    await citizen.county.world.work()
    const code = await sentCode(citizen.county.world, reported.phone)
    expect((await citizen.post('/q/confirm', formOf(reported, code), '192.0.2.32')).statusCode).toBe(403)
    expect((await citizen.post('/q/confirm', formOf(reported, reported.code), '192.0.2.33')).statusCode).toBe(303)
  })
})

it('switches language and size on an answered form without losing what was typed', async () => {
  const { body } = await citizen.post('/q/again', {
    number: 'A1411',
    phone: '199',
    lang: 'zh',
    size: 'normal',
    step: 'ask',
    switch: 'en',
  })
  expect(body).toContain('<html lang="en">')
  expect(body).toContain('value="A1411"')
})
