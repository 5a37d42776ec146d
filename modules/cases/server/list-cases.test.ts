import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bureau, createBureau, openCrime, openViolation } from '../testing/bureau-of-cases.ts'
import { caseDuties } from './case-duties.ts'
import { listCases } from './list-cases.ts'
import { moveCase } from './move-case.ts'

let bureau: Bureau
let ids: string[]
beforeAll(async () => {
  bureau = await createBureau()
  const { world } = bureau
  ids = []
  for (let count = 0; count < 5; count += 1) {
    ids.unshift((await openCrime(bureau)).id)
    world.advance({ minutes: 1 })
  }
  ids.unshift((await openViolation(bureau)).id)
})
afterAll(() => bureau.world.close())

describe('the list of cases', () => {
  it('pages by key, newest first, without a gap or a repeat', async () => {
    const { world, officer } = bureau
    const first = await world.ask(listCases, officer, { limit: 4 })
    const second = await world.ask(listCases, officer, { limit: 4, after: first.next })
    expect([...first.rows, ...second.rows].map((row) => row.id)).toEqual(ids)
    expect(first).toMatchObject({ count: 6, more: false })
    expect(second.next).toBeNull()
  })

  it('filters by kind, stage, number and day', async () => {
    const { world, officer } = bureau
    const count = async (filter: object) => (await world.ask(listCases, officer, filter)).count
    expect(await count({ kind: 'administrative' })).toBe(1)
    expect(await count({ kind: 'criminal', stage: 'accepted' })).toBe(5)
    expect(await count({ number: '2026 03 0002' })).toBe(1)
    expect(await count({ from: '2026-03-03' })).toBe(0)
    expect(await count({ from: '2026-03-02', to: '2026-03-02' })).toBe(6)
  })

  it('holds a case of the last half second of a day under that day and no other', async () => {
    const late = await createBureau()
    late.world.clock.now = new Date('2026-03-02T23:59:59.500+08:00')
    await openCrime(late)
    const count = async (filter: object) => (await late.world.ask(listCases, late.officer, filter)).count
    expect(await count({ to: '2026-03-02' })).toBe(1)
    expect(await count({ from: '2026-03-03' })).toBe(0)
    await late.world.close()
  })

  it('is empty for another unit and refused to a role that reads no cases', async () => {
    const { world, stranger } = bureau
    expect(await world.ask(listCases, stranger, {})).toMatchObject({ rows: [], count: 0 })
    const dispatcher = world.officer('段青禾', 'dispatcher', world.bureau)
    await expect(world.ask(listCases, dispatcher, {})).rejects.toMatchObject({ code: 'house.notAllowed' })
  })

  it('refuses a cursor that somebody wrote by hand', async () => {
    await expect(bureau.world.ask(listCases, bureau.officer, { after: 'nonsense' })).rejects.toMatchObject({ code: 'house.invalidInput' })
  })

  it('counts what waits for the leader, and what is overdue once the third day has passed', async () => {
    const { world, leader, officer } = bureau
    expect(await world.ask(caseDuties, leader, {})).toMatchObject({ awaiting: 5, overdue: 0 })
    world.clock.now = new Date('2026-03-06T00:00:01+08:00')
    const late = await world.ask(listCases, officer, { level: 'overdue' })
    expect(late.count).toBe(5)
    expect(late.rows[0]?.clock).toMatchObject({ rule: 'crim_filing_review', level: 'overdue' })
    await world.perform(moveCase, leader, { caseId: ids[1], act: 'file' })
    expect((await world.ask(caseDuties, officer, {})).overdue).toBe(4)
  })
})
