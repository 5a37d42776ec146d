import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from 'kysely'
import { casesModule } from '#modules/cases/server/module.ts'
import { defineTemplate, sendToPhone } from '#modules/notifications/index.ts'
import { arrived, asCrime, createDesk, type Desk, disposeAs } from '../testing/first-walk.ts'
import { findIncident } from './find-incident.ts'

let desk: Desk
beforeAll(async () => {
  desk = await createDesk()
})
afterAll(() => desk.world.close())

it('hides an incident with its case, with what still waits to be told of it, and shows it again when the secret is lifted', async () => {
  const { world, unitHead, dispatcher } = desk
  const incidentId = await arrived(desk)
  const { caseId } = await disposeAs(desk, incidentId, asCrime())
  const plain = defineTemplate({ id: 'tests.plain', version: 1, zh: () => '您的报案已登记。', en: () => 'Your report is registered.' })
  const toReporter = { reference: `registered:${incidentId}`, template: plain, parameters: {}, phone: '19900000417' }
  const place = { subject: `incident:${incidentId}`, bureauCode: world.bureau, unitCode: world.station }
  await sendToPhone({ open: world.open, now: world.clock.now, vault: world.platform.vault }, { ...toReporter, ...place })
  const change = async (secrecy: string) => {
    const route = casesModule.routes.find((one) => one.name === 'cases.changeDisclosure')!
    await route.carryOut(world.platform, unitHead, { caseId, secrecy, sensitivity: 'minor', reason: '保护未成年人' })
    await world.work()
  }
  await change('secret')
  await expect(world.ask(findIncident, dispatcher, { incidentId })).rejects.toMatchObject({ code: 'incidents.incidentNotFound' })
  const { rows } = await sql`select state from notifications.message where reference = ${toReporter.reference}`.execute(world.platform.db)
  expect(rows).toEqual([{ state: 'dropped' }])
  await change('ordinary')
  expect(await world.ask(findIncident, dispatcher, { incidentId })).toMatchObject({ secrecy: 'ordinary', sensitivity: 'minor' })
})
