import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDesk, type Desk, takeCall } from '../testing/first-walk.ts'
import { listIncidents } from './list-incidents.ts'
import { readBalance } from './read-balance.ts'
import { unitDuties } from './unit-duties.ts'
import { unmaskReporter } from './unmask-reporter.ts'

let desk: Desk
let ids: string[]
beforeAll(async () => {
  desk = await createDesk()
  ids = []
  for (let count = 0; count < 5; count += 1) {
    ids.unshift((await takeCall(desk, count === 2 ? { category: 'noise', dispatchTo: undefined } : {})).id)
    desk.world.advance({ minutes: 1 })
  }
})
afterAll(() => desk.world.close())

it('holds a call of the last half second of a day under that day, as the balance counts it', async () => {
  const late = await createDesk()
  const { world, dispatcher } = late
  world.clock.now = new Date('2026-03-02T23:59:59.500+08:00')
  await takeCall(late)
  const count = async (filter: object) => (await world.ask(listIncidents, dispatcher, filter)).count
  expect(await world.ask(readBalance, dispatcher, { day: '2026-03-02' })).toMatchObject({ received: 1, sum: 1 })
  expect([await count({ from: '2026-03-02', to: '2026-03-02' }), await count({ from: '2026-03-03' })]).toEqual([1, 0])
  await world.close()
})

describe('the list of incidents', () => {
  it('shows the desk all of the bureau, paged by key', async () => {
    const { world, dispatcher } = desk
    const first = await world.ask(listIncidents, dispatcher, { limit: 3 })
    const second = await world.ask(listIncidents, dispatcher, { limit: 3, after: first.next })
    expect([...first.rows, ...second.rows].map((row) => row.id)).toEqual(ids)
    expect(first.count).toBe(5)
  })

  it('shows a station only what was dispatched to it', async () => {
    const { world, officer, stranger } = desk
    expect((await world.ask(listIncidents, officer, {})).count).toBe(4)
    expect((await world.ask(listIncidents, stranger, {})).count).toBe(0)
  })

  it('filters by state, category and number', async () => {
    const { world, dispatcher } = desk
    const count = async (filter: object) => (await world.ask(listIncidents, dispatcher, filter)).count
    expect(await count({ state: 'received' })).toBe(1)
    expect(await count({ category: 'noise' })).toBe(1)
    expect(await count({ number: '202603 000003' })).toBe(1)
    expect(await count({ open: '1' })).toBe(5)
  })

  it('counts how long a call has waited against the local target', async () => {
    const { world, dispatcher } = desk
    const [newest] = (await world.ask(listIncidents, dispatcher, { limit: 1 })).rows
    expect(newest?.response).toMatchObject({ awaited: 'signature', level: 'normal' })
    world.advance({ minutes: 3 })
    const [later] = (await world.ask(listIncidents, dispatcher, { limit: 1 })).rows
    expect(later?.response).toMatchObject({ awaited: 'signature', level: 'overdue' })
  })

  it('never cuts a new call off a unit’s screen, however many are open', async () => {
    const { world, dispatcher } = desk
    for (let count = 0; count < 55; count += 1) await takeCall(desk)
    world.advance({ minutes: 1 })
    const newest = await takeCall(desk)
    const duties = await world.ask(unitDuties, dispatcher, {})
    expect(duties.rows.map((row) => row.id)).toContain(newest.id)
    expect(duties).toMatchObject({ unsigned: 61, underWay: 0 })
  })

  it('tells who reported to the desk, written down, and not to a supervisor', async () => {
    const { world, dispatcher, supervisor } = desk
    const incidentId = ids[0] ?? ''
    expect(await world.ask(unmaskReporter, dispatcher, { incidentId })).toEqual({ name: '贺秀兰', phone: '19900000417', callers: [] })
    expect(await world.auditTrail(`incident:${incidentId}`)).toContainEqual({
      actor: '段青禾',
      action: 'incidents.unmaskReporter',
      outcome: 'read',
    })
    await expect(world.ask(unmaskReporter, supervisor, { incidentId })).rejects.toMatchObject({ code: 'incidents.unmaskNotYours' })
  })
})
