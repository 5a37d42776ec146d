import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bureau, createBureau, openCrime } from '../testing/bureau-of-cases.ts'
import { seenBy } from '../testing/party-acts.ts'
import { addParty } from './add-party.ts'
import { listCases } from './list-cases.ts'
import { moveCase } from './move-case.ts'
import { serveNotice } from './serve-notice.ts'

let bureau: Bureau
beforeAll(async () => {
  bureau = await createBureau()
})
afterAll(() => bureau.world.close())

const complainant = (name: string, phone: string | null = null) => ({ name, phone, role: 'complainant' }) as const

/** A crime that was refused, of which these people complained. */
async function refusedCrime(...names: string[]) {
  const [first = '贺秀兰', ...others] = names
  const { id } = await openCrime(bureau, { reporter: complainant(first), others: others.map((name) => complainant(name)) })
  await bureau.world.perform(moveCase, bureau.leader, { caseId: id, act: 'refuse', ground: 'plainly-minor', reason: '未造成损失。' })
  const { parties } = await seenBy(bureau, id)
  return { id, partyIds: parties.map((party) => party.id) }
}

const serve = (input: object) => bureau.world.perform(serveNotice, bureau.officer, { way: 'in-person', ...input })

const servicesIn = async (caseId: string) => {
  const { papers, clocks, parties } = await seenBy(bureau, caseId)
  return {
    served: papers.filter(({ form }) => form === 'no-filing-notice').map(({ served }) => served && [served.way, served.at, served.byName]),
    clocks: clocks.filter(({ rule }) => rule === 'no_filing_notice_service').map(({ state }) => state),
    due: parties.map(({ isNoticeDue }) => isNoticeDue),
  }
}

describe('serving the notice of refusal', () => {
  it('ends the three days of service, once, and keeps how, when and by whom', async () => {
    const { world, officer, leader } = bureau
    const { id } = await openCrime(bureau, { reporter: complainant('贺秀兰') })
    await expect(serve({ caseId: id })).rejects.toMatchObject({ code: 'cases.noticeNotDue' })
    await world.perform(moveCase, leader, { caseId: id, act: 'refuse', ground: 'plainly-minor', reason: '未造成损失。' })
    world.advance({ hours: 5 })
    await expect(world.perform(serveNotice, officer, { caseId: id })).rejects.toMatchObject({ fields: [{ path: 'way' }] })
    const first = await serve({ caseId: id, way: 'left-behind' })
    expect(await servicesIn(id)).toEqual({
      served: [['left-behind', world.clock.now.toISOString(), '赵启明']],
      clocks: ['met'],
      due: [false],
    })
    expect(await serve({ caseId: id, way: 'left-behind' })).toEqual(first)
    await expect(serve({ caseId: id, way: 'by-post' })).rejects.toMatchObject({ code: 'cases.noticeAlreadyServed' })
  })

  it('is owed to each complainant: who was served is, and the other still waits', async () => {
    const { world, unitHead } = bureau
    const { id, partyIds } = await refusedCrime('贺秀兰', '郝一鸣')
    await expect(serve({ caseId: id })).rejects.toMatchObject({ code: 'cases.whoseNotice', fields: [{ path: 'partyId' }] })
    world.advance({ hours: 1 })
    const firstAt = world.clock.now.toISOString()
    await serve({ caseId: id, partyId: partyIds[0] })
    expect(await servicesIn(id)).toEqual({
      served: [['in-person', firstAt, '赵启明'], null],
      clocks: ['met', 'running'],
      due: [false, true],
    })
    await expect(serve({ caseId: id, partyId: partyIds[0], way: 'by-post' })).rejects.toMatchObject({ code: 'cases.noticeAlreadyServed' })
    world.advance({ days: 5 })
    const overdue = async () => (await world.ask(listCases, unitHead, { level: 'overdue' })).rows.find((row) => row.id === id)
    expect(await overdue()).toMatchObject({ clock: { rule: 'no_filing_notice_service', level: 'overdue' } })
    await serve({ caseId: id, way: 'by-post' })
    expect(await servicesIn(id)).toMatchObject({
      served: [
        ['in-person', firstAt, '赵启明'],
        ['by-post', world.clock.now.toISOString(), '赵启明'],
      ],
      due: [false, false],
    })
    expect(await overdue()).toBeUndefined()
  })

  it('counts from when a complainant came who came only afterwards, and was served on nobody before the notice was made out', async () => {
    const { world, officer } = bureau
    const { id } = await refusedCrime('贺秀兰')
    const beforeTheyCame = world.clock.now.toISOString()
    world.advance({ hours: 48 })
    const party = complainant('阎保成')
    const { partyId } = await world.perform(addParty, officer, { caseId: id, id: uuid(), party })
    const early = { caseId: id, partyId, occurredAt: beforeTheyCame, lateReason: '补录' }
    await expect(serve(early)).rejects.toMatchObject({ code: 'house.beforeEarlierFact' })
    await serve({ caseId: id, partyId, way: 'electronic' })
    expect(await servicesIn(id)).toMatchObject({ clocks: ['running', 'met'], due: [true, false] })
  })

  it('is nothing for another unit', async () => {
    const { world, stranger } = bureau
    const { id } = await openCrime(bureau)
    await expect(world.perform(serveNotice, stranger, { caseId: id, way: 'in-person' })).rejects.toMatchObject({
      code: 'cases.caseNotFound',
    })
  })
})
