import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles } from '#kernel/actor.ts'
import { carryOut, comparable, type County, createCounty, type Input, knock, type OpenedCase, type Person, routes } from './county.ts'
import { bodiesIn } from './lawful-bodies.ts'
import { arrangeThings, keyOfThing, namesIn, type Things } from './things.ts'

let county: County
let ordinary: OpenedCase
let secret: OpenedCase
let hidden: Things
let secretOnes: Things

beforeAll(async () => {
  county = await createCounty()
  ;({ ordinary, secret, hidden, secretOnes } = await arrangeThings(county))
}, 120_000)
afterAll(() => county.close())

const addressed = [
  ...routes
    .filter(({ endpoint }) => namesIn(endpoint.path).length > 0)
    .map(({ name, endpoint, allowedTo }) => ({ name, method: endpoint.method as string, path: endpoint.path, allowedTo })),
  // why: a paper is a PDF, so it is no endpoint with a contract.
  {
    name: 'incidents.readIncidentPaper',
    method: 'GET',
    path: '/api/incidents/:incidentId/papers/:paperId',
    allowedTo: routes.find(({ name }) => name === 'incidents.find')!.allowedTo,
  },
  {
    name: 'cases.readPaper',
    method: 'GET',
    path: '/api/cases/:caseId/papers/:paperId',
    allowedTo: routes.find(({ name }) => name === 'cases.find')!.allowedTo,
  },
]

type Addressed = (typeof addressed)[number]
const keyOf = ({ name, path }: Addressed): string => keyOfThing(name, path)

/** The same ids in form, of things that do not exist. */
const nobodys = (input: Input): Input =>
  Object.fromEntries(Object.entries(input).map(([name, value]) => [name, name === 'code' ? `${String(value).slice(0, 6)}559900` : uuid()]))

const idsOf = (input: Input): string[] => Object.values(input).map(String)

async function expectNoDifference(route: Addressed, person: Person, there: Input): Promise<void> {
  const named = Object.fromEntries(namesIn(route.path).map((name) => [name, there[name]]))
  const nowhere = nobodys(named)
  const ask = (ids: Input) =>
    knock(county.http, { ...route, input: { ...bodiesIn(county)[route.name]?.(), ...ids }, cookie: person.cookie })
  const [exists, missing] = [await ask(named), await ask(nowhere)]
  const label = `${route.name} as ${person.role}`
  expect(missing.statusCode, `${label}: ${missing.body}`).toBe(404)
  expect(comparable(exists, ...idsOf(named)), label).toEqual(comparable(missing, ...idsOf(nowhere)))
}

const askers = (route: Addressed, group: County['near']): readonly Person[] =>
  roles.map((role) => group[role]).filter(({ officer }) => route.allowedTo(officer))

describe.each(addressed.map((route) => [route.name, route] as const))('%s', (_, route) => {
  it('answers for a thing of another unit as for no thing at all', async () => {
    const things = hidden[keyOf(route)]
    if (!things) throw new Error(`say in this test what is hidden behind ${keyOf(route)}`)
    for (const thing of things) {
      expect(idsOf(thing)).not.toContain('undefined')
      for (const person of askers(route, county.away)) await expectNoDifference(route, person, thing)
    }
  })

  it('answers for a secret thing as for no thing at all', async () => {
    const mayKnow = new Set(['unit-head', 'leader'])
    const strangers = [...askers(route, county.near), ...askers(route, county.whole)].filter(
      ({ role, officer }) => !mayKnow.has(role) && officer.id !== county.near.officer.officer.id,
    )
    for (const thing of secretOnes[keyOf(route)] ?? []) for (const person of strangers) await expectNoDifference(route, person, thing)
  })
})

it('has a secret for each kind of thing that can be one, and those who may know it do', async () => {
  expect(Object.keys(secretOnes).filter((key) => !addressed.some((route) => keyOf(route) === key))).toEqual([])
  for (const person of [county.near.officer, county.near['unit-head'], county.whole.leader])
    expect(await carryOut(county, person, 'cases.find', { caseId: secret.caseId })).toMatchObject({ secrecy: 'secret' })
})

it('does not find a party or a paper of a hidden case by way of a case that one may see', async () => {
  const mine = county.near.supervisor
  for (const [path, method, ids] of [
    ['/api/cases/:caseId/parties/:partyId/unmask', 'POST', { partyId: secret.partyId }],
    ['/api/cases/:caseId/papers/:paperId', 'GET', { paperId: secret.receiptId }],
  ] as const) {
    const ask = (input: Input) => knock(county.http, { method, path, input: { caseId: ordinary.caseId, ...input }, cookie: mine.cookie })
    const [exists, nowhere] = [await ask(ids), nobodys(ids)]
    expect(exists.statusCode).toBe(404)
    expect(comparable(exists, ...idsOf(ids))).toEqual(comparable(await ask(nowhere), ...idsOf(nowhere)))
  }
})

it('explains no clock of a case that one may not see', async () => {
  const explain = (person: Person, caseId: string) =>
    knock(county.http, {
      method: 'GET',
      path: '/api/clocks/explain',
      input: { subject: `case:${caseId}`, rule: 'crim_filing_review' },
      cookie: person.cookie,
    })
  expect((await explain(county.near.officer, ordinary.caseId)).statusCode).toBe(200)
  for (const [person, { caseId }] of [
    [county.away.officer, ordinary],
    [county.away['unit-head'], ordinary],
    [county.whole.supervisor, secret],
    [county.near['legal-officer'], secret],
  ] as const) {
    const nowhere = uuid()
    const missing = await explain(person, nowhere)
    expect(missing.statusCode).toBe(404)
    expect(comparable(await explain(person, caseId), caseId)).toEqual(comparable(missing, nowhere))
  }
})

/** Every page of the trail that the person gets for a question, as one text. */
async function trailFor(person: Person, input: Input = {}): Promise<string> {
  let text = ''
  for (let after: string | null | undefined; after !== null;) {
    const page = { method: 'GET', path: '/api/audit', input: { ...input, limit: 200, ...(after && { after }) }, cookie: person.cookie }
    const { statusCode, body } = await knock(county.http, page)
    if (statusCode === 403) return text
    expect(statusCode, body).toBe(200)
    text += body
    after = (JSON.parse(body) as { next: string | null }).next
  }
  return text
}

it('writes nothing of a secret case into the trail of those who may not know it, and of no case into an administrator’s', async () => {
  const { near, away, whole } = county
  for (const person of [near.officer, near['unit-head'], whole.leader]) {
    await carryOut(county, person, 'cases.find', { caseId: secret.caseId })
    await carryOut(county, person, 'incidents.find', { incidentId: secret.incidentId })
    await carryOut(county, person, 'cases.find', { caseId: ordinary.caseId })
  }
  const { caseId, partyId, receiptId, incidentId } = secret
  await carryOut(county, near['unit-head'], 'cases.unmaskParty', { caseId, partyId })
  await carryOut(county, near.officer, 'incidents.unmaskReporter', { incidentId })
  await knock(county.http, {
    method: 'GET',
    path: '/api/cases/:caseId/papers/:paperId',
    input: { caseId, paperId: receiptId },
    cookie: near.officer.cookie,
  })
  for (const [name, input] of [
    ['cases.move', { caseId, act: 'decide' }],
    ['cases.serveNotice', { caseId, way: 'in-person' }],
    ['incidents.sign', { incidentId }],
  ] as const)
    await expect(carryOut(county, near['unit-head'], name, input)).rejects.toThrow()
  const secrets = [`case:${secret.caseId}`, `incident:${secret.incidentId}`]
  const strangers = [
    ...Object.values(away),
    ...[near, whole].flatMap((group) => roles.filter((role) => role !== 'unit-head' && role !== 'leader').map((role) => group[role])),
  ]
  for (const person of strangers) {
    const whatever = await Promise.all(
      [{}, { days: 7 }, { subject: secrets[0] }, { subject: secrets[1] }, { action: 'cases' }].map((input) => trailFor(person, input)),
    )
    for (const subject of secrets) expect(whatever.join(), person.role).not.toContain(subject)
  }
  for (const person of [near['unit-head'], whole['unit-head'], whole.leader])
    for (const subject of secrets) expect(await trailFor(person)).toContain(subject)
  const { rows: open } = await sql<{ action: string }>`
    select distinct action from audit.entry where subject = any(${secrets}::text[]) and not is_secret order by 1`.execute(
    county.world.platform.db,
  )
  expect(open.map(({ action }) => action)).toEqual(['incidents.arrive', 'incidents.receive', 'incidents.sign'])
  expect(await trailFor(whole.supervisor)).toContain(ordinary.caseId)
  const administered = await trailFor(whole.administrator)
  expect(administered).toContain('"subject":"officer:')
  for (const kind of ['case', 'incident']) expect(administered).not.toContain(`"subject":"${kind}:`)
})

it('counts and lists nothing that one may not see, whatever is asked for', async () => {
  const number = ordinary.number
  const lists: readonly (readonly [string, Input])[] = [
    ['/api/cases', { number }],
    ['/api/cases', { unit: county.world.station }],
    ['/api/cases', { level: 'overdue' }],
    ['/api/incidents', { unit: county.world.station }],
    ['/api/incidents', { open: '1' }],
  ]
  for (const [path, input] of lists) {
    const { body } = await knock(county.http, { method: 'GET', path, input, cookie: county.away.officer.cookie })
    expect(JSON.parse(body), path).toMatchObject({ rows: [], count: 0, more: false })
  }
  const secretly = await knock(county.http, {
    method: 'GET',
    path: '/api/cases',
    input: { number: secret.number },
    cookie: county.whole.supervisor.cookie,
  })
  expect(JSON.parse(secretly.body)).toMatchObject({ rows: [], count: 0 })
})
