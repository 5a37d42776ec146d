import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Bureau } from '#modules/cases/testing/bureau-of-cases.ts'
import { detain, messagesOn, move, queryBureau, reportCase, reporter } from '../testing/reported-case.ts'

let county: Bureau
beforeAll(async () => {
  county = await queryBureau()
})
afterAll(() => county.world.close())

const references = async (caseId: string): Promise<string[]> => {
  const { rows } = await sql<{
    reference: string
  }>`select reference from notifications.message where subject = ${`case:${caseId}`}`.execute(county.world.platform.db)
  return rows.map((row) => row.reference).toSorted()
}

it('sends one message for each later milestone, and leaves the first to the receipt', async () => {
  const reported = await reportCase(county, { reporter: reporter('victim', '19900000501') })
  expect(await references(reported.caseId)).toEqual([`receipt:${reported.receiptId}`])
  await move(county, reported, 'file')
  await move(county, reported, 'transfer')
  await county.world.work()
  expect(await references(reported.caseId)).toEqual([
    `milestone:${reported.receiptId}:criminal-filed`,
    `milestone:${reported.receiptId}:transferred`,
    `receipt:${reported.receiptId}`,
  ])
})

it('says nothing of the matter, of crime or of the outcome', async () => {
  const reported = await reportCase(county, { reporter: reporter('victim', '19900000502') })
  await move(county, reported, 'refuse', { ground: 'no-crime', reason: '经审查，没有犯罪事实。' })
  const [, second = ''] = await messagesOn(county.world, '19900000502')
  expect(second).toContain(reported.number)
  expect(second).toContain('/q')
  expect(second).not.toMatch(/立案|犯罪|案件|贺秀兰|门锁|#/)
})

it.each(['domestic', 'sexual', 'minor', 'operational'] as const)('sends no message by itself in a case that is %s', async (sensitivity) => {
  const reported = await reportCase(county, { sensitivity })
  await move(county, reported, 'file')
  expect(await references(reported.caseId)).toEqual([])
})

it('sends nothing to a party without a phone', async () => {
  const reported = await reportCase(county, { reporter: reporter('victim', null) })
  await move(county, reported, 'file')
  expect(await references(reported.caseId)).toEqual([])
})

it('tells of measures once, however many are taken, and of none before the case is filed', async () => {
  const reported = await reportCase(county, { reporter: reporter('victim', '19900000503') })
  await detain(county, reported)
  expect(await references(reported.caseId)).toEqual([`receipt:${reported.receiptId}`])
  await move(county, reported, 'file')
  await detain(county, reported)
  await detain(county, reported)
  expect(await references(reported.caseId)).toEqual([
    `milestone:${reported.receiptId}:criminal-filed`,
    `milestone:${reported.receiptId}:measure-taken`,
    `receipt:${reported.receiptId}`,
  ])
})
