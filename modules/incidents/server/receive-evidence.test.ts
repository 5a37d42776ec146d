import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { v7 as uuid } from 'uuid'
import { paperOf } from '#modules/cases/testing/party-acts.ts'
import { arrived, asCrime, createDesk, type Desk, disposeAs, takeCall } from '../testing/first-walk.ts'
import { factsOf } from '../testing/paper-text.ts'
import { receiveEvidence } from './receive-evidence.ts'

let desk: Desk
let incidentId: string
beforeAll(async () => {
  desk = await createDesk()
  incidentId = (await takeCall(desk, { source: 'counter' })).id
})
afterAll(() => desk.world.close())

const items = [
  { name: '购物小票', quantity: '1 张', features: '汾川百货，金额 368 元' },
  { name: '监控录像', quantity: '1 段', features: 'U 盘拷贝' },
]
const receive = (actor: Desk['officer'], over: object = {}) =>
  desk.world.perform(receiveEvidence, actor, { incidentId, paperId: uuid(), giverName: '贺秀兰', items, ...over })

describe('evidence that is handed over', () => {
  it('is listed piece by piece, whatever the state of the incident', async () => {
    const { paperId } = await receive(desk.officer)
    expect(await factsOf(desk.world, desk.officer, incidentId, paperId)).toMatchObject({
      form: 'evidence-list',
      giverName: '贺秀兰',
      items,
    })
  })

  it('may be received at the counter by the desk too, also entered late with a reason', async () => {
    await receive(desk.dispatcher)
    const occurredAt = desk.world.clock.now.toISOString()
    desk.world.advance({ minutes: 60 })
    await expect(receive(desk.officer, { occurredAt })).rejects.toMatchObject({ code: 'house.lateWithoutReason' })
    await receive(desk.officer, { occurredAt, lateReason: '系统维护' })
  })

  it('needs a name, a giver and at least one piece', async () => {
    await expect(receive(desk.officer, { items: [] })).rejects.toMatchObject({ code: 'house.invalidInput' })
    await expect(receive(desk.officer, { giverName: ' ' })).rejects.toMatchObject({ fields: [{ path: 'giverName' }] })
    await expect(receive(desk.officer, { items: [{ name: '', quantity: '1', features: '' }] })).rejects.toMatchObject({
      fields: [{ path: 'items.0.name' }],
    })
  })
})

describe('the receipt of a suspected crime', () => {
  const accepted = async (lists: readonly object[], over: object = {}) => {
    const id = await arrived(desk)
    const numbers = []
    for (const list of lists) numbers.push((await receive(desk.officer, { incidentId: id, ...list })).paperNumber)
    const { caseId, receiptId } = await disposeAs(desk, id, asCrime(over))
    return { receipt: await paperOf(desk, String(caseId), String(receiptId)), numbers }
  }

  it('says what the reporter had handed over, and on which list', async () => {
    const { receipt, numbers } = await accepted([{}])
    expect(receipt).toMatchObject({ evidence: `购物小票 1 张、监控录像 1 段（见《接受证据清单》${numbers[0]}）` })
  })

  it('says nothing of what somebody else handed over, nor where nothing was', async () => {
    expect((await accepted([{ giverName: '闫守田' }])).receipt).toMatchObject({ evidence: null })
    expect((await accepted([])).receipt).toMatchObject({ evidence: null })
  })

  it('names every list of the reporter, the first five pieces of each', async () => {
    const many = Array.from({ length: 7 }, (_, index) => ({ name: `照片${index + 1}`, quantity: '1 张', features: '' }))
    const { receipt, numbers } = await accepted([{}, { items: many }])
    expect(receipt).toMatchObject({
      evidence: `购物小票 1 张、监控录像 1 段（见《接受证据清单》${numbers[0]}）；照片1 1 张、照片2 1 张、照片3 1 张、照片4 1 张、照片5 1 张等 7 项（见《接受证据清单》${numbers[1]}）`,
    })
  })
})
