import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Officer } from '#kernel/actor.ts'
import { incidentsModule } from '#modules/incidents/server/module.ts'
import { openAs } from '#platform/server/database.ts'
import { beginningLate } from '#platform/testing/beginning-late.ts'
import { type Citizen, createCitizen, formOf } from '../testing/citizen.ts'
import { aReport, beginReport, requestRows } from '../testing/online-report.ts'
import { messagesOn } from '../testing/reported-case.ts'
import { answerRequests } from './answer-requests.ts'
import { takeReport } from './report-repository.ts'
import type { PublicQueryTables } from './tables.ts'
import { takeReports } from './take-reports.ts'

let citizen: Citizen
let dispatcher: Officer
beforeAll(async () => {
  citizen = await createCitizen()
  dispatcher = citizen.county.world.officer('段青禾', 'dispatcher', citizen.county.world.bureau)
})
afterAll(() => citizen.close())

const incidentsWith = async (text: string) => {
  const route = incidentsModule.routes.find(({ name }) => name === 'incidents.list')
  const page = (await route?.carryOut(citizen.county.world.platform, dispatcher, { source: 'online', limit: 100 })) as {
    rows: { summary: string }[]
  }
  return page.rows.filter(({ summary }) => summary.includes(text))
}

it('registers a report once, also when a stalled worker comes to it after another', async () => {
  const { world } = citizen.county
  const { held, code } = await beginReport(citizen, { phone: '19900006001', what: '停着的水泥罐车被人放了轮胎的气。' })
  await citizen.post('/report/confirm', { ...held, code })
  const [gate, taken] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const stalled = takeReports.turn({
    ...world.platform,
    db: beginningLate(world.platform.db, async () => {
      taken.resolve()
      await gate.promise
    }),
  })
  await taken.promise
  world.advance({ minutes: 1 })
  expect(await takeReports.turn(world.platform)).toBe(true)
  gate.resolve()
  await stalled
  await world.work()
  expect(await incidentsWith('水泥罐车')).toHaveLength(1)
  expect((await messagesOn(world, '19900006001')).filter((text) => text.includes('已登记'))).toHaveLength(1)
})

it('does not give up a report that was confirmed, however often its registration fails', async () => {
  const { world } = citizen.county
  const { held, code } = await beginReport(citizen, { phone: '19900006002', what: '鱼塘边的水泵不见了，电线被剪断。' })
  await citizen.post('/report/confirm', { ...held, code })
  const broken = { ...world.platform, audit: { append: async () => Promise.reject(new Error('the disk is full')) } }
  for (let tried = 0; tried < 8; tried++) {
    await expect(takeReports.turn(broken)).rejects.toThrow('the disk is full')
    world.advance({ minutes: 11 })
  }
  world.advance({ days: 2 })
  await world.work()
  expect(await incidentsWith('水泵')).toHaveLength(1)
})

it('takes confirmed reports before those that want a code, and few at once of a flood from one address', async () => {
  const { world } = citizen.county
  const { held, code } = await beginReport(citizen, { phone: '19900006003' })
  for (let sent = 0; sent < 50; sent++) await citizen.post('/report', aReport({ phone: '19900006010' }), '192.0.2.90')
  await citizen.post('/report', aReport({ phone: '19900006011' }), '192.0.2.91')
  await citizen.post('/report/confirm', { ...held, code }, '192.0.2.92')
  const honest = (await requestRows(citizen)).at(-1)?.['id']
  const db = openAs(world.platform.db).as<PublicQueryTables>()
  expect((await takeReport(db, world.clock.now))?.confirmedAt).not.toBeNull()
  world.advance({ seconds: 1 })
  let before = 0
  while ((await takeReport(db, world.clock.now))?.id !== honest) before++
  expect(before).toBeLessThanOrEqual(21)
})

it('does not stand before a query: a flood of reports from many addresses leaves its code where it was', async () => {
  const { world } = citizen.county
  const reported = await citizen.report()
  for (let sent = 0; sent < 30; sent++) await citizen.post('/report', aReport({ phone: '19900006020' }), `198.51.100.${sent}`)
  await citizen.post('/q', formOf(reported))
  expect(await answerRequests.turn(world.platform)).toBe(true)
  expect(await answerRequests.turn(world.platform)).toBe(false)
})
