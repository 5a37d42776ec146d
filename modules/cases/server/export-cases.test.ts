import { parse } from 'csv-parse/sync'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Officer } from '#kernel/actor.ts'
import { type Bureau, caseRoute, createBureau, openCrime, openViolation } from '../testing/bureau-of-cases.ts'
import { firstParty } from '../testing/party-acts.ts'
import { setIdentitySecrecy } from './set-identity-secrecy.ts'

let bureau: Bureau
let actor: Officer | null
let http: Awaited<ReturnType<Bureau['world']['http']>>
beforeAll(async () => {
  bureau = await createBureau()
  http = await bureau.world.http(() => actor)
})
afterAll(async () => {
  await http.close()
  await bureau.world.close()
})

async function ask(by: Officer | null, payload: object = {}) {
  actor = by
  return http.inject({ method: 'POST', url: '/api/cases/export', headers: { 'x-daylight': '1' }, payload })
}
type Line = Record<string, string>
async function linesOf(by: Officer, payload: object = {}): Promise<Line[]> {
  const answer = await ask(by, payload)
  expect(answer.statusCode, answer.body).toBe(200)
  return parse(answer.body, { bom: true, columns: true }) as Line[]
}
const reasoned = { isUnmasked: true, reason: '案件评查' }

describe('the list of cases as a file', () => {
  it('has the cases of the list with parties masked, and in full for a reason', async () => {
    const { number } = await openCrime(bureau)
    const [masked] = await linesOf(bureau.officer)
    expect(masked).toMatchObject({
      案件编号: number,
      案由: '盗窃',
      当事人: '报案人 贺某某',
      联系电话: '199 **** 0417',
      期限情况: '未超期',
    })
    const [full] = await linesOf(bureau.officer, reasoned)
    expect(full).toMatchObject({ 当事人: '报案人 贺秀兰', 联系电话: '19900000417\t' })
  })

  it('names nobody who asked for secrecy, not even to who holds the case', async () => {
    const { world, officer, leader } = bureau
    const { id } = await openCrime(bureau, { reporter: { name: '柳守真', phone: '19900000433', role: 'victim' } })
    await world.perform(setIdentitySecrecy, officer, { caseId: id, ...(await firstParty(bureau, id)), id: uuid(), isSecret: true })
    for (const by of [officer, leader]) {
      const { body } = await ask(by, reasoned)
      expect(body).toContain('被害人 身份保密')
      expect(body).not.toMatch(/柳|0433/)
    }
  })

  it('tells nobody a name in full without a reason, and a supervisor not even with one', async () => {
    const noReason = await ask(bureau.officer, { isUnmasked: true })
    expect(JSON.parse(noReason.body)).toMatchObject({ code: 'audit.exportReasonRequired', fields: [{ path: 'reason' }] })
    expect(JSON.parse((await ask(bureau.supervisor, reasoned)).body)).toMatchObject({ code: 'audit.exportUnmaskNotYours' })
  })

  it('leaves out what the list leaves out, and follows its filter', async () => {
    const { world, stranger, supervisor } = bureau
    const secret = await openCrime(bureau, { secrecy: 'secret', matter: '线人举报的窝点' })
    expect(await linesOf(stranger)).toEqual([])
    expect((await linesOf(supervisor)).map((line) => line['案件编号'])).not.toContain(secret.number)
    const { number } = await openViolation(bureau, {
      causeCode: 'other',
      causeText: '携犬出户未系犬绳',
      causeLaw: '《动物防疫法》',
      causeArticle: '第30条',
    })
    const lines = await linesOf(supervisor, { kind: 'administrative' })
    expect(lines.map((line) => [line['案件编号'], line['案由']])).toEqual([[number, '其他（携犬出户未系犬绳，《动物防疫法》第30条）']])
    expect(await linesOf(supervisor, { level: 'overdue' })).toEqual([])
    world.advance({ days: 40 })
    expect((await linesOf(supervisor, { level: 'overdue' })).every((line) => line['期限情况'] === '已超期')).toBe(true)
  })

  it('is in the trail, and refused to a stranger and an administrator', async () => {
    const { world } = bureau
    expect((await ask(null)).statusCode).toBe(401)
    expect((await ask(world.officer('管小满', 'administrator', world.bureau))).statusCode).toBe(403)
    world.advance({ minutes: 1 })
    await ask(bureau.officer, { kind: 'criminal' })
    const trail = (await caseRoute('audit.list').carryOut(world.platform, bureau.supervisor, {
      action: 'cases.exportCases',
      outcome: 'done',
    })) as {
      rows: { exported?: object }[]
    }
    expect(trail.rows[0]).toMatchObject({ exported: { list: 'cases', isUnmasked: false, filter: { kind: 'criminal' } } })
  })
})
