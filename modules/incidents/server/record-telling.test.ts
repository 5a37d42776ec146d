import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrived, createDesk, type Desk, disposeAs } from '../testing/first-walk.ts'
import { findIncident } from './find-incident.ts'
import { issueNotice } from './issue-notice.ts'
import { recordTelling } from './record-telling.ts'

let desk: Desk
let incidentId: string
beforeAll(async () => {
  desk = await createDesk()
  incidentId = await arrived(desk)
  await disposeAs(desk, incidentId, { disposition: 'no-police-matter', note: '反映的是劳动报酬争议' })
})
afterAll(() => desk.world.close())

const organ = '汾川县人力资源和社会保障局'
const aTelling = (over: object = {}) => ({ incidentId, tellingId: uuid(), way: 'in-person', organ, isDisputed: false, ...over })
const tell = (input: object, actor = desk.officer) => desk.world.perform(recordTelling, actor, input)
const find = (actor = desk.officer) => desk.world.ask(findIncident, actor, { incidentId })

describe('telling that a matter is not for the police', () => {
  it('is recorded with how, when, and which organ was named, once however often the click arrives', async () => {
    expect(await find()).toMatchObject({ tellings: [], can: { tell: true } })
    const telling = aTelling()
    expect(await tell(telling)).toEqual(await tell(telling))
    expect((await find()).tellings).toEqual([
      { id: telling.tellingId, way: 'in-person', organ, isDisputed: false, toldAt: desk.world.clock.now.toISOString(), byName: '赵启明' },
    ])
    await expect(tell({ ...telling, way: 'by-phone' })).rejects.toMatchObject({ code: 'house.sameIdOtherContent' })
  })

  it('is followed by the notice in writing where it is disputed, naming the same organ', async () => {
    await tell(aTelling({ isDisputed: true }))
    const { can, tellings } = await find()
    expect(tellings.at(-1)).toMatchObject({ isDisputed: true })
    expect(can.issue).toContain('other-authority-notice')
    await desk.world.perform(issueNotice, desk.officer, {
      incidentId,
      paperId: uuid(),
      form: 'other-authority-notice',
      addressee: organ,
      reason: '属于劳动报酬争议',
    })
    expect((await find()).papers).toMatchObject([{ form: 'other-authority-notice', served: null }])
  })

  it('is no matter for an incident that ended otherwise, or not yet', async () => {
    const open = await arrived(desk)
    await expect(tell(aTelling({ incidentId: open }))).rejects.toMatchObject({
      code: 'incidents.tellingDoesNotFit',
      facts: { disposition: null },
    })
    await disposeAs(desk, open, { disposition: 'helped', note: '已帮助' })
    await expect(tell(aTelling({ incidentId: open }))).rejects.toMatchObject({ facts: { disposition: 'helped' } })
  })

  it('is recorded by the unit that answers and by the desk, and by nobody who may not know the incident', async () => {
    await tell(aTelling({ way: 'by-phone' }), desk.dispatcher)
    await expect(tell(aTelling(), desk.stranger)).rejects.toMatchObject({ code: 'incidents.incidentNotFound' })
    await expect(tell(aTelling(), desk.supervisor)).rejects.toMatchObject({ code: 'house.notAllowed' })
  })

  it('cannot have been before the report', async () => {
    const occurredAt = new Date(desk.world.clock.now.getTime() - 3_600_000).toISOString()
    await expect(tell(aTelling({ occurredAt, lateReason: '补录' }))).rejects.toMatchObject({ code: 'house.beforeEarlierFact' })
  })
})
