import type { FastifyInstance } from 'fastify'
import { type KyselyPlugin, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bureau } from '#modules/cases/testing/bureau-of-cases.ts'
import { aReport, heldIn } from '#modules/public-query/testing/online-report.ts'
import { queryBureau, reportCase, type ReportedCase, reporter, sentCode } from '#modules/public-query/testing/reported-case.ts'
import { secondReceipt } from '#modules/public-query/testing/second-receipt.ts'
import { createHttp } from '#platform/server/http.ts'
import { modules } from '../../app/modules.ts'
import { comparable } from './county.ts'

let county: Bureau
let http: FastifyInstance
let statements: string[] = []
let reported: ReportedCase
let sent: string

beforeAll(async () => {
  county = await queryBureau()
  const { db } = county.world.platform
  const watching: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      statements.push(db.getExecutor().compileQuery(node, queryId).sql)
      return node
    },
    transformResult: async ({ result }) => result,
  }
  const platform = { ...county.world.platform, db: db.withPlugin(watching) }
  http = await createHttp({ modules, getPlatform: () => platform, identify: async () => null })
  reported = await reportCase(county, { reporter: reporter('victim', '19900000720') })
  await submit('/q', '')
  await county.world.work()
  sent = await sentCode(county.world, reported.phone)
}, 120_000)
afterAll(async () => {
  await http.close()
  await county.world.close()
})

let addresses = 0
type Typed = Pick<ReportedCase, 'number' | 'phone'>

/** One try from an address of its own, with what left and what the database was asked. */
async function post(url: string, form: Readonly<Record<string, string>>) {
  statements = []
  const answer = await http.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams({ lang: 'zh', step: 'code', ...form }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    remoteAddress: `2001:db8:${(++addresses).toString(16)}::1`,
  })
  return { answer: comparable(answer), statements }
}

const submit = (url: string, code: string, { number, phone }: Typed = reported) => post(url, { number, phone, code })

type Change = readonly [table: 'receipt' | 'code', column: string, value: unknown]

/** Each is the only thing wrong with number, phone and code that are otherwise right. */
const wrongs: Readonly<Record<string, () => Change>> = {
  'an unknown number': () => ['receipt', 'number', `${reported.number.slice(0, 19)}9999`],
  'a wrong phone': () => ['receipt', 'phone_hash', county.world.platform.vault.hash('public-phone', '19900000799')],
  'a party without a phone': () => ['receipt', 'phone_hash', null],
  'a secret case': () => ['receipt', 'is_hidden', true],
  'a case no longer shown': () => ['receipt', 'closed_at', new Date(county.world.clock.now.getTime() - 201 * 86_400_000)],
  'a wrong code': () => ['code', 'code_hash', Buffer.alloc(32, 7)],
  'a spent code': () => ['code', 'used_at', county.world.clock.now],
  'an expired code': () => ['code', 'expires_at', new Date(county.world.clock.now.getTime() - 1_000)],
  'a code tried too often': () => ['code', 'tries', 5],
}

async function whileWrong<Result>(
  [table, column, value]: Change,
  use: () => Promise<Result>,
  receiptId = reported.receiptId,
): Promise<Result> {
  const { db } = county.world.platform
  const [name, key] = [sql.table(`public_query.${table}`), sql.ref(table === 'code' ? 'receipt_id' : 'id')]
  const { rows } = await sql<{
    kept: unknown
  }>`select ${sql.ref(column)} as kept from ${name} where ${key} = ${receiptId}`.execute(db)
  await sql`update ${name} set ${sql.ref(column)} = ${value} where ${key} = ${receiptId}`.execute(db)
  const result = await use()
  await sql`update ${name} set ${sql.ref(column)} = ${rows[0]?.kept} where ${key} = ${receiptId}`.execute(db)
  return result
}

describe('the second step of the query', () => {
  let reference: Awaited<ReturnType<typeof submit>>
  beforeAll(async () => {
    reference = await submit('/q/confirm', '')
  })

  it('refuses without a code: one page and no cookie', () => {
    expect(reference.answer.statusCode).toBe(403)
    expect(reference.answer.headers).not.toHaveProperty('set-cookie')
    expect(reference.statements.length).toBeGreaterThan(2)
  })

  it.each(Object.entries(wrongs))('answers %s with the same status, headers and bytes after the same statements', async (_, change) => {
    const bySms = await whileWrong(change(), () => submit('/q/confirm', sent))
    expect(bySms).toEqual(reference)
    const [table, column] = change()
    const byReceipt = await whileWrong(
      table === 'receipt' ? [table, column, change()[2]] : ['receipt', 'code_hash', Buffer.alloc(32, 7)],
      () => submit('/q/confirm', reported.code),
    )
    expect(byReceipt).toEqual(reference)
  })

  it('answers a number that never was in the same way, but for the number itself', async () => {
    const number = `A999997550100${reported.number.slice(13, 19)}0417`
    const never = await submit('/q/confirm', sent, { number, phone: reported.phone })
    const spaced = (text: string) => new RegExp([...text].join(' ?'), 'g')
    const plain = ({ answer, statements: asked }: typeof never, typed: string) => ({
      ...answer,
      body: answer.body.replaceAll(spaced(typed), '…'),
      asked,
    })
    expect(plain(never, number)).toEqual(plain(reference, reported.number))
  })

  it('answers a party for whom no code was ever made in the same way', async () => {
    const { db } = county.world.platform
    const gone = await sql`delete from public_query.code where receipt_id = ${reported.receiptId}`.execute(db)
    expect(Number(gone.numAffectedRows)).toBe(1)
    expect(await submit('/q/confirm', sent)).toEqual(reference)
  })

  it('lets in who has it all right, so that the refusals above had that one reason', async () => {
    const opened = await submit('/q/confirm', reported.code)
    expect(opened.answer.statusCode).toBe(303)
  })
})

describe('the second step of a party without a phone', () => {
  const code = '4777888899990000'
  let receiptId: string
  let typed: Typed
  let reference: Awaited<ReturnType<typeof submit>>
  beforeAll(async () => {
    receiptId = await secondReceipt(county.world, reported, { role: 'victim', phone: null, code })
    typed = { number: reported.number, phone: '' }
    reference = await submit('/q/confirm', '1234123412341234', typed)
  })

  it('is refused after the statements that everybody’s refusal has, in as many bytes but for what was typed', async () => {
    expect(reference.answer.statusCode).toBe(403)
    const usual = await submit('/q/confirm', '1234123412341234')
    expect(reference.statements).toEqual(usual.statements)
    const { 'content-length': _shorter, ...headers } = reference.answer.headers as Record<string, unknown>
    const { 'content-length': _longer, ...usualHeaders } = usual.answer.headers as Record<string, unknown>
    expect(headers).toEqual(usualHeaders)
    const phone = reported.phone.replace(/^(.{3})(.{4})/, '$1 $2 ')
    expect(reference.answer.body).toBe(usual.answer.body.replaceAll(phone, ''))
  })

  it.each(
    Object.entries({
      'an unknown number': () => ['receipt', 'number', `${reported.number.slice(0, 19)}9999`],
      'a phone that was registered': () => ['receipt', 'phone_hash', county.world.platform.vault.hash('public-phone', '19900000799')],
      'a secret case': () => ['receipt', 'is_hidden', true],
      'a case no longer shown': () => ['receipt', 'closed_at', new Date(county.world.clock.now.getTime() - 201 * 86_400_000)],
      'a wrong code': () => ['receipt', 'code_hash', Buffer.alloc(32, 7)],
    } satisfies Readonly<Record<string, () => Change>>),
  )('answers %s with the same status, headers and bytes after the same statements', async (_, change) => {
    const [table, column, value] = change()
    expect(await whileWrong([table, column, value] as Change, () => submit('/q/confirm', code, typed), receiptId)).toEqual(reference)
  })

  it('lets in who has it all right', async () => {
    expect((await submit('/q/confirm', code, typed)).answer.statusCode).toBe(303)
  })
})

describe('the first step of the query', () => {
  it('asks the database one thing and answers one page, whether number and phone belong together or not', async () => {
    const right = await submit('/q', '')
    expect(right.statements).toHaveLength(1)
    expect(right.answer.statusCode).toBe(200)
    for (const change of [wrongs['an unknown number'], wrongs['a wrong phone'], wrongs['a secret case'], wrongs['a case no longer shown']])
      expect(await whileWrong(change!(), () => submit('/q', ''))).toEqual(right)
  })
})

describe('the second step of a report', () => {
  let held: Readonly<Record<string, string>>
  let code: string
  let id: string
  let refused: Awaited<ReturnType<typeof confirm>>

  const confirm = (typed: string, over: Readonly<Record<string, string>> = {}) => post('/report/confirm', { ...held, code: typed, ...over })

  beforeAll(async () => {
    const { answer } = await post('/report', aReport({ phone: '19900000731' }))
    held = heldIn(answer.body)
    await county.world.work()
    code = await sentCode(county.world, '19900000731')
    const { rows } = await sql<{ id: string }>`select id from public_query.request where kind = 'report'`.execute(county.world.platform.db)
    id = rows[0]!.id
    refused = await confirm('')
  })

  it('refuses without a code: one page and no cookie', () => {
    expect(refused.answer.statusCode).toBe(403)
    expect(refused.answer.headers).not.toHaveProperty('set-cookie')
    expect(refused.statements.length).toBeGreaterThan(2)
  })

  const faults: Readonly<Record<string, readonly [table: 'request' | 'code', column: string, value: () => unknown]>> = {
    'a wrong code': ['code', 'code_hash', () => Buffer.alloc(32, 7)],
    'an expired code': ['code', 'expires_at', () => new Date(county.world.clock.now.getTime() - 1_000)],
    'a code tried too often': ['code', 'tries', () => 5],
    'a ticket of nothing, or of another phone': ['request', 'ticket_hash', () => Buffer.alloc(32, 8)],
    'a report that waited too long': ['request', 'run_after', () => county.world.clock.now],
  }

  it.each(Object.entries(faults))('answers %s with the same status, headers and bytes after the same statements', async (_, fault) => {
    const [table, column, value] = fault
    const { db } = county.world.platform
    const [name, key] = [sql.table(`public_query.${table}`), sql.ref(table === 'code' ? 'receipt_id' : 'id')]
    const { rows } = await sql<{ kept: unknown }>`select ${sql.ref(column)} as kept from ${name} where ${key} = ${id}`.execute(db)
    await sql`update ${name} set ${sql.ref(column)} = ${value()} where ${key} = ${id}`.execute(db)
    expect(await confirm(code)).toEqual(refused)
    await sql`update ${name} set ${sql.ref(column)} = ${rows[0]?.kept} where ${key} = ${id}`.execute(db)
  })

  it('answers tickets that nobody was given, whatever they look like, in the same way but for the ticket', async () => {
    const length = held['ticket']!.length
    const plain = ({ answer, statements: asked }: typeof refused, ticket: string) => ({
      ...answer,
      body: answer.body.replace(`value="${ticket}"`, '…'),
      asked,
    })
    for (const begin of ['x', '999999000000.', `${county.world.bureau}.`]) {
      const ticket = begin.padEnd(length, 'a')
      const never = await confirm(code, { ticket })
      expect(plain(never, ticket)).toEqual(plain(refused, held['ticket']!))
    }
  })

  it('asks the same of the database for another code, whether there is such a report or not', async () => {
    const [mine, nobodys] = [await post('/report/resend', held), await post('/report/resend', { ...held, ticket: 'x' })]
    expect(nobodys.statements).toEqual(mine.statements)
    expect(nobodys.answer.body.replace('value="x"', '…')).toBe(mine.answer.body.replace(`value="${held['ticket']}"`, '…'))
  })

  it('lets in who has it all right, so that the refusals above had that one reason', async () => {
    county.world.advance({ minutes: 1 })
    expect((await confirm(code)).answer.statusCode).toBe(200)
  })
})
