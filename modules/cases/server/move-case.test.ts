import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clocksOf } from '#modules/deadlines/index.ts'
import { type Bureau, createBureau, openCrime, openViolation } from '../testing/bureau-of-cases.ts'
import { findCase } from './find-case.ts'
import { moveCase } from './move-case.ts'
import { readPaper } from './read-paper.ts'

let bureau: Bureau
beforeAll(async () => {
  bureau = await createBureau()
})
afterAll(() => bureau.world.close())

describe('moving a case', () => {
  it('lets the bureau leader file an accepted crime, which ends its clock', async () => {
    const { world, leader } = bureau
    const { id } = await openCrime(bureau)
    world.advance({ hours: 20 })
    await expect(world.perform(moveCase, leader, { caseId: id, act: 'file' })).resolves.toMatchObject({ stage: 'filed' })
    const [clock] = await clocksOf(world.open, world.bureau, [`case:${id}`])
    expect(clock).toMatchObject({ state: 'met', metAt: world.clock.now })
  })

  it('cannot skip filing, and says which acts are open', async () => {
    const { world, leader } = bureau
    const { id } = await openCrime(bureau)
    await expect(world.perform(moveCase, leader, { caseId: id, act: 'transfer' })).rejects.toMatchObject({
      code: 'cases.moveNotAllowed',
      facts: { from: 'accepted', act: 'transfer', open: ['file', 'refuse'] },
    })
  })

  it('leaves filing to the bureau leader: a unit head is told whose it is, and the attempt is recorded', async () => {
    const { world, unitHead } = bureau
    const { id } = await openCrime(bureau)
    await expect(world.perform(moveCase, unitHead, { caseId: id, act: 'file' })).rejects.toMatchObject({ code: 'cases.moveNotYours' })
    expect(await world.auditTrail(`case:${id}`)).toContainEqual({ actor: '陈立安', action: 'cases.move', outcome: 'cases.moveNotYours' })
  })

  it('refuses to file only with a reason, which goes into the notice and starts three days of service', async () => {
    const { world, leader } = bureau
    const { id } = await openCrime(bureau, { reporter: { name: '贺秀兰', phone: null, role: 'complainant' } })
    await expect(world.perform(moveCase, leader, { caseId: id, act: 'refuse', ground: 'no-crime' })).rejects.toMatchObject({
      code: 'cases.reasonRequired',
      fields: [{ path: 'reason' }],
    })
    await world.perform(moveCase, leader, { caseId: id, act: 'refuse', ground: 'no-crime', reason: '经审查，没有犯罪事实。' })
    const seen = await world.ask(findCase, leader, { caseId: id })
    expect(seen.papers.map((paper) => paper.form)).toEqual(['acceptance-receipt', 'no-filing-notice'])
    expect(seen.clocks.map((clock) => [clock.rule, clock.state])).toContainEqual(['no_filing_notice_service', 'running'])
    expect(seen.can.acts).toEqual([])
  })

  it('refuses to file only on a ground of the law, whoever asks and by whatever door', async () => {
    const { world, leader } = bureau
    const { id } = await openCrime(bureau)
    await expect(world.perform(moveCase, leader, { caseId: id, act: 'refuse', reason: '双方系经济纠纷。' })).rejects.toMatchObject({
      code: 'cases.groundRequired',
      fields: [{ path: 'ground' }],
    })
    expect(await world.ask(findCase, leader, { caseId: id })).toMatchObject({ stage: 'accepted' })
  })

  it('prints the ground of the law before the reason, and takes one for a refusal only', async () => {
    const { world, leader } = bureau
    const { id } = await openCrime(bureau, { reporter: { name: '贺秀兰', phone: null, role: 'complainant' } })
    await expect(world.perform(moveCase, leader, { caseId: id, act: 'file', ground: 'no-crime' })).rejects.toMatchObject({
      code: 'cases.groundNotAsked',
    })
    await world.perform(moveCase, leader, { caseId: id, act: 'refuse', ground: 'limitation-passed', reason: '案发于 2001 年。' })
    const seen = await world.ask(findCase, leader, { caseId: id })
    expect(seen.history.at(-1)).toMatchObject({ ground: 'limitation-passed', reason: '案发于 2001 年。' })
    const notice = seen.papers.find(({ form }) => form === 'no-filing-notice')
    const facts = await world.ask(readPaper, leader, { caseId: id, paperId: notice?.id })
    expect(facts).toMatchObject({ reasons: '犯罪已过追诉时效期限。案发于 2001 年。' })
  })

  it('prints no notice and runs no days of service where nobody is a complainant', async () => {
    const { world, leader } = bureau
    const { id } = await openCrime(bureau)
    await world.perform(moveCase, leader, { caseId: id, act: 'refuse', ground: 'no-crime', reason: '经审查，没有犯罪事实。' })
    const seen = await world.ask(findCase, leader, { caseId: id })
    expect(seen.papers.map((paper) => paper.form)).toEqual(['acceptance-receipt'])
    expect(seen.clocks.map((clock) => clock.rule)).toEqual(['crim_filing_review'])
  })

  it('takes a result for a decision only', async () => {
    const { world, leader } = bureau
    const { id } = await openCrime(bureau)
    await expect(world.perform(moveCase, leader, { caseId: id, act: 'file', outcome: 'penalty' })).rejects.toMatchObject({
      code: 'cases.outcomeNotAsked',
    })
  })

  it('decides an administrative case only with its result', async () => {
    const { world, unitHead } = bureau
    const { id } = await openViolation(bureau)
    await expect(world.perform(moveCase, unitHead, { caseId: id, act: 'decide' })).rejects.toMatchObject({ code: 'cases.outcomeRequired' })
    await world.perform(moveCase, unitHead, { caseId: id, act: 'decide', outcome: 'mediated' })
    expect(await world.ask(findCase, unitHead, { caseId: id })).toMatchObject({ stage: 'decided', outcome: 'mediated' })
  })

  it('takes no time in the future, none before the last step, and none long past without a reason', async () => {
    const { world, leader } = bureau
    const { id } = await openCrime(bureau)
    world.advance({ hours: 2 })
    const at = (hours: number) => new Date(world.clock.now.getTime() + hours * 3_600_000).toISOString()
    const file = (occurredAt: string, lateReason?: string) =>
      world.perform(moveCase, leader, { caseId: id, act: 'file', occurredAt, lateReason })
    await expect(file(at(1))).rejects.toMatchObject({ code: 'house.futureTime' })
    await expect(file(at(-3))).rejects.toMatchObject({ code: 'house.beforeEarlierFact' })
    await expect(file(at(-1))).rejects.toMatchObject({ code: 'house.lateWithoutReason', facts: { minutes: 60 } })
    await expect(file(at(-1), '系统检修')).resolves.toMatchObject({ stage: 'filed' })
    expect((await world.ask(findCase, leader, { caseId: id })).history.at(-1)).toMatchObject({ isLateEntry: true, lateReason: '系统检修' })
  })

  it('answers a click that came twice like the first', async () => {
    const { world, leader } = bureau
    const { id } = await openCrime(bureau)
    const first = await world.perform(moveCase, leader, { caseId: id, act: 'file' })
    expect(await world.perform(moveCase, leader, { caseId: id, act: 'file' })).toEqual(first)
    expect((await world.ask(findCase, leader, { caseId: id })).history).toHaveLength(2)
  })

  it('lets only one of two decisions at the same moment through', async () => {
    const { world, leader } = bureau
    const { id } = await openCrime(bureau)
    const both = await Promise.allSettled([
      world.perform(moveCase, leader, { caseId: id, act: 'file' }),
      world.perform(moveCase, leader, { caseId: id, act: 'refuse', ground: 'no-crime', reason: '没有犯罪事实' }),
    ])
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})
