import { v7 as uuid } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { signIn } from './stage/api.ts'
import type { Session } from './stage/api.ts'
import { openStage } from './stage/browser.ts'
import { acceptedCase, dispatchedCall } from './stage/by-api.ts'
import type { AcceptedCase } from './stage/by-api.ts'
import { findCast } from './stage/cast.ts'
import type { Cast } from './stage/cast.ts'

const stage = openStage()
const report = {
  name: '鸢高远',
  phone: '19900007371',
  place: '汾川县城关镇纸鸢坪 21 号',
  summary: '纸鸢坪仓库的铜线少了两卷。',
  category: 'theft',
}
const roles = ['dispatcher', 'officer', 'head', 'leader', 'supervisor', 'administrator', 'otherOfficer'] as const
type Person = (typeof roles)[number]

let cast: Cast
let sessions: Record<Person, Session>
let made: AcceptedCase
beforeAll(async () => {
  cast = await findCast(stage.origin)
  const all = await Promise.all(roles.map(async (role) => [role, await signIn(stage.origin, cast[role])] as const))
  sessions = Object.fromEntries(all) as Record<Person, Session>
  const incidentId = await dispatchedCall(sessions.dispatcher, report, cast.unitCode)
  made = await acceptedCase(sessions.officer, incidentId, report.summary)
})

const paths = () => ({
  incident: `/api/incidents/${made.incidentId}`,
  case: `/api/cases/${made.caseId}`,
  paper: `/api/cases/${made.caseId}/papers/${made.receiptId}`,
})

describe('one case, asked for by', () => {
  it.each([
    ['dispatcher', { incident: 200, case: 403, paper: 403 }],
    ['officer', { incident: 200, case: 200, paper: 200 }],
    ['head', { incident: 200, case: 200, paper: 200 }],
    ['leader', { incident: 200, case: 200, paper: 200 }],
    ['supervisor', { incident: 200, case: 200, paper: 404 }],
    ['administrator', { incident: 403, case: 403, paper: 403 }],
    ['otherOfficer', { incident: 404, case: 404, paper: 404 }],
  ] as const)('the %s is given exactly what the role may see', async (person, expected) => {
    const asked = await Promise.all(Object.entries(paths()).map(async ([what, path]) => [what, (await sessions[person].get(path)).status]))
    expect(Object.fromEntries(asked)).toEqual(expected)
  })

  it('a stranger is given nothing', async () => {
    for (const path of [
      ...Object.values(paths()),
      '/api/incidents',
      '/api/cases',
      '/api/unit-duties',
      '/api/audit',
      '/api/units',
      '/api/officers',
    ])
      expect((await fetch(`${stage.origin}${path}`)).status, path).toBe(401)
  })

  it('an officer of another station is answered as if it did not exist', async () => {
    const hidden = await sessions.otherOfficer.get(paths().case)
    const missing = await sessions.otherOfficer.get(`/api/cases/${uuid()}`)
    const told = ({ body }: { body: { code: string; detail: string } }) => ({ code: body.code, detail: body.detail })
    expect(told(hidden)).toEqual(told(missing))
    const { body: cases } = await sessions.otherOfficer.get('/api/cases?limit=100')
    const { body: sent } = await sessions.otherOfficer.get('/api/incidents?limit=100')
    // why: a unit that was sent to assist sees the incident of the unit that leads.
    const incidents = sent.rows.filter(({ assists }: { assists: number }) => assists === 0)
    expect(JSON.stringify([cases, incidents])).not.toMatch(new RegExp(`${made.caseId}|${made.incidentId}|${cast.unitCode}`))
  })

  it.each([
    ['officer', 403],
    ['head', 403],
    ['supervisor', 403],
    ['dispatcher', 403],
    ['otherOfficer', 403],
  ] as const)('the %s may not file it', async (person, status) => {
    const { status: answered } = await sessions[person].post(`${paths().case}/moves`, { caseId: made.caseId, act: 'file' })
    expect(answered).toBe(status)
  })

  it('the acts offered are those of the role', async () => {
    const actsOf = async (person: Person) =>
      ((await sessions[person].get(paths().case)).body.can.acts as { act: string }[]).map(({ act }) => act).toSorted()
    expect(await actsOf('leader')).toEqual(['file', 'refuse'])
    for (const person of ['officer', 'head', 'supervisor'] as const) expect(await actsOf(person)).toEqual([])
  })

  it('name and phone are masked until they are asked for', async () => {
    const { body } = await sessions.officer.get(paths().case)
    const [party] = body.parties as { id: string; name: string; phone: string }[]
    expect(JSON.stringify(body)).not.toContain(report.phone)
    expect(party?.name).not.toBe(report.name)
    const told = await sessions.officer.post(`${paths().case}/parties/${party?.id}/unmask`, {})
    expect(told.body).toMatchObject({ name: report.name, phone: report.phone })
    expect((await sessions.otherOfficer.post(`${paths().case}/parties/${party?.id}/unmask`, {})).status).toBe(404)
  })
})

describe('on the screen', () => {
  it('an officer of another station reads that there is no such case', async () => {
    const { page } = await stage.officer(cast.otherOfficer)
    await page.goto(`/staff/cases/${made.caseId}`)
    await page.getByRole('heading', { name: '没有找到' }).waitFor()
    expect(await page.getByRole('main').innerText()).not.toContain(report.summary)
  })

  it('the supervisor reads the case without any act, and who did and saw what beside it', async () => {
    const { page } = await stage.officer(cast.supervisor)
    await page.goto(`/staff/cases/${made.caseId}`)
    await page.getByRole('heading', { name: '谁看过、谁办过' }).waitFor()
    for (const act of ['立案', '不予立案']) expect(await page.getByRole('button', { name: new RegExp(`^${act}`) }).count()).toBe(0)
    expect(await page.getByRole('main').innerText()).not.toContain(report.phone)
  })

  it('an officer who opens the audit by its address is refused in plain words', async () => {
    const { page } = await stage.officer(cast.officer)
    await page.goto('/staff/audit')
    await page.getByRole('heading', { name: '这一页您不能看' }).waitFor()
  })

  it('a stranger is led to the log-in page', async () => {
    const { page } = await stage.visitor()
    await page.goto(`/staff/cases/${made.caseId}`)
    await page.getByRole('heading', { name: '登录', exact: true }).waitFor()
    expect(await page.locator('body').innerText()).not.toContain(report.summary)
  })
})

describe('the trail of the case', () => {
  it('holds every change, every opened detail and every refusal, with the person', async () => {
    const { body } = await sessions.supervisor.get(`/api/audit?subject=case:${made.caseId}&limit=200`)
    const rows = body.rows as { actorName: string; action: string; outcomeKind: string }[]
    const has = (person: Person, action: string, outcomeKind: string) =>
      rows.some((row) => row.actorName === cast[person].name && row.action === action && row.outcomeKind === outcomeKind)
    expect(has('officer', 'cases.find', 'read')).toBe(true)
    expect(has('leader', 'cases.readPaper', 'read')).toBe(true)
    expect(has('officer', 'cases.unmaskParty', 'read')).toBe(true)
    expect(has('head', 'cases.move', 'refused')).toBe(true)
    const { body: ofIncident } = await sessions.supervisor.get(`/api/audit?subject=incident:${made.incidentId}&limit=200`)
    const done = (ofIncident.rows as { action: string; outcomeKind: string }[])
      .filter(({ outcomeKind }) => outcomeKind === 'done')
      .map(({ action }) => action)
    expect(done.toReversed()).toEqual(['incidents.receive', 'incidents.sign', 'incidents.arrive', 'incidents.dispose'])
  })

  it('is read on the audit page, which says who did what in words', async () => {
    const { page } = await stage.officer(cast.supervisor)
    await page.goto(`/staff/audit?subject=case:${made.caseId}&days=7`)
    const main = page.getByRole('main')
    await main.getByText('查看当事人完整信息').filter({ visible: true }).first().waitFor()
    for (const words of [cast.officer.name, cast.leader.name, '查看案件', '查看文书', '已拒绝'])
      expect(await main.innerText()).toContain(words)
    for (const personal of [report.name, report.phone, report.place, report.summary]) expect(await main.innerText()).not.toContain(personal)
  })
})

it('threw no error in any page', () => {
  expect(stage.faults).toEqual([])
})
