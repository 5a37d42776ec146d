import { afterAll, beforeAll, expect, it } from 'vitest'
import { v7 as uuid } from 'uuid'
import { arrived, createDesk, type Desk, disposeAs } from '../testing/first-walk.ts'
import { findIncident } from './find-incident.ts'
import { refuseFiling } from './refuse-filing.ts'
import { servePaper } from './serve-paper.ts'

let desk: Desk
let incidentId: string
let paperId: string
beforeAll(async () => {
  desk = await createDesk()
  incidentId = await arrived(desk)
  await disposeAs(desk, incidentId, { disposition: 'not-accepted', note: '没有违法事实' })
  ;({ paperId } = await desk.world.perform(refuseFiling, desk.unitHead, { incidentId, paperId: uuid(), reason: '没有违法事实' }))
})
afterAll(() => desk.world.close())

const serve = (over: object = {}) => desk.world.perform(servePaper, desk.officer, { incidentId, paperId, way: 'in-person', ...over })

it('is not before the paper was issued, and not of another incident', async () => {
  const before = new Date(desk.world.clock.now.getTime() - 3_600_000).toISOString()
  await expect(serve({ occurredAt: before })).rejects.toMatchObject({ code: 'house.beforeEarlierFact' })
  await expect(serve({ paperId: uuid() })).rejects.toMatchObject({ code: 'incidents.paperNotFound' })
})

it('is recorded once, with time, way and who did it', async () => {
  const first = await serve()
  expect(await serve()).toEqual(first)
  await expect(serve({ way: 'by-post' })).rejects.toMatchObject({ code: 'incidents.paperServedBefore' })
  const { papers } = await desk.world.ask(findIncident, desk.officer, { incidentId })
  expect(papers).toMatchObject([{ served: { way: 'in-person', byName: '赵启明', at: first.servedAt } }])
})
