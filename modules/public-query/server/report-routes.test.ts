import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Officer } from '#kernel/actor.ts'
import { incidentsModule } from '#modules/incidents/server/module.ts'
import { type Citizen, createCitizen, postTo } from '../testing/citizen.ts'
import { script, styleSheet } from './pages/assets.ts'
import { aReport, beginReport, heldIn, requestRows } from '../testing/online-report.ts'
import { messagesOn } from '../testing/reported-case.ts'

let citizen: Citizen
let dispatcher: Officer
beforeAll(async () => {
  citizen = await createCitizen()
  dispatcher = citizen.county.world.officer('段青禾', 'dispatcher', citizen.county.world.bureau)
})
afterAll(() => citizen.close())

let phones = 19_900_005_000
const aPhone = () => String(++phones)

const confirm = (held: Readonly<Record<string, string>>, code: string, address?: string) =>
  citizen.post('/report/confirm', { ...held, code, lang: 'zh', step: 'code' }, address)

const incidents = async () => {
  const route = incidentsModule.routes.find(({ name }) => name === 'incidents.list')
  const page = (await route?.carryOut(citizen.county.world.platform, dispatcher, { source: 'online', limit: 100 })) as {
    rows: { id: string; number: string; summary: string }[]
  }
  return page.rows
}

describe('the form', () => {
  it('says first when to call 110, asks nothing of a cookie and needs no script', async () => {
    const { body, headers, statusCode } = await citizen.get('/report')
    expect(statusCode).toBe(200)
    expect(body.indexOf('tel:110')).toBeLessThan(body.indexOf('<form'))
    expect(headers['set-cookie']).toBeUndefined()
    expect(body).not.toContain('name="bureau"')
  })

  it('is linked from the entry', async () => {
    expect((await citizen.get('/?lang=en')).body).toContain('href="/report?lang=en"')
  })

  it('says beside each field what is wrong, keeps everything that was typed, and writes nothing', async () => {
    const before = (await requestRows(citizen)).length
    const { statusCode, body } = await citizen.post('/report', aReport({ what: '太短 <b>', name: '', phone: '1990', consent: '' }))
    expect(statusCode).toBe(400)
    for (const part of ['what', 'name', 'phone', 'consent']) {
      expect(body).toContain(`<a href="#${part}">`)
      expect(body).toContain(`id="${part}-wrong"`)
    }
    expect(body).toContain('太短 &lt;b&gt;</textarea>')
    expect(body).toContain('value="昨天晚上九点左右"')
    expect(body).toContain('value="theft" required checked')
    expect(await requestRows(citizen)).toHaveLength(before)
  })

  it('comes back whole where it was too long', async () => {
    const long = '字'.repeat(1_001)
    const { statusCode, body } = await citizen.post('/report', aReport({ what: long }))
    expect(statusCode).toBe(400)
    expect(body).toContain(long)
  })

  it('keeps what was typed when language or size are switched, also in Traditional Chinese', async () => {
    const { body } = await citizen.post('/report/again', { ...aReport(), lang: 'zh', step: 'ask', switch: 'zh-hant' })
    expect(body).toContain('<html lang="zh-Hant">')
    expect(body).toContain('網上報案')
    expect(body).toContain('停在楼下的电动自行车不见了')
    expect(body).toContain('value="城关镇粮站家属院 3 号楼下"')
  })

  it('asks for the county where one installation serves several', async () => {
    const { db } = citizen.county.world.platform
    await sql`insert into accounts.unit (code, parent_code, bureau_code, kind, name_zh, name_en, short_name) values
      ('999990000000', null, '999990000000', 'bureau', '邻县公安局', 'Neighbour Bureau', '邻'),
      ('999990550100', '999990000000', '999990000000', 'station', '邻县派出所', 'Neighbour Station', '邻所')`.execute(db)
    const asked = await citizen.get('/report?lang=zh-hant')
    expect(asked.body).toContain('<option value="999990000000">邻县公安局</option>')
    expect((await citizen.post('/report', aReport())).body).toContain('id="bureau-wrong"')
    expect((await citizen.post('/report', aReport({ bureau: '110101000000' }))).statusCode).toBe(400)
    expect((await citizen.post('/report', aReport({ bureau: '999990000000', phone: aPhone() }))).statusCode).toBe(200)
    expect((await requestRows(citizen)).at(-1)).toMatchObject({ bureau_code: '999990000000' })
    await sql`delete from public_query.request where bureau_code = '999990000000'`.execute(db)
    await sql`delete from accounts.unit where bureau_code = '999990000000'`.execute(db)
  })
})

describe('a report', () => {
  it('is registered once its phone is confirmed, and its reporter is told the number', async () => {
    const phone = aPhone()
    const { held, code } = await beginReport(citizen, { phone, what: '停在楼下的三轮车不见了，蓝色。' })
    expect(await incidents()).not.toContainEqual(expect.objectContaining({ summary: expect.stringContaining('三轮车') }))
    const confirmed = await confirm(held, code)
    expect(confirmed.statusCode).toBe(200)
    expect(confirmed.body).toContain('您的报案已经收到')
    expect(confirmed.headers['set-cookie']).toBeUndefined()
    await citizen.county.world.work()
    const [incident] = (await incidents()).filter(({ summary }) => summary.includes('三轮车'))
    expect(incident).toMatchObject({
      state: 'received',
      source: 'online',
      category: 'theft',
      grade: 'III',
      summary: '停在楼下的三轮车不见了，蓝色。（发生时间：昨天晚上九点左右；替谁报：我自己）',
      place: '城关镇粮站家属院 3 号楼下',
      unitCode: citizen.county.world.bureau,
      holderName: null,
      sensitivity: 'none',
    })
    const spaced = String(incident?.number).replace(/^(.{7})(.{6})(.{6})/, '$1 $2 $3 ')
    expect((await citizen.post('/report/number', { ...held, lang: 'zh' })).body).toContain(spaced)
    expect((await messagesOn(citizen.county.world, phone)).at(-1)).toContain(incident?.number)
  })

  it('leaves nothing personal in the queue, and lies there sealed before', async () => {
    const phone = aPhone()
    const { held, code } = await beginReport(citizen, { phone, name: '甄金雀', what: '金丝笼的门大开，鸟不见了，一根羽毛。' })
    const waiting = (await requestRows(citizen)).at(-1)
    expect(waiting).toMatchObject({ state: 'waiting', report_sealed: expect.any(Buffer), number: null })
    expect(
      Object.values(waiting ?? {})
        .map((value) => String(value))
        .join(),
    ).not.toMatch(new RegExp(`甄金雀|羽毛|${phone}`))
    await confirm(held, code)
    await citizen.county.world.work()
    expect((await requestRows(citizen)).at(-1)).toMatchObject({
      state: 'done',
      report_sealed: null,
      phone_sealed: null,
      address_hash: null,
      number: expect.stringMatching(/^J/),
    })
  })

  it('is registered once, however often it is confirmed', async () => {
    const { held, code } = await beginReport(citizen, { phone: aPhone(), what: '夜市摊位的遮阳伞被人弄坏了。' })
    const answers = await Promise.all([confirm(held, code), confirm(held, code)])
    await citizen.county.world.work()
    answers.push(await confirm(held, code))
    await citizen.county.world.work()
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
    expect((await incidents()).filter(({ summary }) => summary.includes('遮阳伞'))).toHaveLength(1)
  })

  it('of a sensitive kind is marked so, and no message tells its number', async () => {
    const phone = aPhone()
    const { held, code } = await beginReport(citizen, { phone, kind: 'domestic', what: '邻居家里经常打骂，昨晚又听到哭喊。' })
    await confirm(held, code)
    await citizen.county.world.work()
    expect((await incidents()).find(({ summary }) => summary.includes('哭喊'))).toMatchObject({
      category: 'domestic-violence',
      grade: 'I',
      sensitivity: 'domestic',
    })
    expect(await messagesOn(citizen.county.world, phone)).toEqual([expect.stringMatching(/^验证码/)])
  })

  it('is forgotten when nobody confirms it in half an hour', async () => {
    const { held, code } = await beginReport(citizen, { phone: aPhone(), what: '没有确认的报案，内容应当删除。' })
    const id = (await requestRows(citizen)).at(-1)?.['id']
    citizen.county.world.advance({ minutes: 31 })
    expect((await confirm(held, code)).statusCode).toBe(403)
    await citizen.county.world.work()
    expect((await requestRows(citizen)).map((row) => row['id'])).not.toContain(id)
  })
})

describe('the limits', () => {
  const refused = async (held: Readonly<Record<string, string>>, code: string) => {
    const { statusCode, body } = await confirm(held, code)
    expect(body).toContain('没有对上')
    return statusCode
  }

  it('let a code live for five minutes and five tries; another one may be sent', async () => {
    const { held, code } = await beginReport(citizen, { phone: aPhone() })
    const wrong = code === '000000' ? '000001' : '000000'
    for (let tried = 0; tried < 5; tried++) expect(await refused(held, wrong)).toBe(403)
    citizen.county.world.advance({ minutes: 2 })
    expect(await refused(held, code)).toBe(403)
    expect((await citizen.post('/report/resend', held)).statusCode).toBe(200)
    await citizen.county.world.work()
    const [fresh = ''] = (await messagesOn(citizen.county.world, held['phone']?.replaceAll(' ', '')))
      .slice(-1)
      .map((text) => text.slice(4, 10))
    citizen.county.world.advance({ minutes: 5, seconds: 1 })
    expect(await refused(held, fresh)).toBe(403)
  })

  it('send six codes a day to one phone and no more, whoever asks', async () => {
    const phone = aPhone()
    for (let asked = 0; asked < 8; asked++) await citizen.post('/report', aReport({ phone }), `192.0.2.${100 + asked}`)
    await citizen.county.world.work()
    expect(await messagesOn(citizen.county.world, phone)).toHaveLength(6)
    const rows = await requestRows(citizen)
    expect(rows.slice(-2).every(({ state, report_sealed: kept }) => state === 'done' && kept === null)).toBe(true)
  })

  it('take three reports a day of one phone, also after a restart', async () => {
    const phone = aPhone()
    for (let sent = 0; sent < 3; sent++) {
      const { held, code } = await beginReport(citizen, { phone })
      expect((await confirm(held, code)).statusCode).toBe(200)
    }
    const { held, code } = await beginReport(citizen, { phone })
    const restarted = await citizen.county.world.http(() => null)
    expect((await postTo(restarted, '/report/confirm', { ...held, code })).statusCode).toBe(403)
    await restarted.close()
    await citizen.county.world.work()
    citizen.county.world.advance({ days: 1 })
    const next = await beginReport(citizen, { phone })
    expect((await confirm(next.held, next.code)).statusCode).toBe(200)
    await citizen.county.world.work()
  })

  it('begin late for an address, and do not touch its queries', async () => {
    const address = '192.0.2.201'
    await citizen.post('/report', aReport({ phone: aPhone() }), address)
    await sql`update public_query.throttle set tries = 60 where kind = 'report-address'`.execute(citizen.county.world.platform.db)
    const late = await citizen.post('/report', aReport({ phone: aPhone() }), address)
    expect(late.statusCode).toBe(429)
    expect(late.body).toContain('请打 110')
    expect((await citizen.post('/q', { number: `A141199550100202611${'0001'}`, phone: aPhone() }, address)).statusCode).toBe(200)
    await citizen.county.world.work()
  })
})

it('weighs 15 kB at most from the form to the number, style and script included', async () => {
  const pages = [(await citizen.get('/report')).body, (await citizen.post('/report', aReport({ what: '' }), '192.0.2.203')).body]
  const begun = await citizen.post('/report', aReport({ phone: aPhone() }), '192.0.2.203')
  const weight = [...pages, begun.body, styleSheet.text, script.text].reduce((sum, text) => sum + gzipSync(text).length, 0)
  expect(weight).toBeLessThan(15_000)
})

it('answers who has a ticket of nothing with a page that says so, and never with a number', async () => {
  const { body } = await citizen.post('/report', aReport({ phone: aPhone() }), '192.0.2.202')
  const unconfirmed = await citizen.post('/report/number', heldIn(body))
  const invented = await citizen.post('/report/number', { ticket: `${citizen.county.world.bureau}.x`, phone: aPhone() })
  expect(unconfirmed.statusCode).toBe(403)
  expect(invented.body).toBe(unconfirmed.body)
})
