import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Citizen, createCitizen } from '../testing/citizen.ts'
import { aReport, requestRows } from '../testing/online-report.ts'
import { messagesOn } from '../testing/reported-case.ts'
import { reportSubject, sendReportCode, takeReportsJob } from './send-report-code.ts'

let citizen: Citizen
beforeAll(async () => {
  citizen = await createCitizen()
})
afterAll(() => citizen.close())

const asJob = () => ({ kind: 'job', id: takeReportsJob, bureauCode: citizen.county.world.bureau }) as const

it('sends six digits to the phone that was typed, in a message that names no matter, and says so in the trail', async () => {
  const { world } = citizen.county
  await citizen.post('/report', aReport({ phone: '19900007001', lang: 'en' }))
  await world.work()
  expect(await messagesOn(world, '19900007001')).toEqual([expect.stringMatching(/^Code \d{6}, valid for 5 minutes, to submit a form\./)])
  const id = String((await requestRows(citizen)).at(-1)?.['id'])
  expect(await world.auditTrail(reportSubject(id))).toEqual([
    { actor: takeReportsJob, action: 'public-query.sendReportCode', outcome: 'done' },
  ])
})

it('sends nothing for a report that another worker has taken up meanwhile', async () => {
  const { world } = citizen.county
  await citizen.post('/report', aReport({ phone: '19900007002' }))
  const id = String((await requestRows(citizen)).at(-1)?.['id'])
  const late = { id, attempts: 7, phone: '19900007002', language: 'zh' }
  expect(await world.perform(sendReportCode, asJob(), late)).toEqual({ isSent: false })
  expect(await messagesOn(world, '19900007002')).toEqual([])
})

it('may be done by its own job alone', async () => {
  const { world, officer } = citizen.county
  const input = { id: uuid(), attempts: 1, phone: '19900007003', language: 'zh' }
  await expect(world.perform(sendReportCode, officer, input)).rejects.toMatchObject({ code: 'house.notAllowed' })
})
