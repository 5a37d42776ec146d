import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { casesModule } from '#modules/cases/server/module.ts'
import { findCase } from '#modules/cases/testing/bureau-of-cases.ts'
import { arrived, asCrime, createDesk, type Desk, disposeAs, takeCall } from '../testing/first-walk.ts'
import { anotherStation, sentTogether, toldTo } from '../testing/several-units.ts'
import { addCall } from './add-call.ts'
import { findByPhone } from './find-by-phone.ts'
import { findIncident } from './find-incident.ts'
import { recallUnit } from './recall-unit.ts'
import { unmaskReporter } from './unmask-reporter.ts'

let desk: Desk
beforeAll(async () => {
  desk = await createDesk()
})
afterAll(() => desk.world.close())

const phone = '19900000821'
const aLaterCall = (incidentId: string, over: object = {}) => ({
  incidentId,
  callId: uuid(),
  channel: '110',
  callerName: '乔玉兰',
  callerPhone: phone,
  said: '同一户又来电，说楼道里还有人没走。',
  ...over,
})
const add = (actor: Desk['officer'], input: object) => desk.world.perform(addCall, actor, input)
const find = (actor: Desk['officer'], incidentId: string) => desk.world.ask(findIncident, actor, { incidentId })
const byPhone = async (actor: Desk['officer']) => (await desk.world.ask(findByPhone, actor, { phone })).rows.map((row) => row.id)

describe('a later call', () => {
  let incidentId: string
  beforeAll(async () => {
    incidentId = (await takeCall(desk)).id
    await add(desk.dispatcher, aLaterCall(incidentId))
  })

  it('is a line of the incident’s history, its caller masked, and leaves the incident where it stands', async () => {
    const { history, state } = await find(desk.officer, incidentId)
    expect(state).toBe('dispatched')
    expect(history.map(({ step }) => step)).toEqual(['receive', 'dispatch', 'add-call'])
    expect(history.at(-1)).toMatchObject({
      byName: '段青禾',
      call: { channel: '110', said: '同一户又来电，说楼道里还有人没走。', callerName: '乔某某', callerPhone: '199 **** 0821' },
    })
  })

  it('is found by its own phone, and told in full to who may unmask', async () => {
    expect(await byPhone(desk.officer)).toEqual([incidentId])
    expect(await desk.world.ask(unmaskReporter, desk.officer, { incidentId })).toMatchObject({
      name: '贺秀兰',
      callers: [{ name: '乔玉兰', phone }],
    })
  })

  it('is not found where the incident itself is not seen', async () => {
    expect(await byPhone(desk.stranger)).toEqual([])
    await expect(add(desk.stranger, aLaterCall(incidentId))).rejects.toMatchObject({ code: 'incidents.incidentNotFound' })
  })

  it('is one call however often the click arrives, and another content under the same id is refused', async () => {
    const call = aLaterCall(incidentId)
    const first = await add(desk.dispatcher, call)
    expect(await add(desk.dispatcher, call)).toEqual(first)
    await expect(add(desk.dispatcher, { ...call, said: '另一件事' })).rejects.toMatchObject({ code: 'house.sameIdOtherContent' })
    expect((await find(desk.officer, incidentId)).history.filter(({ step }) => step === 'add-call')).toHaveLength(2)
  })

  it('cannot have come before the first', async () => {
    const occurredAt = new Date(desk.world.clock.now.getTime() - 3_600_000).toISOString()
    await expect(add(desk.dispatcher, aLaterCall(incidentId, { occurredAt, lateReason: '补录' }))).rejects.toMatchObject({
      code: 'house.beforeEarlierFact',
    })
  })

  it('leaves a line in the trail without name, phone or words', async () => {
    const trail = await desk.world.auditTrail(`incident:${incidentId}`)
    expect(trail.map(({ action, outcome }) => [action, outcome])).toContainEqual(['incidents.addCall', 'done'])
    for (const secret of ['乔玉兰', '0821', '楼道']) expect(JSON.stringify(trail)).not.toContain(secret)
  })
})

it('hides every caller of a case whose reporter asked for secrecy, for a later caller may be the same person', async () => {
  const { world, officer, dispatcher } = desk
  const incidentId = await arrived(desk)
  const own = '19900000822'
  await add(dispatcher, aLaterCall(incidentId, { callerPhone: own }))
  const { caseId } = await disposeAs(desk, incidentId, asCrime())
  const [party] = (await world.ask(findCase, officer, { caseId })).parties
  const keepSecret = casesModule.routes.find((route) => route.name === 'cases.setIdentitySecrecy')
  await keepSecret?.carryOut(world.platform, officer, { caseId, partyId: party?.id, id: uuid(), isSecret: true })
  const callOf = async (actor: Desk['officer']) => (await find(actor, incidentId)).history.find(({ call }) => call)?.call
  expect(await callOf(officer)).toMatchObject({ callerName: '乔某某' })
  expect(await callOf(dispatcher)).toMatchObject({ callerName: null, callerPhone: null })
  expect((await world.ask(findByPhone, dispatcher, { phone: own })).rows).toEqual([])
})

describe('who is told of a later call', () => {
  const calledAgain = /又有来电/
  const timesTold = async (officer: Desk['officer']) => (await toldTo(desk, officer)).filter((text) => calledAgain.test(text)).length

  it('is the unit that leads and each that assists, once, and no longer one that was taken back', async () => {
    const helping = await anotherStation(desk, '城南派出所')
    const recalled = await anotherStation(desk, '城北派出所')
    const incidentId = await sentTogether(desk, desk.officer.unitCode, helping.code, recalled.code)
    await desk.world.perform(recallUnit, desk.dispatcher, { incidentId, unitCode: recalled.code, reason: '人手已够' })
    const before = await timesTold(desk.officer)
    const call = aLaterCall(incidentId)
    await add(desk.dispatcher, call)
    await add(desk.dispatcher, call)
    expect(await timesTold(desk.officer)).toBe(before + 1)
    expect([await timesTold(helping.officer), await timesTold(recalled.officer)]).toEqual([1, 0])
  })

  it('is also the unit that has disposed of the matter, for it is not over', async () => {
    const incidentId = await arrived(desk)
    await disposeAs(desk, incidentId, asCrime())
    const before = await timesTold(desk.officer)
    await add(desk.dispatcher, aLaterCall(incidentId))
    expect(await timesTold(desk.officer)).toBe(before + 1)
  })
})
