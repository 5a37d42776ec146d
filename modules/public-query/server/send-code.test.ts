import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { v7 as uuid } from 'uuid'
import type { Bureau } from '#modules/cases/testing/bureau-of-cases.ts'
import { readCaseNumber } from '../domain/case-number.ts'
import { readPhoneNumber } from '../domain/phone-number.ts'
import { act, messagesOn, queryBureau, receiptPartyOf, reportCase, reporter } from '../testing/reported-case.ts'
import { askCode } from './ask-code.ts'
import { sendCode } from './send-code.ts'

let county: Bureau
beforeAll(async () => {
  county = await queryBureau()
})
afterAll(() => county.world.close())

const ask = async (number: string, phone: string) => {
  const { world } = county
  await askCode(world.platform, { number: readCaseNumber(number)!, phone: readPhoneNumber(phone)!, address: '192.0.2.1', language: 'zh' })
  await world.work()
}
const codesOn = async (phone: string) => (await messagesOn(county.world, phone)).filter((text) => text.includes('验证码 '))

it('sends six digits to a phone that belongs to the number, and writes down that it did', async () => {
  const reported = await reportCase(county, { reporter: reporter('victim', '19900000601') })
  await ask(reported.number, '19900000601')
  expect(await codesOn('19900000601')).toEqual([expect.stringMatching(/^验证码 \d{6}，5 分钟内有效/)])
  expect(await county.world.auditTrail(`case:${reported.caseId}`)).toContainEqual({
    actor: 'public-query.send-codes',
    action: 'public-query.sendCode',
    outcome: 'done',
  })
})

it('sends nothing to another phone, nor for a secret case, and keeps no phone of what is done', async () => {
  const reported = await reportCase(county, { reporter: reporter('victim', '19900000602') })
  const secret = await reportCase(county, { secrecy: 'secret', reporter: reporter('victim', '19900000603') })
  await ask(reported.number, '19900000699')
  await ask(secret.number, '19900000603')
  expect(await codesOn('19900000699')).toEqual([])
  expect(await codesOn('19900000603')).toEqual([])
  const { rows } = await sql<{
    kept: number
  }>`select count(*) as kept from public_query.request where state = 'open' or phone_sealed is not null`.execute(county.world.platform.db)
  expect(rows[0]?.kept).toBe(0)
})

it('sends five codes a day and no more, and begins anew the next day', async () => {
  const reported = await reportCase(county, { reporter: reporter('victim', '19900000604') })
  for (let asked = 0; asked < 7; asked++) await ask(reported.number, '19900000604')
  expect(await codesOn('19900000604')).toHaveLength(5)
  county.world.advance({ days: 1 })
  await ask(reported.number, '19900000604')
  expect(await codesOn('19900000604')).toHaveLength(6)
})

it('counts them for the party: a receipt issued again gives no further ones that day', async () => {
  const phone = '19900000605'
  const reported = await reportCase(county, { reporter: reporter('victim', phone) })
  for (let asked = 0; asked < 4; asked++) await ask(reported.number, phone)
  const partyId = await receiptPartyOf(county.world, reported.receiptId)
  const atCounter = { caseId: reported.caseId, partyId, id: uuid(), reason: '回执遗失', identityCheck: 'id-card' }
  await act(county, 'cases.reissueReceipt', atCounter)
  for (let asked = 0; asked < 3; asked++) await ask(reported.number, phone)
  expect(await codesOn(phone)).toHaveLength(5)
  county.world.advance({ days: 1 })
  await ask(reported.number, phone)
  expect(await codesOn(phone)).toHaveLength(6)
})

it('may be done by its own job alone', async () => {
  const input = {
    requestId: uuid(),
    receiptId: uuid(),
    caseId: uuid(),
    unitCode: county.world.station,
    phone: '19900000601',
    language: 'zh',
  }
  await expect(county.world.perform(sendCode, county.officer, input)).rejects.toMatchObject({ code: 'house.notAllowed' })
})
