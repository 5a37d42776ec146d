import { type Kysely, sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { roles } from '#kernel/actor.ts'
import { sentCode } from '#modules/public-query/testing/reported-case.ts'
import { openLog } from '#platform/server/log.ts'
import { narrativesIn } from './free-text.ts'
import { reportOnline } from './canary-report.ts'
import { type County, createCounty, type Input, knock, own, parameter, type Person, routes } from './county.ts'

/** Somebody who does not exist, and whose words stand nowhere else in this repository. */
const canary = {
  name: '甄金雀',
  phone: '19900007731',
  place: '鸣禽巷甲九十九号金丝笼内',
  narrative: '笼门大开，鸟已飞走，只余一根黄羽毛',
  idNumber: '000000190001017731',
  password: 'canary-word-7731',
}
/** The narrative is kept as text where the law wants it; everything else is sealed or not kept at all. */
const sealed = [canary.name, canary.phone, canary.place, canary.idNumber, canary.password]
const all = Object.values(canary)

const log: string[] = []
const left: { what: string; url: string; body: string; isRefusal: boolean }[] = []
let county: County

beforeAll(async () => {
  county = await createCounty({ log: openLog('info', { write: (line) => void log.push(line) }) })
  await firstWalk()
  await reportOnline(county, canary, form)
  await nonsense()
  await county.world.work()
}, 180_000)
afterAll(() => county.close())

/** Sends something and keeps what left the house: the address that a browser is sent to, and what a refusal says. */
async function send(method: string, path: string, input: Input, person?: Person): Promise<Input> {
  const answer = await knock(county.http, { method, path, input, cookie: person?.cookie })
  const isRefusal = answer.statusCode >= 400
  left.push({ what: `${method} ${path} ${answer.statusCode}`, url: JSON.stringify(answer.headers), body: answer.body, isRefusal })
  return answer.body.startsWith('{') ? (JSON.parse(answer.body) as Input) : {}
}

async function form(url: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const { headers, statusCode, body } = await county.http.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })
  // why: a citizen's page keeps what was typed, so its body is not looked at; where it sends the browser is.
  left.push({ what: `POST ${url} ${statusCode}`, url: JSON.stringify(headers), body: '', isRefusal: false })
  return body
}

/** Call, dispatch, signature, arrival, two dispositions, filing, refusal, notice, query: with the canary in every field for people. */
async function firstWalk(): Promise<void> {
  const { near, whole, world } = county
  const person = { reporterName: canary.name, reporterPhone: canary.phone }
  const take = async () => {
    const id = uuid()
    const call = {
      id,
      source: '110',
      category: 'burglary',
      grade: 'II',
      place: canary.place,
      summary: canary.narrative,
      dispatchTo: world.station,
      ...person,
    }
    await send('POST', '/api/incidents', call, whole.dispatcher)
    await send('POST', '/api/incidents', { ...call, summary: `${canary.narrative}。` }, whole.dispatcher)
    await send('POST', '/api/incidents/:incidentId/signature', { incidentId: id }, near.officer)
    await send('POST', '/api/incidents/:incidentId/arrival', { incidentId: id }, near.officer)
    return id
  }
  const crime = { disposition: 'criminal-case', causeCode: 'cl-264', matter: canary.narrative, reporterRole: 'complainant', ...person }
  const [first, second] = [await take(), await take()]
  const { caseId, caseNumber } = await send(
    'POST',
    '/api/incidents/:incidentId/disposition',
    { incidentId: first, caseId: uuid(), ...crime },
    near.officer,
  )
  await send('POST', '/api/cases/:caseId/moves', { caseId, act: 'refuse', ground: 'no-crime', reason: canary.narrative }, whole.leader)
  const suspect = { id: uuid(), personId: uuid(), personName: canary.name, kind: 'bail', decidedBy: whole.leader.officer.name }
  await send('POST', '/api/cases/:caseId/measures', { caseId, ...suspect }, near.officer)
  await send('POST', '/api/cases/:caseId/notice-service', { caseId, way: 'in-person', lateReason: canary.narrative }, near.officer)
  await send(
    'POST',
    '/api/incidents/:incidentId/disposition',
    { incidentId: second, disposition: 'administrative-case', causeCode: 'psapl-51', note: canary.narrative, ...person },
    near.officer,
  )
  await send(
    'POST',
    '/api/incidents/:incidentId/case',
    { incidentId: second, caseId: uuid(), causeCode: 'psapl-51', matter: canary.narrative, ...person },
    near['unit-head'],
  )
  await world.work()
  await askAsTheParty(String(caseNumber))
  for (const path of ['/api/incidents/:incidentId', '/api/cases/:caseId'])
    await send('GET', path, { incidentId: first, caseId }, near.officer)
  await send('POST', '/api/incidents/:incidentId/unmask', { incidentId: first }, near.officer)
  await send('POST', '/api/session', { policeNumber: near.officer.officer.policeNumber, password: canary.password })
  await send('POST', '/api/account/password', { oldPassword: canary.password, newPassword: `${canary.password}-2` }, near.officer)
}

async function askAsTheParty(number: string): Promise<void> {
  const typed = { number, phone: canary.phone }
  await form('/q', typed)
  await county.world.work()
  await form('/q/confirm', { ...typed, code: canary.idNumber })
  await form('/q/confirm', { ...typed, code: await sentCode(county.world, canary.phone) })
  await form('/q/again', { ...typed, switch: 'en', step: 'code' })
  await form('/q', { number: canary.name, phone: canary.idNumber })
  await form('/q', { number: `A999997550100202603${'0001'}`, phone: canary.phone })
  await form('/demo/phones', { phone: canary.phone })
  await form('/demo/phones', { phone: canary.idNumber })
  await county.world.work()
}

const fieldsOf = (schema: z.ZodMiniType): string[] => {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as { properties?: object }
  return Object.keys(properties)
}

/** Inputs that would do, so that one wrong field at a time is met by whatever lies behind the validation. */
const valid: Readonly<Record<string, (incidentId: string, caseId: string) => Input>> = {
  'incidents.receive': () => ({ id: uuid(), source: '110', category: 'burglary', grade: 'II', place: '粮站家属院', summary: '门锁被撬。' }),
  'incidents.dispose': (incidentId) => ({
    incidentId,
    disposition: 'criminal-case',
    caseId: uuid(),
    causeCode: 'cl-264',
    matter: '门锁被撬',
    reporterName: '某人',
  }),
  'incidents.fileCase': (incidentId) => ({ incidentId, caseId: uuid(), causeCode: 'psapl-51', matter: '夜市推搡', reporterName: '某人' }),
  'cases.move': (_, caseId) => ({ caseId, act: 'refuse', ground: 'no-crime' }),
  'cases.serveNotice': (_, caseId) => ({ caseId, way: 'in-person' }),
  'deadlines.explain': (_, caseId) => ({ subject: `case:${caseId}`, rule: 'crim_filing_review' }),
}

const narrativeFields: ReadonlySet<string> = new Set(routes.flatMap(({ endpoint }) => narrativesIn(endpoint.input)))

/** An incident that the near station signed for, for each try of its own. */
async function signedFor(): Promise<string> {
  const input = { ...valid['incidents.receive']!('', ''), dispatchTo: county.world.station }
  const { id } = await send('POST', '/api/incidents', input, county.whole.dispatcher)
  await send('POST', '/api/incidents/:incidentId/signature', { incidentId: id }, county.near.officer)
  return String(id)
}

/** For every endpoint, every field with the canary's words: all at once, one by one, in wrong types, and with what no text may hold. */
async function nonsense(): Promise<void> {
  const { near, whole } = county
  for (const { name, endpoint, allowedTo } of routes) {
    const asker = [near, whole].flatMap((group) => roles.map((role) => group[role])).find(({ officer }) => allowedTo(officer))
    const named = [...endpoint.path.matchAll(parameter)].map(([, part]) => part as string)
    const fields = [...fieldsOf(endpoint.input), 'unknown']
    const right = async () => ({
      ...Object.fromEntries(named.map((part) => [part, uuid()])),
      ...valid[name]?.(name === 'incidents.dispose' ? await signedFor() : uuid(), uuid()),
    })
    for (const word of all)
      for (const value of [word, [word], { [word]: word }])
        await send(
          endpoint.method,
          endpoint.path,
          { ...Object.fromEntries(fields.map((field) => [field, value])), ...Object.fromEntries(named.map((part) => [part, uuid()])) },
          asker,
        )
    for (const field of fields) {
      const word = narrativeFields.has(field) ? canary.narrative : canary.name
      for (const value of [word, `${word}\u0000`]) await send(endpoint.method, endpoint.path, { ...(await right()), [field]: value }, asker)
    }
  }
  await broken(`{"reporterName":"${canary.name}","place":"${canary.place}"`)
  await broken(`"${canary.name}"`)
}

async function broken(payload: string): Promise<void> {
  const { statusCode, headers, body } = await county.http.inject({
    method: 'POST',
    url: '/api/incidents',
    payload,
    headers: { ...own, 'content-type': 'application/json', cookie: `daylight_session=${county.near.officer.cookie}` },
  })
  left.push({ what: `broken ${statusCode}`, url: JSON.stringify(headers), body, isRefusal: statusCode >= 400 })
}

const found = (text: string, words: readonly string[]): string[] =>
  words.filter((word) => text.includes(word) || text.includes(encodeURIComponent(word)))

describe('a canary person', () => {
  it('went through every endpoint, and the walk was real', () => {
    const answered = left.map(({ what }) => what)
    for (const { endpoint } of routes)
      expect(
        answered.some((what) => what.startsWith(`${endpoint.method} ${endpoint.path} `)),
        endpoint.path,
      ).toBe(true)
    for (const path of [
      '/api/incidents',
      '/api/incidents/:incidentId/disposition',
      '/api/incidents/:incidentId/case',
      '/api/cases/:caseId/moves',
      '/api/cases/:caseId/notice-service',
    ])
      expect(answered).toContain(`POST ${path} 200`)
    expect(answered).toContain('POST /q/confirm 303')
  })

  it('is in no line of the log', () => {
    expect(log.length).toBeGreaterThan(300)
    expect(log.filter((line) => found(line, all).length > 0)).toEqual([])
  })

  it('is in no line of the log even if the database quotes the whole row in its error', async () => {
    const { db } = county.world.platform
    await db.transaction().execute(async (tx) => {
      await sql`set local role daylight_owner`.execute(tx)
      await sql`alter table incidents.incident add constraint no_broken_cage check (summary not like '%笼门折断%')`.execute(tx)
    })
    const call = { ...valid['incidents.receive']!('', ''), summary: `${canary.narrative}，笼门折断`, reporterName: canary.name }
    const before = log.length
    const { body, statusCode } = await knock(county.http, {
      method: 'POST',
      path: '/api/incidents',
      input: call,
      cookie: county.whole.dispatcher.cookie,
    })
    expect(statusCode).toBe(500)
    expect(found(body, all)).toEqual([])
    const lines = log.slice(before)
    expect(lines.join('')).toContain('"code":"23514"')
    expect(lines.filter((line) => found(line, [...all, '笼门折断']).length > 0)).toEqual([])
  })

  it('is in no address and no header that leaves', () => {
    expect(left.filter(({ url }) => found(url, all).length > 0).map(({ what }) => what)).toEqual([])
  })

  it('is in no refusal', () => {
    const refusals = left.filter(({ isRefusal }) => isRefusal)
    expect(refusals.length).toBeGreaterThan(100)
    expect(refusals.filter(({ body }) => found(body, all).length > 0).map(({ what, body }) => `${what} ${body}`)).toEqual([])
  })

  it('never makes the house fail', () => {
    expect([...new Set(left.filter(({ what }) => / 5\d\d$/.test(what)).map(({ what }) => what))]).toEqual([])
  })

  it('is in no row of the database that can be read without the key', async () => {
    const tables = await dump(county.world.platform.db as unknown as Kysely<never>)
    expect(tables.length).toBeGreaterThan(20)
    const spelled = sealed.flatMap((word) => [
      word,
      Buffer.from(word).toString('hex'),
      Buffer.from(word).toString('base64').replaceAll('=', ''),
      Buffer.from(word).toString('base64url'),
    ])
    expect(tables.flatMap(({ name, text }) => found(text, spelled).map((word) => `${name}: ${word}`))).toEqual([])
    // why: a dump that misses the narrative would miss everything.
    expect(tables.filter(({ text }) => text.includes(canary.narrative)).map(({ name }) => name)).toContain('incidents.incident')
  })

  it('is on no paper that was kept as printed: papers are made on demand from sealed facts', async () => {
    const tables = await dump(county.world.platform.db as unknown as Kysely<never>)
    const pdf = [Buffer.from('%PDF-').toString('hex'), '%PDF-']
    expect(tables.filter(({ text }) => found(text, pdf).length > 0).map(({ name }) => name)).toEqual([])
    const { rows } = await sql<{ papers: number }>`
      select (select count(*) from cases.receipt where paper_sealed is not null) + (select count(*) from cases.paper) as papers`.execute(
      county.world.platform.db,
    )
    expect(rows[0]?.papers).toBeGreaterThan(2)
  })

  it('has its narrative only where it belongs', async () => {
    const tables = await dump(county.world.platform.db as unknown as Kysely<never>)
    const holders = tables.filter(({ text }) => text.includes(canary.narrative)).map(({ name }) => name)
    expect(holders).toEqual(['cases.case', 'cases.paper_service', 'cases.stage_log', 'incidents.incident', 'incidents.step_log'])
  })
})

/** Every row of every table as text; what is binary as its hexadecimal digits. */
async function dump(db: Kysely<never>): Promise<{ name: string; text: string }[]> {
  const { rows } = await sql<{ name: string }>`select schemaname || '.' || tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`.execute(db)
  const read = rows.map(async ({ name }) => {
    const whole = await sql<{ text: string | null }>`select string_agg(t::text, ' ') as text from ${sql.table(name)} as t`.execute(db)
    return { name, text: whole.rows[0]?.text ?? '' }
  })
  return Promise.all(read)
}
