import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import type { UnitCode } from '#kernel/unit-code.ts'
import { accountsModule } from '#modules/accounts/server/module.ts'
import { enrol } from '#modules/accounts/testing/enrol.ts'
import { createWorld, type World } from '#platform/testing/world.ts'
import { listAudit } from './list-audit.ts'
import { auditModule } from './module.ts'

let world: World

beforeAll(async () => {
  world = await createWorld([accountsModule, auditModule])
})
afterAll(() => world.close())

interface Noted {
  readonly action?: string
  readonly subject?: string | null
  readonly outcome?: string
  readonly unitCode?: UnitCode
  readonly isSecret?: boolean
}

const note = (
  actor: Actor,
  { action = 'cases.find', subject = 'case:1', outcome = 'read', unitCode = world.station, isSecret = false }: Noted = {},
) =>
  auditModule.auditSink.append(world.open, {
    actor,
    action,
    outcome,
    at: world.clock.now,
    about: subject === null ? null : { subject, bureauCode: world.bureau, unitCode, isSecret },
  })
const told = (found: { rows: { action: string; subject: string | null }[] }) => found.rows.map((row) => `${row.action} ${row.subject}`)

it('shows a supervisor the whole bureau and a unit head the own unit only', async () => {
  const [mine, other] = [world.unit(), world.unit()]
  const officer = world.officer('张警官', 'officer', mine)
  await note(officer, { subject: 'case:a', unitCode: mine })
  world.advance({ seconds: 1 })
  await note(officer, { subject: 'case:b', unitCode: other })
  const ask = (actor: Actor, input: object = {}) => world.ask(listAudit, actor, { officerId: officer.id, ...input })
  expect(told(await ask(world.officer('督察', 'supervisor', world.bureau)))).toEqual(['cases.find case:b', 'cases.find case:a'])
  expect(told(await ask(world.officer('所长', 'unit-head', mine)))).toEqual(['cases.find case:a'])
  expect(told(await ask(world.officer('所长', 'unit-head', mine), { subject: 'case:b' }))).toEqual([])
})

it('shows a secret to the head of the unit that holds it and to the leader alone, and then all that was written about it', async () => {
  const [desk, mine] = [world.unit(), world.unit()]
  const officer = world.officer('吴警官', 'officer', mine)
  const subject = 'incident:secret'
  await note(officer, { action: 'incidents.receive', subject, outcome: 'done', unitCode: desk })
  await note(officer, { action: 'incidents.sign', subject, outcome: 'done', unitCode: mine })
  const ask = async (actor: Actor) =>
    (await world.ask(listAudit, actor, { officerId: officer.id })).rows.map((row) => row.action).toSorted()
  const [supervisor, leader] = [world.officer('督察', 'supervisor', world.bureau), world.officer('局长', 'leader', world.bureau)]
  const [head, deskHead] = [world.officer('所长', 'unit-head', mine), world.officer('主任', 'unit-head', desk)]
  for (const one of [supervisor, leader]) expect(await ask(one)).toEqual(['incidents.receive', 'incidents.sign'])
  expect([await ask(head), await ask(deskHead)]).toEqual([['incidents.sign'], ['incidents.receive']])
  await note(officer, { action: 'incidents.dispose', subject, outcome: 'done', unitCode: mine, isSecret: true })
  expect([await ask(supervisor), await ask(deskHead)]).toEqual([[], []])
  expect([await ask(leader), await ask(head)]).toEqual([
    ['incidents.dispose', 'incidents.receive', 'incidents.sign'],
    ['incidents.dispose', 'incidents.sign'],
  ])
  const both = { ...supervisor, grants: [...supervisor.grants, ...head.grants] }
  expect(await ask(both)).toHaveLength(3)
  expect(await ask({ ...supervisor, grants: [...supervisor.grants, ...deskHead.grants] })).toEqual([])
})

it('shows an administrator accounts, units and messages, a leader the cases and incidents', async () => {
  const officer = world.officer('郑警官', 'officer')
  for (const subject of ['case:1', 'incident:1', 'officer:1', 'unit:1', 'message:1', 'note:1', null]) await note(officer, { subject })
  const ask = async (actor: Actor) =>
    (await world.ask(listAudit, actor, { officerId: officer.id })).rows.map((row) => String(row.subject)).toSorted()
  expect(await ask(world.officer('管理员', 'administrator', world.bureau))).toEqual(['message:1', 'null', 'officer:1', 'unit:1'])
  expect(await ask(world.officer('局长', 'leader', world.bureau))).toEqual(['case:1', 'incident:1'])
  expect(await ask(world.officer('督察', 'supervisor', world.bureau))).toHaveLength(7)
})

it('does not lend the reach of another role', async () => {
  const other = world.unit()
  const officer = world.officer('李警官', 'officer', other)
  await note(officer, { unitCode: other })
  const head = world.officer('所长', 'unit-head', world.unit())
  const both = {
    ...head,
    grants: [...head.grants, ...world.officer('', 'officer', other).grants, ...world.officer('', 'legal-officer', world.bureau).grants],
  }
  expect((await world.ask(listAudit, both, { officerId: officer.id })).rows).toEqual([])
})

it('shows nothing of another bureau', async () => {
  const officer = world.officer('王警官', 'officer')
  await note(officer)
  const stranger = (await createWorld([])).officer('外督察', 'supervisor')
  const whole = { ...stranger, grants: stranger.grants.map((grant) => ({ ...grant, units: 'all' as const })) }
  expect((await world.ask(listAudit, whole, { officerId: officer.id })).rows).toEqual([])
})

it.each(['dispatcher', 'officer', 'legal-officer', 'case-centre'] as const)(
  'is not for a %s, and the attempt is recorded',
  async (role) => {
    const actor = world.officer('甲', role, world.bureau)
    await expect(world.ask(listAudit, actor, {})).rejects.toMatchObject({ code: 'house.notAllowed' })
    const supervisor = world.officer('督察', 'supervisor', world.bureau)
    const found = await world.ask(listAudit, supervisor, { officerId: actor.id })
    expect(found.rows).toMatchObject([{ action: 'audit.list', outcomeKind: 'refused', outcome: 'house.notAllowed', subject: null }])
  },
)

it('filters by kind of subject, act, outcome, days and police number', async () => {
  const unit = world.unit()
  const [officer, head] = [world.officer('赵警官', 'officer', unit), world.officer('所长', 'unit-head', unit)]
  await enrol(world, [officer])
  await note(officer, { action: 'cases.file', subject: 'case:1', outcome: 'done', unitCode: unit })
  world.advance({ days: 10 })
  await note(officer, { action: 'cases.find', subject: 'case:1', outcome: 'cases.caseNotFound', unitCode: unit })
  world.advance({ seconds: 1 })
  await note(head, { action: 'incidents.find', subject: 'incident:1', unitCode: unit })
  const ask = async (input: object) => told(await world.ask(listAudit, head, input))
  expect(await ask({ subjectKind: 'incident' })).toEqual(['incidents.find incident:1'])
  expect(await ask({ action: 'cases' })).toEqual(['cases.find case:1', 'cases.file case:1'])
  expect(await ask({ action: 'cases.file' })).toEqual(['cases.file case:1'])
  expect(await ask({ outcome: 'refused' })).toEqual(['cases.find case:1'])
  expect(await ask({ outcome: 'read' })).toEqual(['incidents.find incident:1'])
  expect(await ask({ days: '7', subject: 'case:1' })).toEqual(['cases.find case:1'])
  expect(await ask({ policeNumber: officer.policeNumber })).toEqual(['cases.find case:1', 'cases.file case:1'])
  expect(await ask({ policeNumber: '000000' })).toEqual([])
})

it('reads page by page, every entry once, though many bear the same time', async () => {
  const unit = world.unit()
  const [officer, head] = [world.officer('孙警官', 'officer', unit), world.officer('所长', 'unit-head', unit)]
  for (let at = 0; at < 12; at += 1) await note(officer, { subject: `case:${at}`, unitCode: unit })
  const seen: string[] = []
  let after: string | null | undefined
  do {
    const page: Awaited<ReturnType<typeof ask>> = await ask(after)
    expect(page).toMatchObject({ count: 12, more: false })
    seen.push(...page.rows.map((row) => row.id))
    after = page.next
  } while (after)
  expect(new Set(seen).size).toBe(12)
  function ask(from: string | null | undefined) {
    return world.ask(listAudit, head, { limit: '5', officerId: officer.id, ...(from && { after: from }) })
  }
})

it.each([{ after: 'nonsense' }, { days: '0' }, { policeNumber: '12' }, { officerId: "' or 1=1" }, { outcome: 'all' }])(
  'refuses %j as a question',
  async (input) => {
    const server = await world.http(() => world.officer('督察', 'supervisor', world.bureau))
    const answer = await server.inject({ method: 'GET', url: `/api/audit?${new URLSearchParams(input as Record<string, string>)}` })
    expect(answer.json()).toMatchObject({ status: 400, fields: [{ path: Object.keys(input)[0] }] })
  },
)

it('answers over HTTP with names of units, and a stranger not at all', async () => {
  const unit = world.unit()
  const [officer, head] = [world.officer('周警官', 'officer', unit), world.officer('所长', 'unit-head', unit)]
  await enrol(world, [officer])
  await note(officer, { unitCode: unit })
  const answer = await (await world.http(() => head)).inject({ method: 'GET', url: '/api/audit?subject=case:1&limit=1' })
  expect(answer.json().rows).toMatchObject([
    { actorName: '周警官', actorRoles: ['officer'], unitCode: unit, unitName: expect.stringContaining('派出所') },
  ])
  expect((await (await world.http(() => null)).inject({ method: 'GET', url: '/api/audit' })).statusCode).toBe(401)
})
