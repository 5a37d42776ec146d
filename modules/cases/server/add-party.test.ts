import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NewParty } from '../contract.ts'
import { type Bureau, createBureau, openCrime, openViolation } from '../testing/bureau-of-cases.ts'
import { paperOf, seenBy } from '../testing/party-acts.ts'
import { addParty } from './add-party.ts'
import { moveCase } from './move-case.ts'
import { serveNotice } from './serve-notice.ts'

let bureau: Bureau
beforeAll(async () => {
  bureau = await createBureau()
})
afterAll(() => bureau.world.close())

const victim: NewParty = { name: '郝一鸣', phone: '19900000521', role: 'victim' }
const add = (caseId: string, party: NewParty = victim, id = uuid()) =>
  bureau.world.perform(addParty, bureau.officer, { caseId, id, party, reason: '走访时找到' })

const messagesAbout = async (caseId: string) =>
  (
    await sql<{ text: string }>`select text from notifications.message where subject = ${`case:${caseId}`}`.execute(
      bureau.world.platform.db,
    )
  ).rows

describe('adding a party', () => {
  it('gives a receipt with a number and a code of its own, and one neutral message', async () => {
    const { world } = bureau
    const { id, receipt } = await openCrime(bureau)
    const added = await add(id)
    const [first, second] = [await paperOf(bureau, id, receipt.id), await paperOf(bureau, id, added.receiptId)]
    expect(second).toMatchObject({ form: 'acceptance-receipt', reporterName: '郝一鸣', partyWord: '被害人' })
    expect(second.query.code).not.toBe(first.query.code)
    expect(second.paperNumber).not.toBe(first.paperNumber)
    const seen = await seenBy(bureau, id)
    expect(seen.parties).toMatchObject([{ role: 'reporter' }, { role: 'victim', name: '郝某某', phone: '199 **** 0521' }])
    expect(seen.partyChanges).toMatchObject([{ kind: 'added', role: 'victim', byName: '赵启明', reason: '走访时找到' }])
    expect(await messagesAbout(id)).toHaveLength(2)
    expect(await world.auditTrail(`case:${id}`)).toContainEqual({ actor: '赵启明', action: 'cases.addParty', outcome: 'done' })
  })

  it('takes one person in two roles, each with its receipt: papers and remedies follow the role', async () => {
    const { id } = await openCrime(bureau)
    await add(id, { name: '贺秀兰', phone: '19900000417', role: 'victim' })
    expect((await seenBy(bureau, id)).papers).toHaveLength(2)
  })

  it('calls who was harmed by the word of the kind of case', async () => {
    const { id } = await openViolation(bureau)
    const { receiptId } = await add(id)
    expect(await paperOf(bureau, id, receiptId)).toMatchObject({ form: 'admin-filing-notice', partyWord: '被侵害人' })
  })

  it('needs no mobile: the receipt then says that the code alone opens the query; a landline is noted and no more', async () => {
    const { id } = await openCrime(bureau)
    const { receiptId } = await add(id, { ...victim, phone: null, landline: '0350-5550110' })
    expect((await paperOf(bureau, id, receiptId)).query).toMatchObject({ isCodeOnly: true })
    expect((await seenBy(bureau, id)).parties[1]).toMatchObject({ phone: null, landline: '0350-****10' })
  })

  it('sends nothing in sensitive and secret cases', async () => {
    for (const quiet of [{ sensitivity: 'domestic' } as const, { secrecy: 'secret' } as const]) {
      const { id } = await openCrime(bureau, quiet)
      await add(id)
      expect(await messagesAbout(id)).toEqual([])
    }
  })

  it('promises no decision that was taken already', async () => {
    const { world, leader } = bureau
    const { id } = await openCrime(bureau)
    await world.perform(moveCase, leader, { caseId: id, act: 'file' })
    const { receiptId } = await add(id)
    expect(await paperOf(bureau, id, receiptId)).toMatchObject({ reached: { stage: 'filed', reachedAt: world.clock.now } })
  })

  it('gives a complainant who comes after the refusal the notice, with three days of their own', async () => {
    const { world, leader, officer } = bureau
    const { id } = await openCrime(bureau)
    await world.perform(moveCase, leader, { caseId: id, act: 'refuse', ground: 'plainly-minor', reason: '未造成损失。' })
    expect((await seenBy(bureau, id)).can.addParty).toEqual(['complainant'])
    await expect(add(id)).rejects.toMatchObject({ code: 'cases.partyNotTaken', facts: { stage: 'not-filed', role: 'victim' } })
    world.advance({ hours: 48 })
    const { partyId, noticeId } = await add(id, { ...victim, role: 'complainant' })
    expect(await paperOf(bureau, id, noticeId ?? '')).toMatchObject({
      reasons: '犯罪事实显著轻微，不需要追究刑事责任。未造成损失。',
      issuedAt: world.clock.now,
    })
    const seen = await seenBy(bureau, id)
    expect(seen.clocks).toContainEqual(
      expect.objectContaining({ rule: 'no_filing_notice_service', state: 'running', startedAt: world.clock.now.toISOString() }),
    )
    expect(seen).toMatchObject({ can: { serveNotice: true } })
    expect(seen.parties[1]).toMatchObject({ isNoticeDue: true })
    world.advance({ hours: 1 })
    await world.perform(serveNotice, officer, { caseId: id, partyId, way: 'in-person' })
    expect((await seenBy(bureau, id)).parties[1]).toMatchObject({ isNoticeDue: false })
  })

  it('gives every complainant of a refused case a notice', async () => {
    const { world, leader } = bureau
    const { id } = await openCrime(bureau, { reporter: { name: '贺秀兰', phone: null, role: 'complainant' } })
    await add(id, { ...victim, role: 'complainant' })
    await world.perform(moveCase, leader, { caseId: id, act: 'refuse', ground: 'no-crime', reason: '没有犯罪事实。' })
    const { papers, parties } = await seenBy(bureau, id)
    const notices = papers.filter((paper) => paper.form === 'no-filing-notice')
    expect(notices.map((paper) => paper.partyId)).toEqual(parties.map((party) => party.id))
  })

  it('has an end: a case that was transferred or decided takes nobody', async () => {
    const { world, unitHead } = bureau
    const { id } = await openViolation(bureau)
    await world.perform(moveCase, unitHead, { caseId: id, act: 'decide', outcome: 'mediated' })
    await expect(add(id)).rejects.toMatchObject({ code: 'cases.partyNotTaken' })
  })

  it('is for the officers of the unit, and answers a click that came twice like the first', async () => {
    const { world, leader, stranger } = bureau
    const { id } = await openCrime(bureau)
    const input = { caseId: id, id: uuid(), party: victim }
    const first = await world.perform(addParty, bureau.officer, input)
    expect(await world.perform(addParty, bureau.officer, input)).toEqual(first)
    await expect(world.perform(addParty, bureau.unitHead, input)).rejects.toMatchObject({ code: 'cases.movedMeanwhile' })
    await expect(world.perform(addParty, stranger, { ...input, id: uuid() })).rejects.toMatchObject({ code: 'cases.caseNotFound' })
    await expect(world.perform(addParty, leader, { ...input, id: uuid() })).rejects.toMatchObject({ code: 'house.notAllowed' })
    expect((await seenBy(bureau, id)).parties).toHaveLength(2)
  })

  it('opens a case with several parties at once, each with its receipt', async () => {
    const { id } = await openCrime(bureau, { others: [victim, { ...victim, phone: '19900000522', role: 'complainant' }] })
    const { parties, papers } = await seenBy(bureau, id)
    expect(parties.map((party) => party.role)).toEqual(['reporter', 'victim', 'complainant'])
    expect(papers.map((paper) => paper.partyId)).toEqual(parties.map((party) => party.id))
  })
})
