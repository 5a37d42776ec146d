import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { beginningLate } from '#platform/testing/beginning-late.ts'
import { type Citizen, createCitizen, formOf } from '../testing/citizen.ts'
import { messagesOn, type ReportedCase } from '../testing/reported-case.ts'
import { secondReceipt } from '../testing/second-receipt.ts'
import { answerRequests } from './answer-requests.ts'

let citizen: Citizen
beforeAll(async () => {
  citizen = await createCitizen()
})
afterAll(() => citizen.close())

const look = async (reported: ReportedCase) => {
  await citizen.openPage(reported)
  await citizen.county.world.work()
}
const toldOf = async (reported: ReportedCase) => {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from notifications.message where subject = ${`case:${reported.caseId}`} and template = 'public-query.looked-up'`.execute(
    citizen.county.world.platform.db,
  )
  return Number(rows[0]?.n)
}

it('tells the party of a completed query: when, how to object, and nothing of the case', async () => {
  const reported = await citizen.report()
  await look(reported)
  const told = (await messagesOn(citizen.county.world, reported.phone)).at(-1) ?? ''
  expect(told).toContain(`编号 ${reported.number} 的进展于 2026-03-02 10:00 被查询`)
  expect(told).toContain('不是我查的')
  expect(told).toContain('/q ')
  expect(told).not.toMatch(/案件|立案|犯罪|刑事|贺秀兰|门锁/)
  expect(told).not.toContain(reported.code)
})

it('tells of no query that failed', async () => {
  const reported = await citizen.report()
  await citizen.post('/q/confirm', formOf(reported, '1234123412341234'))
  await citizen.county.world.work()
  expect(await toldOf(reported)).toBe(0)
})

it('tells once a day, each party for itself, and again the next day', async () => {
  const reported = await citizen.report()
  await look(reported)
  await look(reported)
  expect(await toldOf(reported)).toBe(1)
  citizen.county.world.advance({ hours: 14 })
  await look(reported)
  expect(await toldOf(reported)).toBe(2)
})

it('tells nobody by way of a party without a phone', async () => {
  const reported = await citizen.report()
  await secondReceipt(citizen.county.world, reported, { role: 'victim', phone: null, code: '4555666677778888' })
  await citizen.post('/q/confirm', { number: reported.number, phone: '', code: '4555666677778888' })
  await citizen.county.world.work()
  expect(await toldOf(reported)).toBe(0)
})

it.each(['domestic', 'sexual', 'minor', 'operational'] as const)('tells nobody in a case that is %s', async (sensitivity) => {
  const reported = await citizen.report({ sensitivity })
  await look(reported)
  expect(await toldOf(reported)).toBe(0)
})

it('tells nobody when the case became secret before the worker came', async () => {
  const reported = await citizen.report()
  await citizen.openPage(reported)
  await sql`update public_query.receipt set is_hidden = true where id = ${reported.receiptId}`.execute(citizen.county.world.platform.db)
  await citizen.county.world.work()
  expect(await toldOf(reported)).toBe(0)
})

it('tells once when a worker is killed before it ends, and another comes after it', async () => {
  const { world } = citizen.county
  const reported = await citizen.report()
  await citizen.openPage(reported)
  const killed = {
    ...world.platform,
    audit: {
      append: async () => {
        throw new Error('killed')
      },
    },
  }
  await expect(answerRequests.turn(killed)).rejects.toThrow('killed')
  expect(await toldOf(reported)).toBe(0)
  const gate = Promise.withResolvers<void>()
  const taken = Promise.withResolvers<void>()
  world.advance({ minutes: 1 })
  const stalled = answerRequests.turn({
    ...world.platform,
    db: beginningLate(world.platform.db, async () => {
      taken.resolve()
      await gate.promise
    }),
  })
  await taken.promise
  world.advance({ minutes: 2 })
  await answerRequests.turn(world.platform)
  gate.resolve()
  await stalled
  expect(await toldOf(reported)).toBe(1)
  expect((await world.auditTrail(`case:${reported.caseId}`)).filter(({ action }) => action === 'public-query.view')).toHaveLength(1)
})
