import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Bureau } from '#modules/cases/testing/bureau-of-cases.ts'
import { openAs } from '#platform/server/database.ts'
import { beginningLate } from '#platform/testing/beginning-late.ts'
import { readCaseNumber } from '../domain/case-number.ts'
import { readPhoneNumber } from '../domain/phone-number.ts'
import { messagesOn, queryBureau, reportCase, reporter } from '../testing/reported-case.ts'
import { answerRequests } from './answer-requests.ts'
import { askCode } from './ask-code.ts'
import { confirmQuery } from './confirm-query.ts'
import { takeRequest } from './request-repository.ts'
import type { PublicQueryTables } from './tables.ts'

let county: Bureau
beforeAll(async () => {
  county = await queryBureau()
})
afterAll(() => county.world.close())

const typed = (number: string, phone: string, address: string) => ({
  number: readCaseNumber(number)!,
  phone: readPhoneNumber(phone)!,
  address,
})
const ask = (number: string, phone: string, address: string) =>
  askCode(county.world.platform, { ...typed(number, phone, address), language: 'zh' })

/** Any number of another county. */
const elsewhere = (division: number, serial = 1) => `A${division}550100202611${String(serial).padStart(4, '0')}`

it('writes a view into the trail once, also when a stalled worker comes to it after another', async () => {
  const { world } = county
  const reported = await reportCase(county, { reporter: reporter('victim', '19900000801') })
  await confirmQuery(world.platform, { ...typed(reported.number, reported.phone, '192.0.2.50'), code: reported.code })
  const gate = Promise.withResolvers<void>()
  const taken = Promise.withResolvers<void>()
  const stalled = answerRequests.turn({
    ...world.platform,
    db: beginningLate(world.platform.db, async () => {
      taken.resolve()
      await gate.promise
    }),
  })
  await taken.promise
  world.advance({ minutes: 1 })
  expect(await answerRequests.turn(world.platform)).toBe(true)
  gate.resolve()
  await stalled
  const views = (await world.auditTrail(`case:${reported.caseId}`)).filter(({ action }) => action === 'public-query.view')
  expect(views).toHaveLength(1)
})

it('counts the requests of an address together, whatever county stands in the numbers', async () => {
  const address = '192.0.2.51'
  await ask(elsewhere(110101), '19900000811', address)
  await sql`update public_query.throttle set tries = 299 where kind = 'request' and tries = 1`.execute(county.world.platform.db)
  expect(await ask(elsewhere(310101), '19900000811', address)).toBe(true)
  expect(await ask(elsewhere(440101), '19900000811', address)).toBe(false)
  expect(await ask(elsewhere(440101), '19900000811', '192.0.2.52')).toBe(true)
  await county.world.work()
})

it('makes an address wait for its failed tries, whatever county stands in the numbers', async () => {
  const { world } = county
  const reported = await reportCase(county, { reporter: reporter('victim', '19900000803') })
  await ask(reported.number, reported.phone, '192.0.2.60')
  await world.work()
  const code = /验证码 (\d{6})/.exec((await messagesOn(world, reported.phone)).at(-1) ?? '')?.[1] ?? ''
  for (let tried = 0; tried < 52; tried++)
    await confirmQuery(world.platform, {
      ...typed(elsewhere(110101 + tried, tried), `199000009${String(tried).padStart(2, '0')}`, '192.0.2.61'),
      code: '999999',
    })
  const confirm = (address: string) => confirmQuery(world.platform, { ...typed(reported.number, reported.phone, address), code })
  expect(await confirm('192.0.2.61')).toBeNull()
  expect(await confirm('192.0.2.62')).not.toBeNull()
  await world.work()
})

it('lets an honest request pass a flood from one address', async () => {
  const { world } = county
  for (let sent = 0; sent < 120; sent++) await ask(elsewhere(110101 + (sent % 7), sent), '19900000820', '192.0.2.70')
  const honest = elsewhere(141199)
  await ask(honest, '19900000821', '192.0.2.71')
  world.advance({ seconds: 1 })
  const db = openAs(world.platform.db).as<PublicQueryTables>()
  let before = 0
  while ((await takeRequest(db, world.clock.now))?.number !== honest) before++
  expect(before).toBeLessThanOrEqual(20)
  world.advance({ minutes: 10 })
  await world.work()
  const { rows } = await sql<{ left: number }>`
    select count(*) as left from public_query.request where state = 'open' or address_hash is not null`.execute(world.platform.db)
  expect(rows[0]?.left).toBe(0)
})
