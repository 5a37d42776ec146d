import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findCase } from '#modules/cases/testing/bureau-of-cases.ts'
import { clocksOf } from '#modules/deadlines/index.ts'
import { arrived, asCrime, createDesk, type Desk, disposeAs } from '../testing/first-walk.ts'
import { fileIncident } from './file-incident.ts'
import { findIncident } from './find-incident.ts'
import { unitDuties } from './unit-duties.ts'
import { unmaskReporter } from './unmask-reporter.ts'

let desk: Desk
beforeAll(async () => {
  desk = await createDesk()
})
afterAll(() => desk.world.close())

describe('recording the disposition', () => {
  it('accepts a suspected crime in the same transaction: case, receipt and message are there', async () => {
    const { world, officer } = desk
    const id = await arrived(desk)
    const done = await disposeAs(desk, id, asCrime())
    expect(done).toMatchObject({ state: 'disposed', caseNumber: expect.stringMatching(/^A\d{22}$/), receiptId: expect.any(String) })
    expect(await world.ask(findCase, officer, { caseId: done.caseId })).toMatchObject({
      stage: 'accepted',
      incidentId: id,
      holderName: '赵启明',
    })
    const { rows } = await sql`select 1 from notifications.message where subject = ${`case:${done.caseId}`}`.execute(world.platform.db)
    expect(rows).toHaveLength(1)
  })

  it('answers a click that came twice like the first, and makes no second case', async () => {
    const { world } = desk
    const id = await arrived(desk)
    const sent = asCrime()
    const first = await disposeAs(desk, id, sent)
    expect(await disposeAs(desk, id, sent)).toEqual(first)
    await expect(disposeAs(desk, id, asCrime())).rejects.toMatchObject({ code: 'incidents.stepNotOpen' })
    const { rows } = await sql`select 1 from cases.case where incident_id = ${id}`.execute(world.platform.db)
    expect(rows).toHaveLength(1)
  })

  it('leaves nothing half-done when the case cannot be opened', async () => {
    const { world, officer } = desk
    const id = await arrived(desk)
    await expect(disposeAs(desk, id, asCrime({ causeCode: 'psapl-51' }))).rejects.toMatchObject({ code: 'cases.causeDoesNotFit' })
    expect(await world.ask(findIncident, officer, { incidentId: id })).toMatchObject({ state: 'arrived', disposition: null, caseId: null })
  })

  it('names what an acceptance still lacks, beside its field', async () => {
    const id = await arrived(desk, { reporterName: undefined })
    await expect(disposeAs(desk, id, asCrime())).rejects.toMatchObject({
      code: 'incidents.reporterRequired',
      fields: [{ path: 'reporterName' }],
    })
    await expect(disposeAs(desk, id, asCrime({ matter: undefined }))).rejects.toMatchObject({ fields: [{ path: 'matter' }] })
    await expect(disposeAs(desk, id, { disposition: 'not-accepted' })).rejects.toMatchObject({
      code: 'incidents.noteRequired',
      fields: [{ path: 'note' }],
    })
  })

  it('keeps the reporter whom only the officer met', async () => {
    const { world, officer } = desk
    const id = await arrived(desk, { reporterName: undefined, reporterPhone: undefined })
    const met = { reporterName: '贺女士', reporterPhone: '19900000417' }
    await disposeAs(desk, id, { disposition: 'helped', note: '已送医', ...met })
    expect(await world.ask(unmaskReporter, officer, { incidentId: id })).toMatchObject({ name: '贺女士', phone: '19900000417' })
  })

  it('closes a call for help without a case', async () => {
    const { world, officer } = desk
    const id = await arrived(desk)
    await disposeAs(desk, id, { disposition: 'helped', note: '协助换锁，报警人自行处理' })
    expect(await world.ask(findIncident, officer, { incidentId: id })).toMatchObject({
      disposition: 'helped',
      caseId: null,
      can: { steps: ['correct'] },
    })
  })

  it('proposes an administrative case to the unit head, whose 24 hours of registration run until it is filed', async () => {
    const { world, unitHead, officer } = desk
    const id = await arrived(desk, { category: 'beating' })
    await disposeAs(desk, id, { disposition: 'administrative-case', causeCode: 'psapl-51' })
    expect(await world.ask(unitDuties, unitHead, {})).toMatchObject({ awaitsFiling: 1 })
    const clock = async () => (await clocksOf(world.open, world.bureau, [`incident:${id}`]))[0]
    expect(await clock()).toMatchObject({ rule: 'report_registration_after_emergency', state: 'running' })
    const file = { incidentId: id, caseId: crypto.randomUUID(), causeCode: 'psapl-51', matter: '夜市摊位前被推搡殴打' }
    await expect(world.perform(fileIncident, officer, file)).rejects.toMatchObject({ code: 'house.notAllowed' })
    world.advance({ minutes: 10 })
    expect(await world.perform(fileIncident, unitHead, file)).toMatchObject({ caseNumber: expect.stringMatching(/^A/) })
    expect(await clock()).toMatchObject({ state: 'met' })
    await expect(world.perform(fileIncident, unitHead, { ...file, caseId: crypto.randomUUID() })).rejects.toMatchObject({
      code: 'incidents.notAwaitingFiling',
    })
  })
})
