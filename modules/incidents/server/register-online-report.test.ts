import { v7 as uuid } from 'uuid'
import * as z from 'zod/mini'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defineAction } from '#platform/server/action.ts'
import { notificationsModule } from '#modules/notifications/server/module.ts'
import type { Module } from '#platform/server/module.ts'
import { createDesk, type Desk } from '../testing/first-walk.ts'
import { dispatchIncident } from './dispatch-incident.ts'
import { findIncident } from './find-incident.ts'
import { type OnlineReport, registerOnlineReport } from './register-online-report.ts'
import type { IncidentTables } from './tables.ts'
import { unitDuties } from './unit-duties.ts'

let desk: Desk
beforeAll(async () => {
  desk = await createDesk()
})
afterAll(() => desk.world.close())

/** What hands a report over: work of another module, in a transaction of its own. */
const handOver = defineAction<IncidentTables>()({
  name: 'incidents.handOverForTest',
  input: z.object({ id: z.uuid(), waitedMinutes: z.number(), category: z.string() }),
  allowedTo: () => true,
  run: (doing, { id, waitedMinutes, category }) =>
    registerOnlineReport(doing, { ...aReport(id), category, receivedAt: new Date(doing.now.getTime() - waitedMinutes * 60_000) }),
})

const aReport = (id: string): Omit<OnlineReport, 'receivedAt'> => ({
  id,
  category: 'theft',
  sensitivity: 'none',
  summary: '停在楼下的电动自行车不见了。',
  place: '粮站家属院 3 号楼下',
  reporterName: '贺秀兰',
  reporterPhone: '19900000417',
})

const register = (id: string, waitedMinutes = 0, category = 'theft') =>
  desk.world.perform(handOver, { kind: 'job', id: 'test.hand-over', bureauCode: desk.world.bureau }, { id, waitedMinutes, category })

describe('a report from the web', () => {
  it('waits at the desk like a call, taken by nobody of the house', async () => {
    const { world, dispatcher } = desk
    const id = uuid()
    const { number } = await register(id)
    expect(await world.ask(findIncident, dispatcher, { incidentId: id })).toMatchObject({
      number,
      state: 'received',
      source: 'online',
      grade: 'III',
      unitCode: world.bureau,
      reporterName: '贺某某',
      history: [{ step: 'receive', byName: '网上报案', byUnitName: '汾川县公安局', isLateEntry: false, lateReason: null }],
    })
    const duties = await world.ask(unitDuties, dispatcher, {})
    expect(duties.rows.map((row) => row.id)).toContain(id)
    await expect(world.perform(dispatchIncident, dispatcher, { incidentId: id, unitCodes: [world.station] })).resolves.toMatchObject({
      state: 'dispatched',
    })
  })

  it('tells the dispatchers of the desk, with its number and nothing of what was said', async () => {
    const id = uuid()
    const { number } = await register(id)
    const { routes = [] }: Module = notificationsModule
    const inbox = routes.find(({ name }) => name === 'notifications.listMessages')
    const page = (await inbox?.carryOut(desk.world.platform, desk.dispatcher, {})) as { rows: { path: string }[] }
    expect(page.rows.find(({ path }) => path === `/staff/incidents/${id}`)).toMatchObject({
      role: 'dispatcher',
      text: { zh: `网上报案 ${number}，请查看并派警。`, en: `Online report ${number}: read and dispatch it.` },
    })
  })

  it('becomes one incident, however often it is handed over', async () => {
    const id = uuid()
    const first = await register(id)
    expect(await register(id)).toEqual(first)
  })

  it('keeps the time at which it was confirmed, and says why it was registered later', async () => {
    const id = uuid()
    await register(id, 45)
    const { receivedAt, history } = await desk.world.ask(findIncident, desk.dispatcher, { incidentId: id })
    expect(new Date(receivedAt).getTime()).toBe(desk.world.clock.now.getTime() - 45 * 60_000)
    expect(history).toMatchObject([{ isLateEntry: true, lateReason: expect.stringContaining('未能及时登记') }])
  })

  it('is refused under a category that the desk does not have', async () => {
    await expect(register(uuid(), 0, 'weather')).rejects.toMatchObject({ code: 'incidents.unknownCategory' })
  })
})
