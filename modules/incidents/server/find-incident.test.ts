import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { casesModule } from '#modules/cases/server/module.ts'
import { findCase } from '#modules/cases/testing/bureau-of-cases.ts'
import { arrived, asCrime, createDesk, type Desk, disposeAs } from '../testing/first-walk.ts'
import { findByPhone } from './find-by-phone.ts'
import { findIncident } from './find-incident.ts'
import { unmaskReporter } from './unmask-reporter.ts'

let desk: Desk
beforeAll(async () => {
  desk = await createDesk()
})
afterAll(() => desk.world.close())

it('keeps secret who reported, once they asked for it in the case: the desk, colleagues and the case centre no longer learn it', async () => {
  const { world, officer, unitHead, dispatcher } = desk
  const incidentId = await arrived(desk)
  const { caseId } = await disposeAs(desk, incidentId, asCrime())
  const [party] = (await world.ask(findCase, officer, { caseId })).parties
  const keepSecret = casesModule.routes.find((route) => route.name === 'cases.setIdentitySecrecy')
  await keepSecret?.carryOut(world.platform, officer, { caseId, partyId: party?.id, id: uuid(), isSecret: true })
  const byPhone = async (actor: Desk['officer']) =>
    (await world.ask(findByPhone, actor, { phone: '19900000417' })).rows.map((row) => row.id)
  for (const actor of [officer, unitHead]) {
    expect(await byPhone(actor)).toEqual([incidentId])
    expect(await world.ask(findIncident, actor, { incidentId })).toMatchObject({ reporterName: '贺某某', isReporterSecret: false })
    expect(await world.ask(unmaskReporter, actor, { incidentId })).toMatchObject({ name: '贺秀兰' })
  }
  for (const actor of [dispatcher, world.officer('马小川', 'officer'), world.officer('石晓雯', 'case-centre', world.bureau)]) {
    expect(await byPhone(actor)).toEqual([])
    const seen = await world.ask(findIncident, actor, { incidentId })
    expect(seen).toMatchObject({ reporterName: null, reporterPhone: null, isReporterSecret: true, can: { unmask: false } })
    await expect(world.ask(unmaskReporter, actor, { incidentId })).rejects.toMatchObject({ code: 'incidents.unmaskNotYours' })
  }
})
