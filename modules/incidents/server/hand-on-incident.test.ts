import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrived, createDesk, type Desk, disposeAs } from '../testing/first-walk.ts'
import { dutyOf, see, sentTogether, sign, toldTo } from '../testing/several-units.ts'
import { dispatchIncident } from './dispatch-incident.ts'
import { handOnIncident } from './hand-on-incident.ts'
import { listIncidents } from './list-incidents.ts'

let desk: Desk
let near: Desk['officer']['unitCode']
let far: Desk['officer']['unitCode']
beforeAll(async () => {
  desk = await createDesk()
  near = desk.officer.unitCode
  far = desk.stranger.unitCode
})
afterAll(() => desk.world.close())

const handOn = (officer: Desk['officer'], incidentId: string, unitCode: string, reason = '发生地属河西辖区') =>
  desk.world.perform(handOnIncident, officer, { incidentId, unitCode, reason })

describe('handing an incident on', () => {
  it('is counted each time, stands in list and history, and has to be signed for anew', async () => {
    const { world, officer, stranger, dispatcher } = desk
    const id = await arrived(desk)
    expect(await handOn(officer, id, far)).toMatchObject({ state: 'dispatched', handOns: 1 })
    expect(await dutyOf(desk, stranger, id)).toMatchObject({ state: 'dispatched', holderName: null, handOns: 1 })
    await sign(desk, stranger, id)
    expect(await handOn(stranger, id, near, '报警人说在城关')).toMatchObject({ handOns: 2 })
    expect(await see(desk, officer, id)).toMatchObject({ state: 'dispatched', signedAt: null, arrivedAt: null, handOns: 2 })
    const [card] = (await world.ask(listIncidents, dispatcher, { limit: 1 })).rows
    expect(card).toMatchObject({ id, handOns: 2 })
    const { history, sent } = await see(desk, dispatcher, id)
    expect(history.slice(-1)).toMatchObject([{ step: 'hand-on', targetUnitName: '城关派出所', reason: '报警人说在城关' }])
    expect(sent.map(({ ending }) => ending)).toEqual(['handed-on', 'handed-on', null])
    // why: the same officer signed for it the first time; it is a signature of its own.
    expect(await sign(desk, officer, id)).toMatchObject({ state: 'signed' })
  })

  it('is told to the unit that receives it and to the desk', async () => {
    const { officer, stranger, dispatcher } = desk
    const id = await sentTogether(desk, near)
    const { number } = await see(desk, officer, id)
    await handOn(officer, id, far)
    expect((await toldTo(desk, stranger))[0]).toBe(`警情 ${number} 由城关派出所转办到本单位（第 1 次转办），请签收。`)
    expect(await toldTo(desk, dispatcher)).toContain(`警情 ${number} 由城关派出所转办给河西派出所，第 1 次转办。`)
  })

  it('is done by an assisting unit for its own part alone', async () => {
    const { officer, stranger } = desk
    const id = await sentTogether(desk, near, far)
    await sign(desk, officer, id)
    await expect(handOn(stranger, id, near)).rejects.toMatchObject({ code: 'incidents.alreadySent' })
    const head = desk.world.officer('霍建军', 'unit-head', far)
    expect(await handOn(officer, id, far)).toMatchObject({ state: 'dispatched' })
    expect(await see(desk, head, id)).toMatchObject({
      unitCode: far,
      assists: 0,
      sent: [{ ending: 'handed-on' }, { ending: 'took-over' }, { isLead: true, signedAt: null, ending: null }],
    })
  })

  it('answers a click that came twice like the first, though the unit no longer knows of it', async () => {
    const { officer } = desk
    const id = await sentTogether(desk, near)
    expect(await handOn(officer, id, far)).toEqual(await handOn(officer, id, far))
    await expect(see(desk, officer, id)).rejects.toMatchObject({ code: 'incidents.incidentNotFound' })
    await expect(handOn(officer, id, far, '另一个理由')).rejects.toMatchObject({ code: 'incidents.incidentNotFound' })
  })

  it('is done anew when the desk has sent the unit again since', async () => {
    const { world, officer, dispatcher } = desk
    const id = await sentTogether(desk, near)
    await handOn(officer, id, far)
    await world.perform(dispatchIncident, dispatcher, { incidentId: id, unitCodes: [near], instead: true })
    await world.perform(dispatchIncident, dispatcher, { incidentId: id, unitCodes: [far] })
    expect(await see(desk, dispatcher, id)).toMatchObject({ unitCode: near, handOns: 1 })
    await handOn(officer, id, far)
    expect(await see(desk, dispatcher, id)).toMatchObject({ unitCode: far, handOns: 2 })
  })

  it('wants a reason, another unit of the bureau, and an incident that has not ended', async () => {
    const { officer, dispatcher } = desk
    const id = await arrived(desk)
    await expect(handOn(officer, id, far, ' ')).rejects.toMatchObject({ fields: [{ path: 'reason' }] })
    await expect(handOn(officer, id, near)).rejects.toMatchObject({ code: 'incidents.alreadySent' })
    await expect(handOn(officer, id, '999999999999')).rejects.toMatchObject({ code: 'incidents.unitNotFound' })
    await expect(handOn(dispatcher, id, far)).rejects.toMatchObject({ code: 'house.notAllowed' })
    await disposeAs(desk, id, { disposition: 'helped', note: '已送回家' })
    await expect(handOn(officer, id, far)).rejects.toMatchObject({ code: 'incidents.stepNotOpen' })
  })
})
