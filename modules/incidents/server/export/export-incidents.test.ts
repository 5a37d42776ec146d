import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Officer } from '#kernel/actor.ts'
import { exportLimit } from '#modules/audit/index.ts'
import { caseRoute } from '#modules/cases/testing/bureau-of-cases.ts'
import { arrived, asCrime, createDesk, type Desk, disposeAs, takeCall } from '../../testing/first-walk.ts'
import { mergeIncident } from '../merge-incident.ts'
import type { IncidentTables } from '../tables.ts'

let desk: Desk
let actor: Officer | null
let http: Awaited<ReturnType<Desk['world']['http']>>
beforeAll(async () => {
  desk = await createDesk()
  http = await desk.world.http(() => actor)
})
afterAll(async () => {
  await http.close()
  await desk.world.close()
})

async function ask(by: Officer | null, payload: object = {}) {
  actor = by
  return http.inject({ method: 'POST', url: '/api/incidents/export', headers: { 'x-daylight': '1' }, payload })
}

type Line = Record<string, string>
async function linesOf(by: Officer, payload: object = {}): Promise<Line[]> {
  const answer = await ask(by, payload)
  expect(answer.statusCode, answer.body).toBe(200)
  return parse(answer.body, { bom: true, columns: true }) as Line[]
}
const codeOf = (body: string): unknown => (JSON.parse(body) as { code: unknown }).code
const reasoned = { isUnmasked: true, reason: '报送县政法委季度分析' }

describe('the list of incidents as a file', () => {
  it('is UTF-8 with its mark, with the same rows as the list in the same order, and names masked', async () => {
    const first = await takeCall(desk)
    desk.world.advance({ minutes: 1 })
    const second = await takeCall(desk)
    const answer = await ask(desk.dispatcher)
    expect(answer.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.headers['content-disposition']).toContain(encodeURIComponent('警情-2026-03-02.csv'))
    const lines = parse(answer.body, { bom: true, columns: true }) as Line[]
    expect(lines.map((line) => line['接警单编号'])).toEqual([second.number, first.number])
    expect(lines[0]).toMatchObject({
      报警人: '贺某某',
      联系电话: '199 **** 0417',
      地点: '粮站家属院 3 号楼 2 单元 401',
      接警时间: '2026-03-02 10:01',
    })
    expect(answer.body).not.toMatch(/贺秀兰|19900000417/)
  })

  it('keeps a phone in full as text, for whoever may see it and says why', async () => {
    await takeCall(desk)
    const answer = await ask(desk.dispatcher, reasoned)
    expect(answer.body).toContain('贺秀兰,19900000417\t,')
    expect((await linesOf(desk.dispatcher, reasoned))[0]).toMatchObject({ 报警人: '贺秀兰' })
  })

  it('tells nobody a name in full without a reason, and a supervisor not even with one', async () => {
    const { dispatcher, supervisor } = desk
    const noReason = await ask(dispatcher, { isUnmasked: true })
    expect([noReason.statusCode, codeOf(noReason.body)]).toEqual([400, 'audit.exportReasonRequired'])
    const notTheirs = await ask(supervisor, reasoned)
    expect([notTheirs.statusCode, codeOf(notTheirs.body)]).toEqual([403, 'audit.exportUnmaskNotYours'])
    expect((await linesOf(supervisor))[0]).toMatchObject({ 报警人: '贺某某' })
  })

  it('names nobody who asked for secrecy, not even to who holds the case', async () => {
    const { officer, world } = desk
    const incidentId = await arrived(desk, { reporterName: '柳守真', reporterPhone: '19900000433' })
    const again = await takeCall(desk, { reporterName: '柳守真', reporterPhone: '19900000433' })
    const merged = { incidentId: again.id, intoId: incidentId, reason: '同一人再次报警' }
    await world.perform(mergeIncident, desk.dispatcher, merged)
    const { caseId } = await disposeAs(desk, incidentId, asCrime())
    await world.work()
    const found = (await caseRoute('cases.find').carryOut(world.platform, officer, { caseId })) as { parties: { id: string }[] }
    const secret = { caseId, partyId: found.parties[0]?.id, id: uuid(), isSecret: true, reason: '怕报复' }
    await caseRoute('cases.setIdentitySecrecy').carryOut(world.platform, officer, secret)
    for (const by of [officer, desk.unitHead, desk.leader]) {
      const { body } = await ask(by, by === desk.leader ? {} : reasoned)
      expect(body).not.toMatch(/柳|0433/)
      expect(body).toContain('身份保密')
    }
  })

  it('leaves out what the list leaves out: other units, and secret ones', async () => {
    const { world, stranger, supervisor, unitHead } = desk
    const secret = await arrived(desk, { summary: '线人举报的窝点' })
    await disposeAs(desk, secret, asCrime({ secrecy: 'secret' }))
    expect(await linesOf(stranger)).toEqual([])
    expect((await ask(supervisor)).body).not.toContain('线人举报的窝点')
    expect((await ask(world.officer('马小川', 'officer'))).body).not.toContain('线人举报的窝点')
    expect((await ask(unitHead)).body).toContain('线人举报的窝点')
  })

  it('follows the filter of the list', async () => {
    await takeCall(desk, { category: 'noise', summary: '楼上深夜装修' })
    const lines = await linesOf(desk.dispatcher, { category: 'noise' })
    expect(lines.map((line) => line['简要情况'])).toEqual(['楼上深夜装修'])
    expect((await ask(desk.dispatcher, { state: 'flying' })).statusCode).toBe(400)
  })

  it('defuses what a spreadsheet would run, and writes a cause on no list in its full words', async () => {
    const id = await arrived(desk, { summary: '=HYPERLINK("http://x","领奖")', category: 'fraud' })
    const cause = { causeCode: 'other', causeText: '携犬出户未系犬绳', causeLaw: '《动物防疫法》', causeArticle: '第30条' }
    await disposeAs(desk, id, { disposition: 'administrative-case', ...cause })
    const [line] = await linesOf(desk.dispatcher, { category: 'fraud' })
    expect(line).toMatchObject({ 简要情况: `'=HYPERLINK("http://x","领奖")`, 拟立案由: '其他（携犬出户未系犬绳，《动物防疫法》第30条）' })
  })

  it('goes on over many pages without losing or doubling a row', async () => {
    const { world, dispatcher } = desk
    const db = world.open.as<IncidentTables>()
    const row = await db.selectFrom('incidents.incident').selectAll().where('category', '=', 'noise').executeTakeFirstOrThrow()
    const many = Array.from({ length: 1_100 }, (_, at) => ({
      ...row,
      id: uuid(),
      number: `${row.number.slice(0, 19)}${800_000 + at}`,
      category: 'advice',
    }))
    const sealedElsewhere = many.map((one) => ({
      ...one,
      place_sealed: world.platform.vault.seal('人民路', {
        bureauCode: one.bureau_code,
        table: 'incidents.incident',
        column: 'place',
        id: one.id,
      }),
      reporter_name_sealed: null,
      reporter_phone_sealed: null,
    }))
    await db.insertInto('incidents.incident').values(sealedElsewhere).execute()
    const numbers = (await linesOf(dispatcher, { category: 'advice' })).map((line) => line['接警单编号'])
    expect(new Set(numbers)).toEqual(new Set(many.map((one) => one.number)))
    expect(numbers).toHaveLength(1_100)
  })

  it('is refused beyond fifty thousand rows, in words that say what to do', async () => {
    const { rows } = await tooMany()
    expect(rows).toBeGreaterThan(exportLimit)
    const answer = await ask(desk.dispatcher, { category: 'missing' })
    expect(answer.statusCode).toBe(400)
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'audit.exportTooLarge', detail: expect.stringContaining('50,000') })
  })
})

/** More rows than one file may hold, made by the database itself. */
async function tooMany(): Promise<{ rows: number }> {
  const { db } = desk.world.platform
  const { rows } = await sql<{
    columns: string
  }>`select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
    where table_schema = 'incidents' and table_name = 'incident' and column_name not in ('id', 'number', 'category')`.execute(db)
  const columns = sql.raw(rows[0]?.columns ?? '')
  const made = await sql`insert into incidents.incident (id, number, category, ${columns})
    select gen_random_uuid(), 'J' || n, 'missing', ${columns} from generate_series(1, ${exportLimit + 5}::int) as n,
      (select * from incidents.incident where category = 'noise' limit 1) as one`.execute(db)
  return { rows: Number(made.numAffectedRows) }
}

describe('a file that left', () => {
  it('is in the trail: who, how many rows, by what filter, masked or not, and why', async () => {
    const { world, dispatcher, supervisor } = desk
    world.advance({ minutes: 1 })
    await ask(dispatcher, { category: 'fraud' })
    world.advance({ minutes: 1 })
    await ask(dispatcher, { category: 'fraud', ...reasoned })
    const trail = (await caseRoute('audit.list').carryOut(world.platform, supervisor, {
      action: 'incidents.exportIncidents',
      outcome: 'done',
    })) as {
      rows: { actorName: string; exported?: object }[]
    }
    expect(trail.rows.slice(0, 2)).toMatchObject([
      {
        actorName: '段青禾',
        exported: { list: 'incidents', rowCount: 1, isUnmasked: true, filter: { category: 'fraud' }, reason: reasoned.reason },
      },
      { exported: { rowCount: 1, isUnmasked: false, reason: null } },
    ])
  })

  it('is asked for by nobody without a session, and not by an administrator; the attempt is recorded', async () => {
    const { world } = desk
    expect((await ask(null)).statusCode).toBe(401)
    const administrator = world.officer('管小满', 'administrator', world.bureau)
    expect((await ask(administrator)).statusCode).toBe(403)
  })
})
