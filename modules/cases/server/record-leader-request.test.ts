import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Officer } from '#kernel/actor.ts'
import { type Bureau, createBureau, openCrime } from '../testing/bureau-of-cases.ts'
import { listLeaderRequests } from './list-leader-requests.ts'
import { recordLeaderRequest } from './record-leader-request.ts'

let bureau: Bureau
beforeAll(async () => {
  bureau = await createBureau()
})
afterAll(() => bureau.world.close())

const request = (caseId: string, id: string = uuid()) => ({
  caseId,
  id,
  kind: 'asks-for-treatment' as const,
  way: 'phone' as const,
  leaderName: '耿显达',
  leaderPost: '县某局局长',
  what: '要求对当事人从轻，并问何时放人。',
})
const read = (actor: Officer, caseId: string) => bureau.world.ask(listLeaderRequests, actor, { caseId })

it('is written by who handles the case, and read in full by them and by supervisors', async () => {
  const { world, officer, supervisor } = bureau
  const { id: caseId } = await openCrime(bureau)
  await world.perform(recordLeaderRequest, officer, request(caseId))
  const asked = { leaderName: '耿显达', leaderPost: '县某局局长', what: '要求对当事人从轻，并问何时放人。' }
  expect(await read(officer, caseId)).toMatchObject({ canRecord: true, rows: [{ way: 'phone', byName: '赵启明', asked }] })
  expect(await read(supervisor, caseId)).toMatchObject({ canRecord: false, rows: [{ asked }] })
  expect(await world.auditTrail(`case:${caseId}`)).toContainEqual({ actor: '邢卫东', action: 'cases.listLeaderRequests', outcome: 'read' })
})

it('tells others who see the case that it is there, and not who asked for what', async () => {
  const { world, officer, unitHead, leader } = bureau
  const { id: caseId } = await openCrime(bureau)
  await world.perform(recordLeaderRequest, officer, request(caseId))
  for (const other of [unitHead, leader]) {
    const answer = await read(other, caseId)
    expect(answer).toMatchObject({ canRecord: false, rows: [{ kind: 'asks-for-treatment', asked: null }] })
    expect(JSON.stringify(answer)).not.toContain('耿显达')
  }
})

it('is not for who does not handle the case, nor known where the case is not', async () => {
  const { world, unitHead, stranger } = bureau
  const { id: caseId } = await openCrime(bureau)
  await expect(world.perform(recordLeaderRequest, unitHead, request(caseId))).rejects.toMatchObject({ code: 'cases.requestNotYours' })
  await expect(world.perform(recordLeaderRequest, stranger, request(caseId))).rejects.toMatchObject({ code: 'cases.caseNotFound' })
  await expect(read(stranger, caseId)).rejects.toMatchObject({ code: 'cases.caseNotFound' })
})

it('takes the same click twice as one, and another text under the same id not at all', async () => {
  const { world, officer } = bureau
  const { id: caseId } = await openCrime(bureau)
  const id = uuid()
  await world.perform(recordLeaderRequest, officer, request(caseId, id))
  await world.perform(recordLeaderRequest, officer, request(caseId, id))
  expect((await read(officer, caseId)).rows).toHaveLength(1)
  await expect(world.perform(recordLeaderRequest, officer, { ...request(caseId, id), what: '另一回事' })).rejects.toMatchObject({
    code: 'house.sameIdOtherContent',
  })
})

it('keeps two times and wants a reason for a late entry', async () => {
  const { world, officer } = bureau
  const { id: caseId } = await openCrime(bureau)
  const occurredAt = world.clock.now.toISOString()
  world.advance({ days: 2 })
  await expect(world.perform(recordLeaderRequest, officer, { ...request(caseId), occurredAt })).rejects.toMatchObject({
    code: 'house.lateWithoutReason',
  })
  await world.perform(recordLeaderRequest, officer, { ...request(caseId), occurredAt, lateReason: '当时在外办案' })
  expect((await read(officer, caseId)).rows).toMatchObject([{ occurredAt, isLateEntry: true }])
})

it('is sealed where it is kept', async () => {
  const rows = await bureau.world.open
    .as<{ 'cases.leader_request': { asked_sealed: Buffer } }>()
    .selectFrom('cases.leader_request')
    .selectAll()
    .execute()
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) expect(row.asked_sealed.includes(Buffer.from('耿显达'))).toBe(false)
})
