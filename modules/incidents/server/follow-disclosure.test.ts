import { afterAll, beforeAll, expect, it } from 'vitest'
import { casesModule } from '#modules/cases/server/module.ts'
import { arrived, asCrime, createDesk, type Desk, disposeAs } from '../testing/first-walk.ts'
import { findIncident } from './find-incident.ts'

let desk: Desk
beforeAll(async () => {
  desk = await createDesk()
})
afterAll(() => desk.world.close())

it('hides an incident with its case, and shows it again when the secret is lifted', async () => {
  const { world, unitHead, dispatcher } = desk
  const incidentId = await arrived(desk)
  const { caseId } = await disposeAs(desk, incidentId, asCrime())
  const change = async (secrecy: string) => {
    const route = casesModule.routes.find((one) => one.name === 'cases.changeDisclosure')!
    await route.carryOut(world.platform, unitHead, { caseId, secrecy, sensitivity: 'minor', reason: '保护未成年人' })
    await world.work()
  }
  await change('secret')
  await expect(world.ask(findIncident, dispatcher, { incidentId })).rejects.toMatchObject({ code: 'incidents.incidentNotFound' })
  await change('ordinary')
  expect(await world.ask(findIncident, dispatcher, { incidentId })).toMatchObject({ secrecy: 'ordinary', sensitivity: 'minor' })
})
