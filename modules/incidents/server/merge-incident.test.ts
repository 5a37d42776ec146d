import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dayOf } from '#kernel/beijing-time.ts'
import { casesModule } from '#modules/cases/server/module.ts'
import { findCase } from '#modules/cases/testing/bureau-of-cases.ts'
import { isBalanced } from '../index.ts'
import { aCall, arrived, asCrime, createDesk, type Desk, disposeAs, takeCall } from '../testing/first-walk.ts'
import { toldTo } from '../testing/several-units.ts'
import { findIncident } from './find-incident.ts'
import { findSimilar } from './find-similar.ts'
import { listIncidents } from './list-incidents.ts'
import { mergeIncident } from './merge-incident.ts'
import { readBalance } from './read-balance.ts'
import { receiveEvidence } from './receive-evidence.ts'
import { receiveIncident } from './receive-incident.ts'
import { signIncident } from './sign-incident.ts'
import { unitDuties } from './unit-duties.ts'

let desk: Desk
let first: { id: string; number: string }
let second: { id: string; number: string }
beforeAll(async () => {
  desk = await createDesk()
})
beforeEach(async () => {
  first = await takeCall(desk)
  second = await takeCall(desk, { reporterPhone: '19900000418' })
})
afterAll(() => desk.world.close())

const reason = '同一起警情，邻居再次报警'
const merge = (actor = desk.dispatcher, incidentId = second.id, intoId = first.id) =>
  desk.world.perform(mergeIncident, actor, { incidentId, intoId, reason })
const find = (actor: Desk['officer'], incidentId: string) => desk.world.ask(findIncident, actor, { incidentId })

describe('a merged incident', () => {
  it('keeps its number: either number finds it, and each page names the other', async () => {
    await merge()
    const found = async (number: string) => (await desk.world.ask(listIncidents, desk.officer, { number })).rows.map((row) => row.id)
    expect([await found(first.number), await found(second.number)]).toEqual([[first.id], [second.id]])
    const [one, other] = [await find(desk.officer, first.id), await find(desk.officer, second.id)]
    expect(other).toMatchObject({ state: 'merged', mergedInto: { id: first.id, number: first.number }, mergedFrom: [] })
    expect(one).toMatchObject({ state: 'dispatched', mergedInto: null, mergedFrom: [{ id: second.id, number: second.number }] })
    expect(one.history.at(-1)).toMatchObject({ step: 'merge', note: reason, other: { number: second.number, goesOn: false } })
    expect(other.history.at(-1)).toMatchObject({ step: 'merge', note: reason, other: { number: first.number, goesOn: true } })
  })

  it('waits for nobody, and stays in the balance of its day', async () => {
    const duties = async () => (await desk.world.ask(unitDuties, desk.officer, {})).rows.map((row) => row.id)
    const balance = () => desk.world.ask(readBalance, desk.supervisor, { day: dayOf(desk.world.clock.now) })
    expect(await duties()).toContain(second.id)
    const before = await balance()
    await merge()
    expect(await duties()).not.toContain(second.id)
    const after = await balance()
    expect(after.received).toBe(before.received)
    expect(after.totals.merged).toBe(before.totals.merged + 1)
    expect(isBalanced(after)).toBe(true)
  })

  it('is told to the units that were sent to it', async () => {
    await merge()
    expect((await toldTo(desk, desk.officer))[0]).toContain(`已并入 ${first.number}`)
  })

  it('is not merged into one to which nobody was sent while its own units are under way', async () => {
    const waiting = await desk.world.perform(receiveIncident, desk.dispatcher, aCall())
    await expect(merge(desk.dispatcher, second.id, waiting.id)).rejects.toMatchObject({
      code: 'incidents.mergeWouldLose',
      facts: { what: 'units' },
    })
    expect(await merge(desk.dispatcher, waiting.id, second.id)).toMatchObject({ state: 'merged' })
  })

  it('becomes secret with the one it was merged into, whatever makes that one secret', async () => {
    await merge()
    await desk.world.perform(signIncident, desk.officer, { incidentId: first.id })
    await disposeAs(desk, first.id, { disposition: 'helped', note: '已救助', secrecy: 'secret' })
    await expect(find(desk.dispatcher, second.id)).rejects.toMatchObject({ code: 'incidents.incidentNotFound' })
    expect(await find(desk.officer, first.id)).toMatchObject({ secrecy: 'secret' })
  })

  it('keeps what it hides of its own where the outcome of the other hides nothing', async () => {
    const own = await takeCall(desk, { sensitivity: 'domestic' })
    await merge(desk.dispatcher, own.id)
    await desk.world.perform(signIncident, desk.officer, { incidentId: first.id })
    await disposeAs(desk, first.id, { disposition: 'helped', note: '已救助' })
    expect(await find(desk.officer, own.id)).toMatchObject({ state: 'merged', sensitivity: 'domestic' })
  })

  it('leads a call from its own phone to the one in which it goes on', async () => {
    await merge()
    const typed = { phone: '19900000418' }
    const { rows } = await desk.world.ask(findSimilar, desk.dispatcher, typed)
    expect(rows.map(({ id }) => id)).toContain(first.id)
  })

  it('cannot be signed for, and says so', async () => {
    await merge()
    await expect(desk.world.perform(signIncident, desk.officer, { incidentId: second.id })).rejects.toMatchObject({
      code: 'incidents.stepNotOpen',
    })
  })

  it('is merged once however often the click arrives', async () => {
    const answer = await merge()
    expect(await merge()).toEqual(answer)
    expect((await find(desk.officer, first.id)).mergedFrom).toHaveLength(1)
  })
})

describe('is refused', () => {
  it('into itself, and into what was merged itself', async () => {
    await expect(merge(desk.dispatcher, first.id, first.id)).rejects.toMatchObject({ code: 'incidents.mergesIntoItself' })
    const third = await takeCall(desk)
    await merge()
    await expect(merge(desk.dispatcher, third.id, second.id)).rejects.toMatchObject({
      code: 'incidents.cannotMergeInto',
      facts: { number: second.number, intoNumber: first.number },
    })
    await expect(merge(desk.dispatcher, first.id, third.id)).rejects.toMatchObject({
      code: 'incidents.mergeWouldLose',
      facts: { what: 'merged' },
    })
  })

  it('where a case or a paper has come of it', async () => {
    const accepted = await arrived(desk)
    await disposeAs(desk, accepted, asCrime())
    await expect(merge(desk.dispatcher, accepted, first.id)).rejects.toMatchObject({ code: 'incidents.stepNotOpen' })
    const items = [{ name: '购物小票', quantity: '1 张', features: '' }]
    await desk.world.perform(receiveEvidence, desk.officer, { incidentId: second.id, paperId: uuid(), giverName: '乔玉兰', items })
    await expect(merge()).rejects.toMatchObject({ code: 'incidents.mergeWouldLose', facts: { what: 'paper' } })
  })

  it('to who is neither the desk nor the head of the unit, and into what one may not know of', async () => {
    await expect(merge(desk.officer)).rejects.toMatchObject({ code: 'house.notAllowed' })
    const elsewhere = await takeCall(desk, { dispatchTo: desk.stranger.unitCode })
    await expect(merge(desk.unitHead, second.id, elsewhere.id)).rejects.toMatchObject({
      code: 'incidents.incidentNotFound',
      facts: { incidentId: elsewhere.id },
    })
    expect(await merge(desk.unitHead)).toMatchObject({ state: 'merged' })
  })
})

it('does not tell of the other incident who may not know of it', async () => {
  const elsewhere = await takeCall(desk, { dispatchTo: desk.stranger.unitCode })
  await merge(desk.dispatcher, elsewhere.id, first.id)
  const seen = await find(desk.stranger, elsewhere.id)
  expect(seen).toMatchObject({ state: 'merged', mergedInto: null })
  expect(JSON.stringify(seen)).not.toContain(first.number)
})

it('follows the case: who reported is as secret in what was merged', async () => {
  const { world, officer, dispatcher } = desk
  const main = await arrived(desk)
  await merge(dispatcher, second.id, main)
  const { caseId } = await disposeAs(desk, main, asCrime())
  const [party] = (await world.ask(findCase, officer, { caseId })).parties
  const keepSecret = casesModule.routes.find((route) => route.name === 'cases.setIdentitySecrecy')
  await keepSecret?.carryOut(world.platform, officer, { caseId, partyId: party?.id, id: uuid(), isSecret: true })
  expect(await find(dispatcher, second.id)).toMatchObject({ reporterName: null, isReporterSecret: true })
})
