import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import type { Officer } from '#kernel/actor.ts'
import { type Citizen, createCitizen } from '../testing/citizen.ts'
import { disclose, messagesOn, type ReportedCase } from '../testing/reported-case.ts'
import { answerDisagreement } from './answer-disagreement.ts'
import { findDisagreement } from './find-disagreement.ts'
import { listDisagreements } from './list-disagreements.ts'

let citizen: Citizen
let centre: Officer
let colleague: Officer
beforeAll(async () => {
  citizen = await createCitizen()
  const { world } = citizen.county
  centre = world.officer('冯若谷', 'case-centre', world.bureau)
  colleague = world.officer('白露', 'case-centre', world.bureau)
})
afterAll(() => citizen.close())

const text = '我觉得应当立案'
async function disagreed(over: Parameters<Citizen['report']>[0] = {}): Promise<{ reported: ReportedCase; id: string; cookie: string }> {
  const reported = await citizen.report(over)
  const cookie = await citizen.openPage(reported)
  await citizen.post('/q/disagree/confirm', { at: '1', text }, '192.0.2.1', cookie)
  await citizen.county.world.work()
  const { rows } = await sql<{
    id: string
  }>`select id from public_query.disagreement where party_id = (select party_id from public_query.receipt where id = ${reported.receiptId}) and answered_at is null`.execute(
    citizen.county.world.platform.db,
  )
  return { reported, id: rows[0]!.id, cookie }
}

const answer = (disagreementId: string, words = '已请城关派出所复查，三日内当面说明。', officer = centre) =>
  citizen.county.world.perform(answerDisagreement, officer, { disagreementId, answer: words })
const find = (disagreementId: string, officer: Officer) => citizen.county.world.ask(findDisagreement, officer, { disagreementId })
const list = (officer: Officer, over: object = {}) => citizen.county.world.ask(listDisagreements, officer, over)
const idsOf = async (officer: Officer, over?: object) => (await list(officer, over)).rows.map(({ id }) => id)

describe('the answer', () => {
  it('stands on the page of the party with its day, and they may disagree again', async () => {
    const { reported, id, cookie } = await disagreed()
    citizen.county.world.advance({ minutes: 5 })
    expect(await answer(id)).toEqual({ answeredAt: citizen.county.world.clock.now.toISOString() })
    const { body } = await citizen.get('/q/case', cookie)
    expect(body).toContain('案管中心 2026年3月2日答复：</strong>已请城关派出所复查')
    expect(body).toContain('我对这一步有异议')
    expect(body).not.toContain('冯若谷')
    await citizen.county.world.work()
    expect((await messagesOn(citizen.county.world, reported.phone)).at(-1)).toContain('您提出的异议已有答复')
    await citizen.post('/q/disagree/confirm', { at: '1', text: '' }, '192.0.2.1', cookie)
    expect((await citizen.get('/q/case', cookie)).body).toContain('已收到，已转告')
  })

  it('is given once: the same click twice changes nothing, another one is refused', async () => {
    const { id } = await disagreed()
    const first = await answer(id)
    citizen.county.world.advance({ minutes: 1 })
    expect(await answer(id)).toEqual(first)
    await expect(answer(id, '另一个答复')).rejects.toMatchObject({ code: 'public-query.alreadyAnswered', facts: { byName: '冯若谷' } })
    await expect(answer(id, undefined, colleague)).rejects.toMatchObject({ code: 'public-query.alreadyAnswered' })
  })

  it('is given by the case centre alone, and both reading and answering are written down', async () => {
    const { reported, id } = await disagreed()
    const { unitHead, leader, supervisor, world } = citizen.county
    for (const officer of [unitHead, leader, supervisor]) {
      expect((await find(id, officer)).can.answer).toBe(false)
      const code = officer === supervisor ? 'house.notAllowed' : 'public-query.answerNotYours'
      await expect(answer(id, undefined, officer)).rejects.toMatchObject({ code })
    }
    expect(await find(id, centre)).toMatchObject({ text, can: { answer: true } })
    await answer(id)
    expect(await find(id, unitHead)).toMatchObject({ answer: '已请城关派出所复查，三日内当面说明。', answeredByName: '冯若谷' })
    const actions = (await world.auditTrail(`case:${reported.caseId}`)).map(({ action }) => action)
    expect(actions).toEqual(expect.arrayContaining(['public-query.findDisagreement', 'public-query.answerDisagreement']))
  })

  it.each(['unitHead', 'leader'] as const)(
    'is given by the %s where the case became secret, and says so once the party reads it',
    async (who) => {
      const { reported, id, cookie } = await disagreed()
      const answerer = citizen.county[who]
      await disclose(citizen.county, reported, 'secret', 'none')
      expect(await find(id, answerer)).toMatchObject({ can: { answer: true } })
      await expect(answer(id)).rejects.toMatchObject({ code: 'public-query.disagreementNotFound' })
      await answer(id, '已复核，案件仍在办理。', answerer)
      await citizen.county.world.work()
      expect(await messagesOn(citizen.county.world, reported.phone)).not.toContainEqual(expect.stringContaining('您提出的异议已有答复'))
      await disclose(citizen.county, reported, 'ordinary', 'none')
      const name = who === 'leader' ? '县公安局负责人' : '承办单位负责人'
      expect((await citizen.get('/q/case', cookie)).body).toContain(`${name} 2026年3月2日答复：</strong>已复核，案件仍在办理。`)
    },
  )

  it('sends no message in a sensitive case', async () => {
    const { reported, id } = await disagreed({ sensitivity: 'domestic' })
    await answer(id)
    await citizen.county.world.work()
    expect(await messagesOn(citizen.county.world, reported.phone)).toEqual([])
  })
})

describe('the list', () => {
  it('shows each role what is in its units, filtered, newest first, page by page', async () => {
    const { world, unitHead, stranger, leader, supervisor } = citizen.county
    const [older, newer] = [await disagreed(), await disagreed()]
    for (const officer of [centre, unitHead, leader, supervisor]) expect((await idsOf(officer)).slice(0, 2)).toEqual([newer.id, older.id])
    await expect(list(stranger)).rejects.toMatchObject({ code: 'house.notAllowed' })
    const elsewhere = world.officer('某某', 'unit-head', world.unit())
    expect(await idsOf(elsewhere)).toEqual([])
    await expect(find(newer.id, elsewhere)).rejects.toMatchObject({ code: 'public-query.disagreementNotFound' })
    await answer(older.id)
    expect(await idsOf(centre, { state: 'open' })).not.toContain(older.id)
    expect(await idsOf(centre, { state: 'answered' })).toContain(older.id)
    expect(await idsOf(centre, { number: newer.reported.number.toLowerCase() })).toEqual([newer.id])
    const first = await list(centre, { limit: 1 })
    const second = await list(centre, { limit: 1, after: first.next })
    expect([first.rows[0]?.id, second.rows[0]?.id]).toEqual([newer.id, older.id])
    expect(first.count).toBeGreaterThan(1)
    expect(JSON.stringify(first)).not.toContain(text)
  })

  it('hides what became secret from all but the head of the unit and the leader', async () => {
    const { id, reported } = await disagreed()
    await sql`update public_query.receipt set is_hidden = true where id = ${reported.receiptId}`.execute(citizen.county.world.platform.db)
    for (const officer of [centre, citizen.county.supervisor]) {
      expect(await idsOf(officer)).not.toContain(id)
      await expect(find(id, officer)).rejects.toMatchObject({ code: 'public-query.disagreementNotFound' })
    }
    await expect(answer(id)).rejects.toMatchObject({ code: 'public-query.disagreementNotFound' })
    for (const officer of [citizen.county.unitHead, citizen.county.leader]) expect(await idsOf(officer)).toContain(id)
  })
})
