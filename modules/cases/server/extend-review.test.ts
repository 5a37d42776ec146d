import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { inBeijing } from '#kernel/beijing-time.ts'
import { worldBegins } from '#platform/testing/world.ts'
import { type Bureau, createBureau, openCrime } from '../testing/bureau-of-cases.ts'
import { extendReview } from './extend-review.ts'
import { findCase } from './find-case.ts'
import { moveCase } from './move-case.ts'

let bureau: Bureau
beforeAll(async () => {
  bureau = await createBureau()
})
afterAll(() => bureau.world.close())
beforeEach(() => void (bureau.world.clock.now = worldBegins))

const lastMoment = ({ dueAt }: { dueAt: string }) => inBeijing(new Date(dueAt))

it('lets a review take seven days where leads have to be verified, decided by the head of the unit', async () => {
  const { world, unitHead } = bureau
  const { id } = await openCrime(bureau)
  world.advance({ days: 2 })
  const input = { caseId: id, tier: 'leads-to-verify', reason: '监控和通话记录待调取' }
  expect(lastMoment(await world.perform(extendReview, unitHead, input))).toBe('2026-03-09T23:59:59+08:00')
  expect(lastMoment(await world.perform(extendReview, unitHead, input))).toBe('2026-03-09T23:59:59+08:00')
  const seen = await world.ask(findCase, unitHead, { caseId: id })
  expect(seen.clock).toMatchObject({ extended: { count: 1, of: 2 } })
  expect(seen.changes).toMatchObject([{ kind: 'review', was: { days: 3 }, became: { days: 7 }, reason: '监控和通话记录待调取' }])
  expect(seen.can.extendReview).toEqual([])
})

it('lets it take thirty days in all with the approval of the leader alone', async () => {
  const { world, unitHead, leader } = bureau
  const { id } = await openCrime(bureau)
  const thirty = { caseId: id, tier: 'major-complex', reason: '涉案人员多，资金去向待查' }
  await expect(world.perform(extendReview, unitHead, thirty)).rejects.toMatchObject({ code: 'cases.changeNotYours' })
  await world.perform(extendReview, unitHead, { ...thirty, tier: 'leads-to-verify' })
  expect((await world.ask(findCase, leader, { caseId: id })).can.extendReview).toEqual(['major-complex'])
  expect(lastMoment(await world.perform(extendReview, leader, thirty))).toBe('2026-04-01T23:59:59+08:00')
  expect((await world.ask(findCase, leader, { caseId: id })).changes.at(-1)).toMatchObject({ was: { days: 7 }, became: { days: 30 } })
})

it('neither makes longer what has ended, nor shorter what was granted', async () => {
  const { world, unitHead, leader } = bureau
  const late = await openCrime(bureau)
  const granted = await openCrime(bureau)
  await world.perform(extendReview, leader, { caseId: granted.id, tier: 'major-complex', reason: '疑难' })
  await expect(world.perform(extendReview, leader, { caseId: granted.id, tier: 'leads-to-verify', reason: '核查' })).rejects.toMatchObject({
    facts: { finding: 'extension-lengthens' },
  })
  world.advance({ days: 4 })
  const tooLate = { caseId: late.id, tier: 'leads-to-verify', reason: '核查' }
  await expect(world.perform(extendReview, unitHead, tooLate)).rejects.toMatchObject({
    code: 'deadlines.notLawful',
    facts: { finding: 'extension-decided-in-time' },
  })
  // law: what was decided in time may be entered later.
  const decidedInTime = { ...tooLate, occurredAt: '2026-03-05T18:00:00+08:00', lateReason: '系统检修' }
  expect(lastMoment(await world.perform(extendReview, unitHead, decidedInTime))).toBe('2026-03-09T23:59:59+08:00')
})

it('is refused once the case is filed', async () => {
  const { world, leader } = bureau
  const { id } = await openCrime(bureau)
  await world.perform(moveCase, leader, { caseId: id, act: 'file' })
  await expect(world.perform(extendReview, leader, { caseId: id, tier: 'major-complex', reason: '疑难' })).rejects.toMatchObject({
    code: 'cases.noReviewRunning',
  })
})
