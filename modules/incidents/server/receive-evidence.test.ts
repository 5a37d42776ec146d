import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { v7 as uuid } from 'uuid'
import { createDesk, type Desk, takeCall } from '../testing/first-walk.ts'
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
