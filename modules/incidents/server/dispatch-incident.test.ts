import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Officer } from '#kernel/actor.ts'
import type { UnitCode } from '#kernel/unit-code.ts'
import { aCall, arrived, createDesk, type Desk, disposeAs, takeCall } from '../testing/first-walk.ts'
import { anotherStation, arrive, dutyOf, see, sentTogether, sign, toldTo } from '../testing/several-units.ts'
import { dispatchIncident } from './dispatch-incident.ts'
import { listIncidents } from './list-incidents.ts'
import { receiveIncident } from './receive-incident.ts'
import { unitDuties } from './unit-duties.ts'

let desk: Desk
let near: UnitCode
let far: UnitCode
let third: { code: UnitCode; officer: Officer }
beforeAll(async () => {
  desk = await createDesk()
  near = desk.officer.unitCode
  far = desk.stranger.unitCode
  third = await anotherStation(desk, '云岭派出所')
})
afterAll(() => desk.world.close())

const dispatch = (incidentId: string, unitCodes: readonly string[], over: object = {}) =>
  desk.world.perform(dispatchIncident, desk.dispatcher, { incidentId, unitCodes, ...over })

describe('dispatching', () => {
  it('sends a registered call to a unit, and to another instead as long as nobody signed', async () => {
    const { world, officer, stranger } = desk
    const { id } = await takeCall(desk, { dispatchTo: undefined })
    await dispatch(id, [near])
    await dispatch(id, [far], { instead: true })
    expect((await world.ask(unitDuties, officer, {})).rows).toEqual([])
    expect((await world.ask(unitDuties, stranger, {})).rows).toMatchObject([{ id, state: 'dispatched' }])
    expect(await toldTo(desk, officer)).toContainEqual(expect.stringContaining('已撤回'))
    await sign(desk, stranger, id)
    await expect(dispatch(id, [near], { instead: true })).rejects.toMatchObject({ code: 'incidents.leadHasSigned' })
  })

  it('is the desk’s alone', async () => {
    const { world, officer } = desk
    const { id } = await takeCall(desk)
    await expect(world.perform(dispatchIncident, officer, { incidentId: id, unitCodes: [far] })).rejects.toMatchObject({
      code: 'house.notAllowed',
    })
  })

  it('sends several units at once: the first leads, the others assist, and each is told its part', async () => {
    const { officer, stranger } = desk
    const { id } = await takeCall(desk, { dispatchTo: undefined })
    expect(await dispatch(id, [near, far, third.code])).toMatchObject({ state: 'dispatched' })
    const { sent, unitCode, assists } = await see(desk, officer, id)
    expect({ unitCode, assists }).toEqual({ unitCode: near, assists: 2 })
    expect(sent.map((unit) => [unit.unitCode, unit.isLead])).toEqual([
      [near, true],
      [far, false],
      [third.code, false],
    ])
    expect((await toldTo(desk, officer))[0]).toMatch(/^新警情/)
    expect((await toldTo(desk, stranger))[0]).toMatch(/^协助处置警情/)
  })

  it('answers the same click twice like once, and writes one row for each unit', async () => {
    const { id } = await takeCall(desk, { dispatchTo: undefined })
    const first = await dispatch(id, [near, far])
    expect(await dispatch(id, [near, far])).toEqual(first)
    expect((await see(desk, desk.dispatcher, id)).sent).toHaveLength(2)
  })

  it('sends further units to an incident that is under way, and none that is there already', async () => {
    const id = await arrived(desk)
    expect(await dispatch(id, [far])).toMatchObject({ state: 'arrived' })
    expect(await see(desk, desk.officer, id)).toMatchObject({ state: 'arrived', holderName: '赵启明', assists: 1 })
    await expect(dispatch(id, [third.code, near])).rejects.toMatchObject({
      code: 'incidents.alreadySent',
      fields: [{ path: 'unitCodes' }],
    })
  })

  it('sends nobody to an incident that has ended, nor a unit of nowhere', async () => {
    const id = await arrived(desk)
    await expect(dispatch(id, ['999999999999'])).rejects.toMatchObject({ code: 'incidents.unitNotFound', fields: [{ path: 'unitCodes' }] })
    await disposeAs(desk, id, { disposition: 'helped', note: '已送回家' })
    await expect(dispatch(id, [far])).rejects.toMatchObject({ code: 'incidents.stepNotOpen' })
  })

  it('lets a unit that assists take the lead over, with the times it has', async () => {
    const id = await sentTogether(desk, near, far)
    await sign(desk, desk.stranger, id)
    expect(await dispatch(id, [far], { instead: true })).toMatchObject({ state: 'signed' })
    expect(await see(desk, desk.stranger, id)).toMatchObject({ unitCode: far, holderName: '段青禾', assists: 0 })
  })

  it('takes a call to several units in one go, which who is not the desk cannot', async () => {
    const { world, officer } = desk
    await expect(
      world.perform(receiveIncident, officer, aCall({ source: 'counter', dispatchTo: near, alsoTo: [far] })),
    ).rejects.toMatchObject({ code: 'incidents.onlyOwnUnit', fields: [{ path: 'alsoTo' }] })
    const id = await sentTogether(desk, near, far, near)
    expect((await see(desk, officer, id)).sent).toHaveLength(2)
  })
})

describe('a unit that assists', () => {
  it('has the incident on its screens as its own duty, counted until it signs', async () => {
    const { world, stranger } = desk
    const before = await world.ask(unitDuties, stranger, {})
    const id = await sentTogether(desk, near, far)
    expect(await world.ask(unitDuties, stranger, {})).toMatchObject({ unsigned: before.unsigned + 1, underWay: before.underWay })
    expect(await dutyOf(desk, stranger, id)).toMatchObject({ isAssisting: true, response: { awaited: 'signature' } })
    await sign(desk, stranger, id)
    expect(await world.ask(unitDuties, stranger, {})).toMatchObject({ unsigned: before.unsigned, underWay: before.underWay + 1 })
    expect(await dutyOf(desk, stranger, id)).toMatchObject({ state: 'signed', holderName: '段青禾', response: { awaited: 'arrival' } })
  })

  it('signs and arrives with times of its own, and the incident stands where the unit that leads stands', async () => {
    const { world, officer, stranger } = desk
    const id = await sentTogether(desk, near, far)
    world.advance({ minutes: 2 })
    await sign(desk, stranger, id)
    world.advance({ minutes: 5 })
    await arrive(desk, stranger, id)
    const { state, signedAt, sent, history, ownPart } = await see(desk, stranger, id)
    expect({ state, signedAt }).toEqual({ state: 'dispatched', signedAt: null })
    expect(sent[0]).toMatchObject({ unitCode: near, signedAt: null })
    expect(Date.parse(sent[1]?.arrivedAt ?? '') - Date.parse(sent[1]?.signedAt ?? '')).toBe(5 * 60_000)
    expect(ownPart).toMatchObject({ unitCode: far, isLead: false, arrivedAt: sent[1]?.arrivedAt })
    expect(history.at(-1)).toMatchObject({ step: 'arrive', targetUnitName: '河西派出所' })
    await sign(desk, officer, id)
    expect(await see(desk, officer, id)).toMatchObject({ state: 'signed', holderName: '赵启明' })
  })

  it('has its click answered like the first though the other unit has arrived since', async () => {
    const { officer, stranger } = desk
    const id = await sentTogether(desk, near, far)
    await sign(desk, officer, id)
    await sign(desk, stranger, id)
    const first = await arrive(desk, officer, id)
    await arrive(desk, stranger, id)
    expect(await arrive(desk, officer, id)).toEqual(first)
    expect((await see(desk, officer, id)).history.filter(({ step }) => step === 'arrive')).toHaveLength(2)
  })

  it('does not say how the incident ended; that is for the unit that leads', async () => {
    const { stranger } = desk
    const id = await sentTogether(desk, near, far)
    await sign(desk, stranger, id)
    expect((await see(desk, stranger, id)).can.steps).toEqual(['arrive', 'hand-on'])
    const asStranger = { ...desk, officer: stranger }
    await expect(disposeAs(asStranger, id, { disposition: 'helped', note: '已处理' })).rejects.toMatchObject({
      code: 'incidents.stepNotYours',
    })
  })

  it('finds it in its list, and no other incident of the unit that leads', async () => {
    const { world } = desk
    await takeCall(desk)
    const id = await sentTogether(desk, near, third.code)
    const { rows } = await world.ask(listIncidents, third.officer, { open: '1' })
    expect(rows.map((row) => row.id)).toContain(id)
    expect(rows.every(({ unitCode, assists }) => unitCode !== near || assists > 0)).toBe(true)
  })

  it('no longer knows of it once the unit that leads has made it secret', async () => {
    const id = await sentTogether(desk, near, third.code)
    await sign(desk, desk.officer, id)
    await disposeAs(desk, id, { disposition: 'helped', note: '已处理', secrecy: 'secret' })
    await expect(see(desk, third.officer, id)).rejects.toMatchObject({ code: 'incidents.incidentNotFound' })
    expect(await see(desk, desk.officer, id)).toMatchObject({ secrecy: 'secret' })
  })

  it('is off its duties when the incident has ended, and still reads it', async () => {
    const { stranger } = desk
    const id = await sentTogether(desk, near, far)
    await sign(desk, desk.officer, id)
    await disposeAs(desk, id, { disposition: 'helped', note: '已处理' })
    expect(await dutyOf(desk, stranger, id)).toBeUndefined()
    await expect(sign(desk, stranger, id)).rejects.toMatchObject({ code: 'incidents.stepNotOpen', facts: { open: [] } })
    expect(await see(desk, stranger, id)).toMatchObject({ disposition: 'helped' })
  })
})
