import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Bureau, createBureau, openCrime } from '../testing/bureau-of-cases.ts'
import { endMeasure } from './end-measure.ts'
import { takeMeasure } from './take-measure.ts'

let bureau: Bureau
beforeAll(async () => {
  bureau = await createBureau()
})
afterAll(() => bureau.world.close())

it('ends once, not before it began, and answers the same click like the first', async () => {
  const { world, officer } = bureau
  const { id: caseId } = await openCrime(bureau)
  const [measureId, begun] = [uuid(), world.clock.now]
  const taken = { caseId, id: measureId, personId: uuid(), personName: '闫守田', kind: 'detention', decidedBy: '郭仲平' }
  await world.perform(takeMeasure, officer, { ...taken, decidedAt: begun.toISOString() })
  world.advance({ hours: 3 })
  const early = new Date(begun.getTime() - 3_600_000).toISOString()
  await expect(
    world.perform(endMeasure, officer, { caseId, measureId, reason: '释放', occurredAt: early, lateReason: '补录' }),
  ).rejects.toMatchObject({ code: 'house.beforeEarlierFact' })
  const first = await world.perform(endMeasure, officer, { caseId, measureId, reason: '释放' })
  expect(first.endedAt).toBe(world.clock.now.toISOString())
  expect(await world.perform(endMeasure, officer, { caseId, measureId, reason: '释放' })).toEqual(first)
})
