import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Citizen, createCitizen, formOf } from '../testing/citizen.ts'
import { act, messagesOn, move, printedCode, receiptPartyOf, type ReportedCase, reporter, sentCode } from '../testing/reported-case.ts'

let citizen: Citizen
beforeAll(async () => {
  citizen = await createCitizen()
})
afterAll(() => citizen.close())

let phones = 19_900_002_000
const aPhone = () => String(++phones)
const confirm = async (reported: Pick<ReportedCase, 'number' | 'phone'>, code: string) =>
  (await citizen.post('/q/confirm', formOf(reported, code))).statusCode
const open = 303
const refused = 403

const atCounter = async (reported: ReportedCase) => ({
  caseId: reported.caseId,
  partyId: await receiptPartyOf(citizen.county.world, reported.receiptId),
  id: uuid(),
  reason: '本人申请',
  identityCheck: 'id-card',
})

async function changePhone(reported: ReportedCase, phone: string | null): Promise<void> {
  await act(citizen.county, 'cases.changePartyPhone', { ...(await atCounter(reported)), phone })
}

describe('a phone that was changed at the counter', () => {
  it('opens the page in place of the old one, whose open page and sent code are over', async () => {
    const reported = await citizen.report()
    const cookie = await citizen.openPage(reported)
    await citizen.post('/q', formOf(reported))
    await citizen.county.world.work()
    const stolen = await sentCode(citizen.county.world, reported.phone)
    const moved = { ...reported, phone: aPhone() }
    await changePhone(reported, moved.phone)
    expect((await citizen.get('/q/case', cookie)).statusCode).not.toBe(200)
    expect(await confirm(reported, reported.code)).toBe(refused)
    expect(await confirm(moved, stolen)).toBe(refused)
    expect(await confirm(moved, reported.code)).toBe(open)
    await citizen.county.world.work()
  })

  it('gets what is sent from then on; the old one gets nothing more', async () => {
    const reported = await citizen.report()
    const before = (await messagesOn(citizen.county.world, reported.phone)).length
    const phone = aPhone()
    await changePhone(reported, phone)
    await move(citizen.county, reported, 'file')
    expect(await messagesOn(citizen.county.world, reported.phone)).toHaveLength(before)
    expect(await messagesOn(citizen.county.world, phone)).toEqual([
      expect.stringContaining('本手机号已登记'),
      expect.stringContaining('有新进展'),
    ])
  })

  it('is told of one point once, also where one person stands in two roles', async () => {
    const reported = await citizen.report()
    const party = { name: '贺秀兰', phone: reported.phone, role: 'complainant' }
    await act(citizen.county, 'cases.addParty', { caseId: reported.caseId, id: uuid(), party })
    await move(citizen.county, reported, 'file')
    const news = (await messagesOn(citizen.county.world, reported.phone)).filter((text) => text.includes('有新进展'))
    expect(news).toHaveLength(1)
  })
})

describe('a receipt that was issued again', () => {
  it('opens the page with its new code; the old code and the page it opened are over', async () => {
    const reported = await citizen.report()
    const cookie = await citizen.openPage(reported)
    const { receiptId } = await act(citizen.county, 'cases.reissueReceipt', await atCounter(reported))
    const code = await printedCode(citizen.county.world, receiptId as string)
    expect((await citizen.get('/q/case', cookie)).statusCode).not.toBe(200)
    expect(await confirm(reported, reported.code)).toBe(refused)
    expect(await confirm(reported, code)).toBe(open)
    expect(await messagesOn(citizen.county.world, reported.phone)).toContainEqual(expect.stringContaining('已补发，原查询码作废'))
  })
})

describe('a complainant who came after the refusal', () => {
  it('reads the date until which the notice is served on them, not that of others', async () => {
    const reported = await citizen.report({ reporter: reporter('complainant', aPhone()) })
    await move(citizen.county, reported, 'refuse', { ground: 'no-crime', reason: '没有犯罪事实。' })
    await act(citizen.county, 'cases.serveNotice', { caseId: reported.caseId, way: 'in-person' })
    citizen.county.world.advance({ hours: 24 * 5 })
    const phone = aPhone()
    const { receiptId } = await act(citizen.county, 'cases.addParty', {
      caseId: reported.caseId,
      id: uuid(),
      party: { name: '郝一鸣', phone, role: 'complainant' },
    })
    const late = { ...reported, phone, code: await printedCode(citizen.county.world, receiptId as string) }
    const page = (await citizen.get('/q/case', await citizen.openPage(late))).body
    expect(page).toContain('送达《不予立案通知书》')
    // law: came on 7 March 2026; three days from then, whatever was served on others.
    expect(page).toContain('3月10日')
    expect((await citizen.get('/q/case', await citizen.openPage(reported))).body).not.toContain('3月10日')
  })
})
