import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clocksOf } from '#modules/deadlines/index.ts'
import { arrived, createDesk, type Desk, disposeAs } from '../testing/first-walk.ts'
import { findIncident } from './find-incident.ts'
import { handOverIncident } from './hand-over-incident.ts'
import { unitDuties } from './unit-duties.ts'

let desk: Desk
beforeAll(async () => {
  desk = await createDesk()
})
afterAll(() => desk.world.close())

const transferred = async () => {
  const id = await arrived(desk)
  await disposeAs(desk, id, { disposition: 'transferred', note: '属市场监管局管辖' })
  return id
}
const handOver = (incidentId: string, over: object = {}) =>
  desk.world.perform(handOverIncident, desk.officer, {
    incidentId,
    to: '汾川县市场监督管理局',
    way: 'in-person',
    reporterTold: 'by-phone',
    ...over,
  })
const see = (incidentId: string) => desk.world.ask(findIncident, desk.officer, { incidentId })
const clockOf = async (id: string) => (await clocksOf(desk.world.open, desk.world.bureau, [`incident:${id}`]))[0]

describe('handing a transferred matter over', () => {
  it('is owed within 24 hours, and stands on the duties of the unit until then', async () => {
    const { world, officer } = desk
    const id = await transferred()
    const { handOverDueAt, can, disposition } = await see(id)
    expect(disposition).toBe('transferred')
    expect(Date.parse(handOverDueAt ?? '') - world.clock.now.getTime()).toBe(24 * 3_600_000)
    expect(can.steps).toContain('hand-over')
    expect(await clockOf(id)).toMatchObject({ rule: 'report_transfer', state: 'running', dueAt: new Date(handOverDueAt ?? '') })
    const { awaitsHandOver, rows } = await world.ask(unitDuties, officer, {})
    expect(awaitsHandOver).toBe(1)
    expect(rows.find((row) => row.id === id)?.response).toMatchObject({ awaited: 'hand-over', level: 'normal' })
    world.advance({ hours: 20 })
    expect((await see(id)).response.level).toBe('due-soon')
    world.advance({ hours: 5 })
    expect((await see(id)).response.level).toBe('overdue')
    await handOver(id)
  })

  it('is recorded with to whom, how and when, and ends the clock', async () => {
    const { world, officer } = desk
    const id = await transferred()
    world.advance({ hours: 2 })
    await handOver(id)
    expect(await see(id)).toMatchObject({
      handOverDueAt: null,
      handedOver: { at: world.clock.now.toISOString(), to: '汾川县市场监督管理局', way: 'in-person', reporterTold: 'by-phone' },
      response: { awaited: null },
    })
    expect(await clockOf(id)).toMatchObject({ state: 'met', metAt: world.clock.now })
    expect(await world.ask(unitDuties, officer, {})).toMatchObject({ awaitsHandOver: 0 })
  })

  it('answers the same click twice alike, and refuses a second hand-over', async () => {
    const id = await transferred()
    const first = await handOver(id)
    expect(await handOver(id)).toEqual(first)
    await expect(handOver(id, { way: 'by-post' })).rejects.toMatchObject({ code: 'incidents.nothingToHandOver' })
    expect((await see(id)).handedOver?.way).toBe('in-person')
  })

  it('is for a transfer alone, for the unit that recorded it, and not before it was recorded', async () => {
    const { world, dispatcher } = desk
    const helped = await arrived(desk)
    await disposeAs(desk, helped, { disposition: 'helped', note: '已帮助' })
    await expect(handOver(helped)).rejects.toMatchObject({ code: 'incidents.nothingToHandOver' })
    const id = await transferred()
    await expect(
      world.perform(handOverIncident, dispatcher, { incidentId: id, to: '市场监管局', way: 'in-person', reporterTold: 'by-phone' }),
    ).rejects.toMatchObject({ code: 'house.notAllowed' })
    const before = new Date(world.clock.now.getTime() - 3_600_000).toISOString()
    await expect(handOver(id, { occurredAt: before, lateReason: '补录' })).rejects.toMatchObject({ code: expect.any(String) })
  })
})
