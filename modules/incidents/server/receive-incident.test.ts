import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findCase } from '#modules/cases/testing/bureau-of-cases.ts'
import { aCall, arrived, asCrime, createDesk, type Desk, disposeAs, takeCall } from '../testing/first-walk.ts'
import { findIncident } from './find-incident.ts'
import { receiveIncident } from './receive-incident.ts'
import type { IncidentTables } from './tables.ts'
import { unitDuties } from './unit-duties.ts'

let desk: Desk
beforeAll(async () => {
  desk = await createDesk()
})
afterAll(() => desk.world.close())

describe('taking a call', () => {
  it('registers it under the number of the desk and dispatches it in one go', async () => {
    const { world, officer } = desk
    const taken = await takeCall(desk)
    expect(taken).toMatchObject({ state: 'dispatched', number: expect.stringMatching(new RegExp(`^J${world.bureau}202603\\d{6}$`)) })
    const duties = await world.ask(unitDuties, officer, {})
    expect(duties.rows.map((row) => row.id)).toContain(taken.id)
    expect(duties.unsigned).toBeGreaterThan(0)
  })

  it('answers a repeated click like the first, and a stranger’s use of the same id with a clash', async () => {
    const { world, dispatcher } = desk
    const call = aCall()
    const first = await world.perform(receiveIncident, dispatcher, call)
    expect(await world.perform(receiveIncident, dispatcher, call)).toEqual(first)
    await expect(world.perform(receiveIncident, dispatcher, { ...call, summary: '别的事' })).rejects.toMatchObject({
      code: 'house.sameIdOtherContent',
    })
    const other = world.officer('闫守田', 'dispatcher', world.bureau)
    await expect(world.perform(receiveIncident, other, call)).rejects.toMatchObject({ code: 'house.sameIdOtherContent', facts: {} })
  })

  it('names every faulty field at once and keeps nothing', async () => {
    const { world, dispatcher } = desk
    const call = aCall({ reporterPhone: '12', place: '', category: '' })
    const fault = await world
      .perform(receiveIncident, dispatcher, call)
      .catch((error: { fields: { path: string; code: string }[] }) => error.fields)
    expect(fault).toEqual(
      expect.arrayContaining([
        { path: 'reporterPhone', code: 'callerPhone' },
        { path: 'category', code: 'required' },
      ]),
    )
    expect(await world.open.as<IncidentTables>().selectFrom('incidents.incident').select('id').where('id', '=', call.id).execute()).toEqual(
      [],
    )
  })

  it('takes a call from a landline, which no message is sent to later', async () => {
    const landline = await arrived(desk, { reporterPhone: '03571234567' })
    const { caseId } = await disposeAs(desk, landline, asCrime())
    expect(await desk.world.ask(findIncident, desk.officer, { incidentId: landline })).toMatchObject({ reporterPhone: '035 **** 4567' })
    expect(await desk.world.ask(findCase, desk.officer, { caseId })).toMatchObject({ parties: [{ phone: null }] })
  })

  it('does not dispatch to a unit of nowhere, nor to the bureau itself', async () => {
    const { world } = desk
    await expect(takeCall(desk, { dispatchTo: '999999999999' })).rejects.toMatchObject({
      code: 'incidents.unitNotFound',
      fields: [{ path: 'dispatchTo' }],
    })
    await expect(takeCall(desk, { dispatchTo: world.bureau })).rejects.toMatchObject({ code: 'incidents.unitNotFound' })
  })

  it('lets a station take a report at its counter for itself alone', async () => {
    const { world, officer, stranger } = desk
    await expect(
      world.perform(receiveIncident, officer, aCall({ source: 'counter', dispatchTo: officer.unitCode })),
    ).resolves.toMatchObject({ state: 'dispatched' })
    await expect(world.perform(receiveIncident, officer, aCall({ dispatchTo: stranger.unitCode }))).rejects.toMatchObject({
      code: 'incidents.onlyOwnUnit',
    })
  })

  it('says of a matter that was taken over from whom, and what they call it', async () => {
    const { world, dispatcher, officer } = desk
    const transferFrom = { organ: '邻县公安局刑侦大队', number: '邻公（刑）移字〔2026〕8号' }
    const call = aCall({ source: 'transfer', transferFrom, dispatchTo: world.station })
    const { id } = await world.perform(receiveIncident, dispatcher, call)
    expect(await world.perform(receiveIncident, dispatcher, call)).toMatchObject({ id })
    expect(await world.ask(findIncident, officer, { incidentId: id })).toMatchObject({ transferFrom })
    await expect(world.perform(receiveIncident, dispatcher, aCall({ transferFrom }))).rejects.toMatchObject({
      code: 'incidents.notATransfer',
    })
  })

  it('keeps who reported and where sealed', async () => {
    const { world, dispatcher } = desk
    const { id } = await takeCall(desk)
    const row = await world.open.as<IncidentTables>().selectFrom('incidents.incident').selectAll().where('id', '=', id).executeTakeFirst()
    expect(JSON.stringify(row)).not.toMatch(/贺秀兰|19900000417|粮站/)
    expect(await world.ask(findIncident, dispatcher, { incidentId: id })).toMatchObject({
      reporterName: '贺某某',
      reporterPhone: '199 **** 0417',
      place: '粮站家属院 3 号楼 2 单元 401',
    })
  })

  it('is refused to who neither sits at the desk nor works in a unit', async () => {
    const { world, supervisor } = desk
    await expect(world.perform(receiveIncident, supervisor, aCall())).rejects.toMatchObject({ code: 'house.notAllowed' })
  })
})
