import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Citizen, createCitizen, type Form } from '../testing/citizen.ts'
import { move, type ReportedCase } from '../testing/reported-case.ts'
import { secondReceipt } from '../testing/second-receipt.ts'
import { staffNotices } from '../testing/staff-inbox.ts'

let citizen: Citizen
beforeAll(async () => {
  citizen = await createCitizen()
})
afterAll(() => citizen.close())

const say = (cookie: string, form: Form, url = '/q/disagree/confirm') => citizen.post(url, form, '192.0.2.1', cookie)
const rowsOf = async ({ receiptId }: ReportedCase) =>
  (
    await sql<{
      position: number
      whole: string
    }>`select position, disagreement::text as whole from public_query.disagreement where party_id = (select party_id from public_query.receipt where id = ${receiptId}) order by position`.execute(
      citizen.county.world.platform.db,
    )
  ).rows

describe('a party who disagrees', () => {
  it('is asked once more, without a script, and keeps what was typed when the language changes', async () => {
    const cookie = await citizen.openPage(await citizen.report())
    expect((await citizen.get('/q/case', cookie)).body).toContain('我对这一步有异议')
    const { statusCode, body } = await say(cookie, { at: '1', text: '我觉得 <b>不对</b>', switch: 'en', lang: 'zh' }, '/q/disagree')
    expect(statusCode).toBe(200)
    expect(body).toContain('<html lang="en">')
    expect(body).toContain('我觉得 &lt;b&gt;不对&lt;/b&gt;</textarea>')
    expect(body).toContain('Accepted')
  })

  it('reads at once that it was received, and on which day; the words are sealed', async () => {
    const reported = await citizen.report()
    const cookie = await citizen.openPage(reported)
    const { statusCode, headers } = await say(cookie, { at: '1', text: '门锁明明是被撬的\r\n请再看' })
    expect([statusCode, headers.location]).toEqual([303, '/q/case?lang=zh'])
    const { body } = await citizen.get('/q/case', cookie)
    expect(body).toContain('您于 2026年3月2日对这一步提出异议。已收到')
    expect(body).not.toContain('我对这一步有异议')
    const [row] = await rowsOf(reported)
    expect(row?.whole).not.toContain('门锁')
  })

  it('is passed on to the head of the unit and to the case centre, and stands in the trail', async () => {
    const { world } = citizen.county
    const reported = await citizen.report()
    await say(await citizen.openPage(reported), { at: '1', text: '' })
    await world.work()
    const notices = await staffNotices(world, reported.caseId)
    expect(notices.map(({ unit, role }) => ({ unit, role }))).toEqual([
      { unit: world.station, role: 'unit-head' },
      { unit: world.bureau, role: 'case-centre' },
    ])
    expect(notices[0]?.text).toBe(`当事人对“受案”有异议，编号 ${reported.number}，等待案管中心答复。`)
    expect(notices[0]?.path).toMatch(/^\/staff\/disagreements\?open=/)
    expect((await world.auditTrail(`case:${reported.caseId}`)).filter(({ action }) => action === 'public-query.disagree')).toHaveLength(1)
  })

  it('does so once for each point until it is answered, also when the button is pressed twice at once', async () => {
    const reported = await citizen.report()
    await move(citizen.county, reported, 'file')
    const cookie = await citizen.openPage(reported)
    await Promise.all([1, 2, 3].map(() => say(cookie, { at: '1', text: '一' })))
    await say(cookie, { at: '1', text: '二' })
    await say(cookie, { at: '2', text: '' })
    expect((await rowsOf(reported)).map(({ position }) => position)).toEqual([1, 2])
    await citizen.county.world.work()
    expect(await staffNotices(citizen.county.world, reported.caseId)).toHaveLength(4)
  })

  it('finds it again on the page of another receipt of theirs', async () => {
    const { platform } = citizen.county.world
    const reported = await citizen.report()
    await say(await citizen.openPage(reported), { at: '1', text: '' })
    await secondReceipt(citizen.county.world, reported, { role: 'victim', phone: reported.phone, code: '4888999900001111' })
    await sql`update public_query.receipt set party_id = (select party_id from public_query.receipt where id = ${reported.receiptId})
      where number = ${reported.number} and id <> ${reported.receiptId}`.execute(platform.db)
    const again = await citizen.openPage({ ...reported, code: '4888999900001111' })
    expect((await citizen.get('/q/case', again)).body).toContain('已收到，已转告')
  })

  it('can do so only at a point that this party reads', async () => {
    const reported = await citizen.report({ sensitivity: 'operational' })
    await move(citizen.county, reported, 'file')
    const cookie = await citizen.openPage(reported)
    for (const at of ['2', '9', '', '-1', 'x']) await say(cookie, { at, text: '' })
    expect(await rowsOf(reported)).toEqual([])
  })

  it('needs an open page: without one, everything leads back to the query', async () => {
    for (const url of ['/q/disagree', '/q/disagree/confirm', '/q/not-me', '/q/not-me/confirm']) {
      const { statusCode, headers } = await say(`${citizen.county.world.bureau}.guess`, { at: '1' }, url)
      expect([url, statusCode, headers.location]).toEqual([url, 303, '/q?lang=zh&ended=1'])
    }
  })
})

describe('a party who says that a look was not theirs', () => {
  it('confirms it, and every open page and sent code ends at once', async () => {
    const { world } = citizen.county
    const reported = await citizen.report()
    await citizen.post('/q', { number: reported.number, phone: reported.phone })
    await world.work()
    const [strangers, own] = [await citizen.openPage(reported), await citizen.openPage(reported)]
    expect((await citizen.get('/q/case', own)).body).toContain('不是我查的')
    expect((await say(own, {}, '/q/not-me')).body).toContain('已打开的查询页全部关闭')
    expect((await citizen.get('/q/case', strangers)).statusCode).toBe(200)
    const done = await say(own, {}, '/q/not-me/confirm')
    expect(done.statusCode).toBe(200)
    expect(done.cookies[0]).toMatchObject({ name: 'daylight_view', value: '' })
    for (const cookie of [strangers, own]) expect((await citizen.get('/q/case', cookie)).statusCode).toBe(303)
    const { rows } = await sql<{
      open: number
    }>`select count(*) as open from public_query.code where receipt_id = ${reported.receiptId} and used_at is null`.execute(
      world.platform.db,
    )
    expect(rows[0]?.open).toBe(0)
    expect((await citizen.post('/q/confirm', { number: reported.number, phone: reported.phone, code: reported.code })).statusCode).toBe(303)
  })

  it('is passed on to the unit and to the case centre, and stands in the trail', async () => {
    const { world } = citizen.county
    const reported = await citizen.report()
    await say(await citizen.openPage(reported), {}, '/q/not-me/confirm')
    await world.work()
    const notices = await staffNotices(world, reported.caseId)
    expect(notices.map(({ role }) => role)).toEqual(['unit-head', 'case-centre'])
    expect(notices[0]?.path).toBe(`/staff/cases/${reported.caseId}`)
    expect((await world.auditTrail(`case:${reported.caseId}`)).map(({ action }) => action)).toContain('public-query.notMe')
  })
})
