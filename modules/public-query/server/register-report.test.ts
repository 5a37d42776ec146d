import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Citizen, createCitizen } from '../testing/citizen.ts'
import { beginReport, requestRows } from '../testing/online-report.ts'
import { registerReport } from './register-report.ts'
import { takeReportsJob } from './send-report-code.ts'

let citizen: Citizen
beforeAll(async () => {
  citizen = await createCitizen()
})
afterAll(() => citizen.close())

const report = { kind: 'theft', what: '停在楼下的电动自行车不见了。', when: '昨晚', where: '粮站家属院', name: '贺秀兰', concerned: 'self' }
const inputOf = (id: string, attempts = 1) => ({
  id,
  attempts,
  report,
  phone: '19900007101',
  language: 'zh',
  confirmedAt: citizen.county.world.clock.now.toISOString(),
})

it('leaves its line in the trail of the incident, which has the id of the report', async () => {
  const { world } = citizen.county
  const { held, code } = await beginReport(citizen, { phone: '19900007101' })
  await citizen.post('/report/confirm', { ...held, code })
  await world.work()
  const id = String((await requestRows(citizen)).at(-1)?.['id'])
  expect(await world.auditTrail(`incident:${id}`)).toEqual([
    { actor: takeReportsJob, action: 'public-query.registerReport', outcome: 'done' },
  ])
})

it('registers nothing that was registered or given to another worker meanwhile', async () => {
  const { world } = citizen.county
  const job = { kind: 'job', id: takeReportsJob, bureauCode: world.bureau } as const
  const done = String((await requestRows(citizen)).at(-1)?.['id'])
  for (const input of [inputOf(done), inputOf(done, 3), inputOf(uuid())])
    expect(await world.perform(registerReport, job, input)).toEqual({ number: null })
})

it('may be done by its own job alone', async () => {
  const { world, officer } = citizen.county
  await expect(world.perform(registerReport, officer, inputOf(uuid()))).rejects.toMatchObject({ code: 'house.notAllowed' })
})
