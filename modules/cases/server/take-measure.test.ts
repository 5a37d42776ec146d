import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Officer } from '#kernel/actor.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bureau, createBureau, openCrime, openViolation } from '../testing/bureau-of-cases.ts'
import { endMeasure } from './end-measure.ts'
import { findCase } from './find-case.ts'
import { moveCase } from './move-case.ts'
import { takeMeasure } from './take-measure.ts'

let bureau: Bureau
beforeAll(async () => {
  bureau = await createBureau()
})
afterAll(() => bureau.world.close())

const filedCrime = async (): Promise<string> => {
  const { id } = await openCrime(bureau)
  await bureau.world.perform(moveCase, bureau.leader, { caseId: id, act: 'file' })
  return id
}

const detention = (caseId: string) => ({
  caseId,
  id: uuid(),
  personId: uuid(),
  personName: '闫守田',
  kind: 'detention',
  decidedBy: '郭仲平',
  decidedAt: bureau.world.clock.now.toISOString(),
})

it('is an interval on a person of the case, begun and ended with its reason', async () => {
  const { world, officer } = bureau
  const caseId = await filedCrime()
  const taken = detention(caseId)
  await world.perform(takeMeasure, officer, taken)
  await world.perform(takeMeasure, officer, taken)
  world.advance({ hours: 20 })
  const ended = { caseId, measureId: taken.id, reason: '变更为取保候审' }
  await world.perform(endMeasure, officer, ended)
  await world.perform(takeMeasure, officer, { ...detention(caseId), personId: taken.personId, personName: undefined, kind: 'bail' })
  const { measures } = await world.ask(findCase, officer, { caseId })
  expect(measures.map(({ personName, kind, endReason }) => [personName, kind, endReason])).toEqual([
    ['闫守田', 'detention', '变更为取保候审'],
    ['闫守田', 'bail', null],
  ])
  await expect(world.perform(endMeasure, officer, { ...ended, reason: '释放' })).rejects.toMatchObject({ code: 'cases.measureEnded' })
})

it('keeps the name sealed, and tells of it only those who work on the case', async () => {
  const { world, officer, supervisor, leader } = bureau
  const caseId = await filedCrime()
  await world.perform(takeMeasure, officer, detention(caseId))
  const { rows } = await sql<{ text: string }>`select row_to_json(p)::text as text from cases.person p where case_id = ${caseId}`.execute(
    world.platform.db,
  )
  expect(rows[0]?.text).not.toContain('闫守田')
  expect((await world.ask(findCase, leader, { caseId })).measures).toHaveLength(1)
  const seen = await world.ask(findCase, supervisor, { caseId })
  expect([seen.measures, seen.can.takeMeasure]).toEqual([[], false])
  await expect(world.perform(takeMeasure, supervisor, detention(caseId))).rejects.toMatchObject({ code: 'house.notAllowed' })
})

describe('a measure before the filing', () => {
  const rulesSeenBy = async (actor: Officer, caseId: string) =>
    (await bureau.world.ask(findCase, actor, { caseId })).findings.map(({ rule }) => rule)

  it('is recorded all the same, and stays irregular when the case is filed afterwards', async () => {
    const { world, officer, leader } = bureau
    const { id: caseId } = await openCrime(bureau)
    await world.perform(takeMeasure, officer, detention(caseId))
    expect(await rulesSeenBy(leader, caseId)).toEqual(['measure-follows-filing'])
    world.advance({ minutes: 1 })
    await world.perform(moveCase, leader, { caseId, act: 'file' })
    expect(await rulesSeenBy(leader, caseId)).toEqual(['two-investigators-assigned', 'measure-follows-filing'])
  })

  it('is told by when it began, not by when it was entered', async () => {
    const { world, officer, leader } = bureau
    const { id: caseId } = await openCrime(bureau)
    const beforeFiling = world.clock.now.toISOString()
    world.advance({ minutes: 40 })
    await world.perform(moveCase, leader, { caseId, act: 'file' })
    await world.perform(takeMeasure, officer, detention(caseId))
    expect(await rulesSeenBy(leader, caseId)).not.toContain('measure-follows-filing')
    const late = { ...detention(caseId), decidedAt: beforeFiling, occurredAt: beforeFiling, lateReason: '在外抓捕，回所补录' }
    await world.perform(takeMeasure, officer, late)
    expect(await rulesSeenBy(leader, caseId)).toContain('measure-follows-filing')
  })

  it('is a rule that supervisors read, without a name and without the measure', async () => {
    const { world, officer, supervisor } = bureau
    const { id: caseId } = await openCrime(bureau)
    await world.perform(takeMeasure, officer, detention(caseId))
    const seen = await world.ask(findCase, supervisor, { caseId })
    expect(seen.findings.map(({ rule }) => rule)).toEqual(['measure-follows-filing'])
    expect(seen.measures).toEqual([])
    expect(JSON.stringify(seen)).not.toContain('闫守田')
    const centre = world.officer('冯若谷', 'case-centre', world.bureau)
    expect(await rulesSeenBy(centre, caseId)).toEqual([])
  })
})

it('belongs to criminal cases, names the suspect, and was decided before it is recorded', async () => {
  const { world, officer, unitHead } = bureau
  const violation = await openViolation(bureau)
  await expect(world.perform(takeMeasure, unitHead, detention(violation.id))).rejects.toMatchObject({ code: 'cases.measureNeedsCrime' })
  const caseId = await filedCrime()
  const nameless = { ...detention(caseId), personName: undefined }
  await expect(world.perform(takeMeasure, officer, nameless)).rejects.toMatchObject({ code: 'cases.personNameRequired' })
  const tomorrow = { ...detention(caseId), decidedAt: new Date(world.clock.now.getTime() + 86_400_000).toISOString() }
  await expect(world.perform(takeMeasure, officer, tomorrow)).rejects.toMatchObject({ code: 'house.futureTime' })
  await expect(world.perform(endMeasure, officer, { caseId, measureId: uuid(), reason: '释放' })).rejects.toMatchObject({
    code: 'cases.measureNotFound',
  })
})

it('lets a case go on to the procuratorate', async () => {
  const { world, officer, leader } = bureau
  const caseId = await filedCrime()
  await world.perform(takeMeasure, officer, { ...detention(caseId), kind: 'arrest', decidedBy: '汾川县人民检察院' })
  await expect(world.perform(moveCase, leader, { caseId, act: 'transfer' })).resolves.toMatchObject({ stage: 'transferred' })
  const seen = await world.ask(findCase, leader, { caseId })
  expect(seen.history.map(({ act }) => act)).toEqual(['accept', 'file', 'transfer'])
  expect([seen.closedAt === null, seen.can.acts, seen.next]).toEqual([false, [], []])
})
