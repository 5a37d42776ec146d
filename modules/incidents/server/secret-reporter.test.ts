import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findCase } from '#modules/cases/testing/bureau-of-cases.ts'
import { paperOf } from '#modules/cases/testing/party-acts.ts'
import { arrived, asCrime, createDesk, type Desk, disposeAs } from '../testing/first-walk.ts'
import { factsOf } from '../testing/paper-text.ts'
import { fileIncident } from './file-incident.ts'
import { findByPhone } from './find-by-phone.ts'
import { findIncident } from './find-incident.ts'
import { receiveEvidence } from './receive-evidence.ts'
import { refuseFiling } from './refuse-filing.ts'
import { unmaskReporter } from './unmask-reporter.ts'

let desk: Desk
beforeAll(async () => {
  desk = await createDesk()
})
afterAll(() => desk.world.close())

const name = '贺秀兰'
const violation = { disposition: 'administrative-case', causeCode: 'psapl-51', note: '夜市摊位前被推搡' }
const file = (incidentId: string, over: object = {}) =>
  desk.world.perform(fileIncident, desk.unitHead, {
    incidentId,
    caseId: uuid(),
    causeCode: 'psapl-51',
    matter: '夜市摊位前被推搡',
    ...over,
  })

const evidence = (incidentId: string, giverName: string) => ({
  incidentId,
  paperId: uuid(),
  giverName,
  items: [{ name: '监控录像', quantity: '1 段', features: 'U 盘拷贝' }],
})

it('leaves the name off the first receipt of a crime, if it was asked for at the scene', async () => {
  const { world, unitHead, officer } = desk
  const incidentId = await arrived(desk)
  const { caseId, receiptId } = await disposeAs(desk, incidentId, asCrime({ reporterIdentitySecret: true }))
  expect(await paperOf(desk, caseId ?? '', receiptId ?? '')).toMatchObject({ form: 'acceptance-receipt', isIdentitySecret: true })
  const seen = await world.ask(findCase, unitHead, { caseId })
  expect(seen.parties).toMatchObject([{ isIdentitySecret: true, name: '贺某某' }])
  expect((await world.ask(findCase, world.officer('马小川', 'officer'), { caseId })).parties).toMatchObject([{ name: null, phone: null }])
  const list = evidence(incidentId, name)
  await world.perform(receiveEvidence, officer, list)
  expect(await factsOf(world, officer, incidentId, list.paperId)).toMatchObject({
    reporterName: null,
    giverName: null,
    isIdentitySecret: true,
  })
  const another = evidence(incidentId, '葛素琴')
  await world.perform(receiveEvidence, officer, another)
  expect(await factsOf(world, officer, incidentId, another.paperId)).toMatchObject({ reporterName: null, giverName: '葛素琴' })
})

it('keeps the name from colleagues between the scene and the filing, and carries the wish into the case whatever the filing says', async () => {
  const { world, officer, unitHead, dispatcher } = desk
  const incidentId = await arrived(desk)
  await disposeAs(desk, incidentId, { ...violation, reporterIdentitySecret: true })
  for (const one of [officer, unitHead])
    expect(await world.ask(findIncident, one, { incidentId })).toMatchObject({ reporterName: '贺某某', reporterAskedSecrecy: true })
  for (const one of [dispatcher, world.officer('马小川', 'officer'), world.officer('冯若谷', 'case-centre', world.bureau)]) {
    expect(await world.ask(findIncident, one, { incidentId })).toMatchObject({ reporterName: null, isReporterSecret: true })
    await expect(world.ask(unmaskReporter, one, { incidentId })).rejects.toMatchObject({ code: 'incidents.unmaskNotYours' })
    expect((await world.ask(findByPhone, one, { phone: '19900000417' })).rows.map(({ id }) => id)).not.toContain(incidentId)
  }
  const { caseId } = await file(incidentId, { reporterIdentitySecret: false })
  expect((await world.ask(findCase, unitHead, { caseId })).parties).toMatchObject([{ isIdentitySecret: true }])
})

it('is asked for at the filing too, and then the notice of filing names nobody', async () => {
  const incidentId = await arrived(desk)
  await disposeAs(desk, incidentId, violation)
  const { caseId, receiptId } = await file(incidentId, { reporterIdentitySecret: true })
  expect(await paperOf(desk, caseId, receiptId)).toMatchObject({ form: 'admin-filing-notice', isIdentitySecret: true })
  expect((await desk.world.ask(findCase, desk.unitHead, { caseId })).parties).toMatchObject([{ isIdentitySecret: true }])
  expect(await desk.world.ask(findIncident, desk.dispatcher, { incidentId })).toMatchObject({ reporterName: null })
})

it('leaves the name off a notice of refusal that follows', async () => {
  const { world, unitHead } = desk
  const incidentId = await arrived(desk)
  await disposeAs(desk, incidentId, { ...violation, reporterIdentitySecret: true })
  const paperId = uuid()
  await world.perform(refuseFiling, unitHead, { incidentId, paperId, reason: '经调查，没有违法事实。' })
  expect(await factsOf(world, unitHead, incidentId, paperId)).toMatchObject({
    form: 'refusal-notice',
    reporterName: null,
    isIdentitySecret: true,
  })
})

it('names the reporter as ever where nobody asked', async () => {
  const { world, officer } = desk
  const incidentId = await arrived(desk)
  await disposeAs(desk, incidentId, asCrime())
  const list = evidence(incidentId, name)
  await world.perform(receiveEvidence, officer, list)
  expect(await factsOf(world, officer, incidentId, list.paperId)).toMatchObject({ reporterName: name, giverName: name })
})
