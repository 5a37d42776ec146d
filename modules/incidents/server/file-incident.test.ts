import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findCase } from '#modules/cases/testing/bureau-of-cases.ts'
import { arrived, createDesk, type Desk, disposeAs } from '../testing/first-walk.ts'
import type { PubClockTables } from '#modules/deadlines/index.ts'
import { fileIncident } from './file-incident.ts'
import { findIncident } from './find-incident.ts'

let desk: Desk
beforeAll(async () => {
  desk = await createDesk()
})
afterAll(() => desk.world.close())

const filing = (incidentId: string) => ({ incidentId, caseId: crypto.randomUUID(), causeCode: 'psapl-51', matter: '摊位前被推搡殴打' })

describe('filing an administrative case', () => {
  it('gives the case to the officer who was on the scene, with the notice of filing', async () => {
    const { world, unitHead } = desk
    const id = await arrived(desk)
    await disposeAs(desk, id, { disposition: 'administrative-case', causeCode: 'psapl-51' })
    const sent = filing(id)
    const { caseId } = await world.perform(fileIncident, unitHead, sent)
    expect(await world.perform(fileIncident, unitHead, sent)).toMatchObject({ caseId, receiptId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(await world.ask(findCase, unitHead, { caseId })).toMatchObject({
      kind: 'administrative',
      stage: 'filed',
      holderName: '赵启明',
      papers: [{ form: 'admin-filing-notice' }],
      clocks: [{ rule: 'admin_case_limit_2025' }],
    })
  })

  it('keeps the incident as secret as the case that is filed from it', async () => {
    const { world, unitHead, supervisor, officer } = desk
    const id = await arrived(desk)
    await disposeAs(desk, id, { disposition: 'administrative-case', causeCode: 'psapl-51' })
    await world.perform(fileIncident, unitHead, { ...filing(id), secrecy: 'secret' })
    await expect(world.ask(findIncident, supervisor, { incidentId: id })).rejects.toMatchObject({ code: 'incidents.incidentNotFound' })
    expect(await world.ask(findIncident, officer, { incidentId: id })).toMatchObject({ secrecy: 'secret' })
    const clock = await world.open
      .as<PubClockTables>()
      .selectFrom('deadlines.pub_clock')
      .select('secrecy')
      .where('subject', '=', `incident:${id}`)
      .executeTakeFirst()
    expect(clock).toEqual({ secrecy: 'secret' })
  })

  it('is not open for an incident that was settled otherwise, nor to the head of another unit', async () => {
    const { world, unitHead, stranger } = desk
    const id = await arrived(desk)
    await disposeAs(desk, id, { disposition: 'helped', note: '已劝离' })
    await expect(world.perform(fileIncident, unitHead, filing(id))).rejects.toMatchObject({ code: 'incidents.notAwaitingFiling' })
    const other = world.officer('周德海', 'unit-head', stranger.unitCode)
    await expect(world.perform(fileIncident, other, filing(id))).rejects.toMatchObject({ code: 'incidents.incidentNotFound' })
  })
})
