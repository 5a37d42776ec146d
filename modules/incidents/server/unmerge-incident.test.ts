import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDesk, type Desk, takeCall } from '../testing/first-walk.ts'
import { findIncident } from './find-incident.ts'
import { mergeIncident } from './merge-incident.ts'
import { signIncident } from './sign-incident.ts'
import { unmergeIncident } from './unmerge-incident.ts'

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

const reason = '核实为两起'
const merge = () => desk.world.perform(mergeIncident, desk.dispatcher, { incidentId: second.id, intoId: first.id, reason: '同一起警情' })
const unmerge = (actor = desk.dispatcher) => desk.world.perform(unmergeIncident, actor, { incidentId: second.id, reason })
const find = (actor: Desk['officer'], incidentId: string) => desk.world.ask(findIncident, actor, { incidentId })

describe('undoing it', () => {
  it('gives back the state it had, with both histories saying why', async () => {
    await desk.world.perform(signIncident, desk.officer, { incidentId: second.id })
    await merge()
    expect(await unmerge()).toMatchObject({ state: 'signed' })
    expect(await unmerge()).toMatchObject({ state: 'signed' })
    const other = await find(desk.officer, second.id)
    expect(other).toMatchObject({ state: 'signed', mergedInto: null, holderName: '赵启明' })
    expect(other.history.map(({ step }) => step)).toEqual(['receive', 'dispatch', 'sign', 'merge', 'unmerge'])
    expect((await find(desk.officer, first.id)).history.at(-1)).toMatchObject({ step: 'unmerge', other: { number: second.number } })
  })

  it('lets the same two be merged again', async () => {
    await merge()
    await unmerge()
    expect(await merge()).toMatchObject({ state: 'merged' })
  })

  it('is refused where nothing was merged, and to who is neither the desk nor the head of the unit', async () => {
    await expect(unmerge()).rejects.toMatchObject({ code: 'incidents.stepNotOpen', facts: { state: 'dispatched', step: 'unmerge' } })
    await merge()
    await expect(unmerge(desk.officer)).rejects.toMatchObject({ code: 'house.notAllowed' })
    expect(await unmerge(desk.unitHead)).toMatchObject({ state: 'dispatched' })
  })
})
