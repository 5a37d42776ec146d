import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Citizen, createCitizen, formOf } from '../../testing/citizen.ts'
import { move, serveNotice } from '../../testing/reported-case.ts'
import { script, styleSheet } from './assets.ts'

let citizen: Citizen
beforeAll(async () => {
  citizen = await createCitizen()
})
afterAll(() => citizen.close())

describe('the page of a case', () => {
  it('shows the promise first: date, days left, article, remedy; then what was done', async () => {
    const reported = await citizen.report()
    const opened = citizen.county.world.clock.now
    const { statusCode, body } = await citizen.get('/q/case', await citizen.openPage(reported))
    expect(statusCode).toBe(200)
    expect(body.indexOf('最迟 ')).toBeGreaterThan(0)
    expect(body.indexOf('最迟 ')).toBeLessThan(body.indexOf('已经办到哪里'))
    expect(body).toContain('《关于改革完善受案立案制度的意见》二（一）2')
    expect(body).toContain('城关派出所')
    expect(opened).toEqual(citizen.county.world.clock.now)
    for (const secret of ['贺秀兰', '门锁', reported.phone, reported.caseId]) expect(body).not.toContain(secret)
  })

  it('is in Traditional Chinese too, but for the names of unit and bureau', async () => {
    const { body } = await citizen.get('/q/case?lang=zh-hant', await citizen.openPage(await citizen.report()))
    expect(body).toContain('已經辦到哪裡')
    expect(body).toContain('《關於改革完善受案立案制度的意見》')
    expect(body).toContain('<span lang="zh-Hans">城关派出所</span>')
    expect(body).toContain('<span lang="zh-Hans">汾川县公安局</span>')
  })

  it('says that it is late, and what one may do now', async () => {
    const reported = await citizen.report()
    citizen.county.world.advance({ days: 20 })
    const { body } = await citizen.get('/q/case', await citizen.openPage(reported))
    expect(body).toContain('已过期限')
    expect(body).toContain('您现在可以：')
    expect(body).toContain('《刑事诉讼法》（2018修正）第113条')
  })

  it('says in English that the law sets no limit once the case is filed', async () => {
    const reported = await citizen.report()
    await move(citizen.county, reported, 'file')
    const { body } = await citizen.get('/q/case?lang=en', await citizen.openPage(reported))
    expect(body).toContain('The law sets no day by which an investigation must end.')
    expect(body).not.toMatch(/拘留|detention|custody/)
  })

  it('tells when and how the case was looked up, and the audit trail tells that a party did', async () => {
    const reported = await citizen.report()
    await citizen.openPage(reported)
    const { body } = await citizen.get('/q/case', await citizen.openPage(reported))
    expect(body.match(/回执查询码/g)).toHaveLength(2)
    await citizen.county.world.work()
    const looks = (await citizen.county.world.auditTrail(`case:${reported.caseId}`)).filter((line) => line.action === 'public-query.view')
    expect(looks).toHaveLength(2)
    expect(looks[0]).toMatchObject({ outcome: 'read' })
  })

  it('ends after fifteen minutes, when it is left, and when the case becomes secret', async () => {
    const reported = await citizen.report()
    const [one, two, three] = [await citizen.openPage(reported), await citizen.openPage(reported), await citizen.openPage(reported)]
    await citizen.http.inject({ method: 'POST', url: '/q/leave', headers: { cookie: `daylight_view=${one}` } })
    expect((await citizen.get('/q/case', one)).headers.location).toBe('/q?lang=zh&ended=1')
    expect((await citizen.get('/q/case', two)).statusCode).toBe(200)
    await sql`update public_query.receipt set is_hidden = true where id = ${reported.receiptId}`.execute(citizen.county.world.platform.db)
    expect((await citizen.get('/q/case', two)).statusCode).toBe(303)
    await sql`update public_query.receipt set is_hidden = false where id = ${reported.receiptId}`.execute(citizen.county.world.platform.db)
    citizen.county.world.advance({ minutes: 15 })
    expect((await citizen.get('/q/case', three)).statusCode).toBe(303)
  })

  it('shows of a sensitive case, its decision included, nothing that tells the kind', async () => {
    for (const sensitivity of ['domestic', 'sexual', 'minor'] as const) {
      const reported = await citizen.report({ kind: 'administrative', causeCode: 'psapl-51', sensitivity })
      await move(citizen.county, reported, 'decide', { outcome: 'mediated' })
      const { body } = await citizen.get('/q/case', await citizen.openPage(reported))
      expect(body).toContain('<p class="promise">已作出决定</p>')
      expect(body).not.toMatch(/家庭|暴力|未成年|性侵|强奸|猥亵|敏感|调解|不予处罚<|domestic|sexual|minor/)
    }
  })

  it('says of a refusal when its notice was served, to the complainant alone', async () => {
    const reported = await citizen.report({ reporter: { name: '贺秀兰', phone: '19900000751', role: 'complainant' } })
    await move(citizen.county, reported, 'refuse', { ground: 'no-crime', reason: '经审查，没有犯罪事实。' })
    await serveNotice(citizen.county, reported)
    const { body } = await citizen.get('/q/case', await citizen.openPage(reported))
    expect(body).toContain('《不予立案通知书》已送达：2026年3月')
    expect(body).toContain('申请复议')
  })

  it('opens for nobody who made a cookie up', async () => {
    for (const cookie of ['', 'x', `${citizen.county.world.bureau}.`, `${citizen.county.world.bureau}.guess`, '0.0'])
      expect((await citizen.get('/q/case', cookie)).statusCode).toBe(303)
  })
})

it('weighs 15 kB at most, style and script included', async () => {
  const reported = await citizen.report()
  citizen.county.world.advance({ days: 20 })
  const pages = [
    (await citizen.get('/q')).body,
    (await citizen.get('/q/case', await citizen.openPage(reported))).body,
    (await citizen.post('/q/confirm', formOf(reported, '1'))).body,
  ]
  const weigh = (text: string) => gzipSync(text, { level: 6 }).length
  const heaviest = Math.max(...pages.map(weigh)) + weigh(styleSheet.text) + weigh(script.text)
  expect(heaviest).toBeLessThan(15_000)
})
