import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { v7 as uuid } from 'uuid'
import { arrived, createDesk, type Desk, disposeAs } from '../testing/first-walk.ts'
import { factsOf } from '../testing/paper-text.ts'
import { issueNotice } from './issue-notice.ts'

let desk: Desk
beforeAll(async () => {
  desk = await createDesk()
})
afterAll(() => desk.world.close())

const ended = async (disposition: string) => {
  const incidentId = await arrived(desk)
  await disposeAs(desk, incidentId, { disposition, note: '已告知应找的机关' })
  return incidentId
}
const issue = (incidentId: string, over: object = {}) =>
  desk.world.perform(issueNotice, desk.officer, {
    incidentId,
    paperId: uuid(),
    form: 'other-authority-notice',
    addressee: '汾川县人力资源和社会保障局',
    reason: '反映的是拖欠工资纠纷',
    ...over,
  })

describe('a written notice', () => {
  it('says where to go when a matter is not for the police', async () => {
    const incidentId = await ended('no-police-matter')
    const { paperId, paperNumber } = await issue(incidentId)
    expect(paperNumber).toContain('告知字')
    expect(await factsOf(desk.world, desk.officer, incidentId, paperId)).toMatchObject({ authority: '汾川县人力资源和社会保障局' })
  })

  it('says to whom a matter was transferred, as the head of the unit decided', async () => {
    const incidentId = await ended('transferred')
    const notice = { incidentId, paperId: uuid(), form: 'transfer-notice', addressee: '邻县公安局刑侦大队', reason: '不属本局管辖' }
    await expect(desk.world.perform(issueNotice, desk.officer, notice)).rejects.toMatchObject({ code: 'incidents.paperNotYours' })
    const { paperId } = await desk.world.perform(issueNotice, desk.unitHead, notice)
    expect(await factsOf(desk.world, desk.dispatcher, incidentId, paperId)).toMatchObject({ recipient: '邻县公安局刑侦大队' })
  })

  it('is not issued for what ended otherwise, nor by another unit', async () => {
    const incidentId = await ended('helped')
    await expect(issue(incidentId)).rejects.toMatchObject({ code: 'incidents.paperDoesNotFit' })
    const other = await ended('no-police-matter')
    await expect(
      desk.world.perform(issueNotice, desk.stranger, {
        incidentId: other,
        paperId: uuid(),
        form: 'other-authority-notice',
        addressee: '某局',
        reason: '不属本单位',
      }),
    ).rejects.toMatchObject({ code: 'incidents.incidentNotFound' })
  })

  it('is numbered by unit, form and year, without gaps', async () => {
    const incidentId = await ended('no-police-matter')
    const numbers = [await issue(incidentId), await issue(incidentId)].map(({ paperNumber }) => Number(/(\d+)号$/.exec(paperNumber)?.[1]))
    expect(numbers[1]).toBe((numbers[0] ?? 0) + 1)
  })
})
