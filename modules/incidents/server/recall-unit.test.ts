import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrived, createDesk, type Desk, disposeAs } from '../testing/first-walk.ts'
import { dutyOf, see, sentTogether, sign, toldTo } from '../testing/several-units.ts'
import { dispatchIncident } from './dispatch-incident.ts'
import { recallUnit } from './recall-unit.ts'

let desk: Desk
let near: Desk['officer']['unitCode']
let far: Desk['officer']['unitCode']
beforeAll(async () => {
  desk = await createDesk()
  near = desk.officer.unitCode
  far = desk.stranger.unitCode
})
afterAll(() => desk.world.close())

const recall = (incidentId: string, unitCode: string, reason = '报警人来电称已和好') =>
  desk.world.perform(recallUnit, desk.dispatcher, { incidentId, unitCode, reason })

describe('taking a unit back', () => {
  it('brings the incident back to the desk if nobody else was sent', async () => {
    const { dispatcher, officer } = desk
    const id = await sentTogether(desk, near)
    expect(await recall(id, near)).toMatchObject({ state: 'received' })
    expect(await see(desk, dispatcher, id)).toMatchObject({
      state: 'received',
      unitCode: desk.world.bureau,
      dispatchedAt: null,
      sent: [{ unitCode: near, ending: 'recalled', endReason: '报警人来电称已和好' }],
    })
    await expect(see(desk, officer, id)).rejects.toMatchObject({ code: 'incidents.incidentNotFound' })
    expect((await toldTo(desk, officer))[0]).toContain('已撤回')
    expect((await see(desk, dispatcher, id)).history.at(-1)).toMatchObject({ step: 'recall', reason: '报警人来电称已和好' })
  })

  it('lets the unit that has come furthest lead when the one that led is taken back, and tells it so', async () => {
    const { stranger } = desk
    const id = await sentTogether(desk, near, far)
    await sign(desk, stranger, id)
    expect(await recall(id, near)).toMatchObject({ state: 'signed' })
    expect(await see(desk, stranger, id)).toMatchObject({ unitCode: far, holderName: '段青禾', assists: 0, ownPart: { isLead: true } })
    expect((await toldTo(desk, stranger))[0]).toContain('现由本单位主办')
  })

  it('takes one that assists back at any time before the end', async () => {
    const { dispatcher, stranger, officer } = desk
    const id = await sentTogether(desk, near, far)
    await sign(desk, officer, id)
    await sign(desk, stranger, id)
    expect(await recall(id, far)).toMatchObject({ state: 'signed' })
    expect(await dutyOf(desk, stranger, id)).toBeUndefined()
    expect(await see(desk, dispatcher, id)).toMatchObject({ unitCode: near, assists: 0 })
    await expect(sign(desk, stranger, id)).rejects.toMatchObject({ code: 'incidents.incidentNotFound' })
  })

  it('brings one back to the desk that has signed and arrived, as if nobody had come', async () => {
    const id = await arrived(desk)
    expect(await recall(id, near)).toMatchObject({ state: 'received' })
    expect(await see(desk, desk.dispatcher, id)).toMatchObject({ signedAt: null, arrivedAt: null, holderName: null })
  })

  it('is refused for a unit that was not sent, and after the end', async () => {
    const id = await arrived(desk)
    await expect(recall(id, far)).rejects.toMatchObject({ code: 'incidents.unitNotSent', fields: [{ path: 'unitCode' }] })
    await disposeAs(desk, id, { disposition: 'helped', note: '已送回家' })
    await expect(recall(id, near)).rejects.toMatchObject({ code: 'incidents.stepNotOpen' })
  })

  it('counts once for a click that came twice, and anew after the unit was sent again', async () => {
    const id = await sentTogether(desk, near)
    expect(await recall(id, near)).toEqual(await recall(id, near))
    const again = { incidentId: id, unitCodes: [near] }
    await desk.world.perform(dispatchIncident, desk.dispatcher, again)
    expect(await see(desk, desk.officer, id)).toMatchObject({ state: 'dispatched' })
    expect(await recall(id, near)).toMatchObject({ state: 'received' })
    expect((await see(desk, desk.dispatcher, id)).sent.map(({ ending }) => ending)).toEqual(['recalled', 'recalled'])
  })

  it('is the desk’s alone', async () => {
    const id = await sentTogether(desk, near)
    await expect(desk.world.perform(recallUnit, desk.officer, { incidentId: id, unitCode: near, reason: '不去了' })).rejects.toMatchObject({
      code: 'house.notAllowed',
    })
  })
})
