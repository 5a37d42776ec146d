import { type KyselyPlugin, type RootOperationNode, sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Bureau } from '#modules/cases/testing/bureau-of-cases.ts'
import { readCaseNumber } from '../domain/case-number.ts'
import { readPhoneNumber } from '../domain/phone-number.ts'
import { askCode } from './ask-code.ts'
import { confirmQuery } from './confirm-query.ts'
import { queryBureau, reportCase, type ReportedCase, reporter, sentCode } from '../testing/reported-case.ts'

let county: Bureau
beforeAll(async () => {
  county = await queryBureau()
})
afterAll(() => county.world.close())

interface Try {
  readonly number: string
  readonly phone: string
  readonly code: string
  readonly address?: string
}

const textOf = (node: RootOperationNode): string => ('sqlFragments' in node ? node.sqlFragments.join('?') : node.kind)

/** Confirms, and tells which statements the database was asked. */
async function watched({ number, phone, code, address = '192.0.2.9' }: Try) {
  const statements: string[] = []
  const watching: KyselyPlugin = {
    transformQuery: ({ node }) => {
      statements.push(textOf(node))
      return node
    },
    transformResult: async ({ result }) => result,
  }
  const platform = { ...county.world.platform, db: county.world.platform.db.withPlugin(watching) }
  const confirmed = await confirmQuery(platform, { number: readCaseNumber(number)!, phone: readPhoneNumber(phone)!, code, address })
  return { confirmed, statements }
}

async function codeFor({ number, phone }: ReportedCase): Promise<string> {
  await askCode(county.world.platform, {
    number: readCaseNumber(number)!,
    phone: readPhoneNumber(phone)!,
    address: '192.0.2.9',
    language: 'zh',
  })
  await county.world.work()
  return sentCode(county.world, phone)
}

it('asks the database the same whatever is wrong, so that not even the time tells one thing from another', async () => {
  const reported = await reportCase(county, { reporter: reporter('victim', '19900000701') })
  const secret = await reportCase(county, { secrecy: 'secret', reporter: reporter('victim', '19900000702') })
  const withoutCode = await reportCase(county, { reporter: reporter('victim', '19900000703') })
  const sent = await codeFor(reported)
  const wrong = sent === '123456' ? '123457' : '123456'
  const unknown = `${reported.number.slice(0, 19)}9999`

  const failures = [
    await watched({ number: unknown, phone: reported.phone, code: sent }),
    await watched({ number: reported.number, phone: '19900000799', code: sent }),
    await watched({ number: reported.number, phone: reported.phone, code: wrong }),
    await watched({ number: reported.number, phone: reported.phone, code: '1234123412341234' }),
    await watched({ number: reported.number, phone: reported.phone, code: '' }),
    await watched({ number: withoutCode.number, phone: withoutCode.phone, code: '123456' }),
    await watched({ number: secret.number, phone: secret.phone, code: secret.code }),
    await watched({ number: 'A999999550100209901' + '0001', phone: reported.phone, code: sent }),
  ]
  const [first] = failures
  expect(first?.statements).toHaveLength(4)
  for (const { confirmed, statements } of failures) {
    expect(confirmed).toBeNull()
    expect(statements).toEqual(first?.statements)
  }
  county.world.advance({ minutes: 1 })
  expect((await watched({ number: reported.number, phone: reported.phone, code: sent, address: '192.0.2.10' })).confirmed).not.toBeNull()

  const spent = await watched({ number: reported.number, phone: reported.phone, code: sent })
  expect(spent).toMatchObject({ confirmed: null, statements: first?.statements })
})

it('does not take a code that was sent for another case to the same phone', async () => {
  const one = await reportCase(county, { reporter: reporter('victim', '19900000704') })
  const other = await reportCase(county, { reporter: reporter('victim', '19900000704') })
  const sent = await codeFor(one)
  expect((await watched({ ...other, code: sent })).confirmed).toBeNull()
  expect((await watched({ ...one, code: other.code })).confirmed).toBeNull()
  expect((await watched({ ...one, code: sent })).confirmed).not.toBeNull()
})

it('counts a hundred tries at once as a hundred', async () => {
  const reported = await reportCase(county, { reporter: reporter('victim', '19900000705') })
  await Promise.all(Array.from({ length: 30 }, (_, at) => watched({ ...reported, code: '999999', address: `198.51.100.${at}` })))
  const { rows } = await sql<{ tries: number; failures: number }>`
    select tries, failures from public_query.throttle where kind = 'party' order by tries desc limit 1`.execute(county.world.platform.db)
  expect(rows).toEqual([{ tries: 30, failures: 30 }])
})

it('gives of two people with one code only one the page', async () => {
  const reported = await reportCase(county, { reporter: reporter('victim', '19900000706') })
  const code = await codeFor(reported)
  const all = await Promise.all([watched({ ...reported, code }), watched({ ...reported, code }), watched({ ...reported, code })])
  expect(all.filter(({ confirmed }) => confirmed !== null)).toHaveLength(1)
})

it('keeps no address, phone or number in the counts, only keyed hashes', async () => {
  const { rows } = await sql<{ whole: string }>`select string_agg(throttle::text, '|') as whole from public_query.throttle`.execute(
    county.world.platform.db,
  )
  expect(rows[0]?.whole).toContain('party')
  expect(rows[0]?.whole).not.toMatch(/192\.0|1990000070|A\d{22}/)
})
