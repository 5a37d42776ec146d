import { type RawBuilder, sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, day, type Day, startOf } from '#kernel/beijing-time.ts'
import { verifyAudit } from '#modules/audit/index.ts'
import { drawBalance } from '#modules/incidents/index.ts'
import { createHttp } from '#platform/server/http.ts'
import { findInstallation } from '#platform/server/installation.ts'
import { identifyOfficer } from '#modules/accounts/index.ts'
import type { World } from '#platform/testing/world.ts'
import { type County, inventCounty } from '../../data/county/county.ts'
import { modules } from '../modules.ts'
import { deedsOf } from './deeds.ts'
import { type Dump, dumpCounty } from './testing/county-dump.ts'
import { cutOff, type Given, loadedCounty, playedCounty } from './testing/county-worlds.ts'

const anchorDay = day('2026-11-24')
const now = new Date(startOf(anchorDay).getTime() + 9 * 3_600_000)

const invented = (seed: string, incidents: number, cases: number): Given => ({
  county: inventCounty({ seed, anchorDay, incidents, cases }),
  seed,
  anchorDay,
  now,
})

type Story = County['incidents'][number]
const caseThat = (is: (story: NonNullable<Story['case']>) => boolean) => (story: Story) => story.case !== null && is(story.case)
const lastAct = (kind: string, act: string | undefined) => caseThat((one) => one.kind === kind && one.moves.at(-1)?.act === act)

/** What fifty incidents must hold so that they say something of thirty thousand. */
const wanted: Readonly<Record<string, (story: Story) => boolean>> = {
  'a refusal of the unit head': ({ refused }) => refused !== null,
  'a transfer that was handed over': ({ handedOver }) => handedOver !== null,
  'an open call': ({ disposed }) => disposed === null,
  'a late entry': (story) => deedsOf([story]).some(({ step }) => step.lateReason !== null),
  'a secret crime': (story) => story.secrecy === 'secret' && lastAct('criminal', 'refuse')(story),
  'a secret case': (story) => story.secrecy === 'secret' && story.case !== null,
  'a sensitive case': (story) => story.sensitivity !== 'none' && story.case !== null,
  'a reporter without a phone': caseThat(({ party }) => party.phone === null),
  'a caller without a name': ({ reporter }) => reporter.name === null,
  'a complainant': caseThat(({ party }) => party.role === 'complainant'),
  'accepted only': lastAct('criminal', undefined),
  filed: lastAct('criminal', 'file'),
  refused: lastAct('criminal', 'refuse'),
  'refused and served': caseThat(({ noticeServed }) => noticeServed !== null),
  transferred: lastAct('criminal', 'transfer'),
  'filed at the station': lastAct('administrative', undefined),
  decided: lastAct('administrative', 'decide'),
  'a decision of this week': (story) =>
    lastAct('administrative', 'decide')(story) && (story.case?.moves[0]?.recordedAt ?? now) > startOf(addDays(anchorDay, -7)),
}

/** Three of each kind that is wanted, then others, in the order in which they were received. */
function fifty(): Given {
  const given = invented('both-ways', 6_000, 2_400)
  const { incidents } = given.county
  const ofKinds = Object.values(wanted).flatMap((is) => incidents.filter(is).slice(-3))
  const chosen = new Set([...new Set([...ofKinds, ...incidents])].slice(0, 50))
  return { ...given, county: { ...given.county, incidents: incidents.filter((story) => chosen.has(story)) } }
}

describe('fifty incidents, by the actions and in bulk', () => {
  const given = fifty()
  let played: World
  let loaded: World
  let byActions: Dump
  let inBulk: Dump

  beforeAll(async () => {
    played = await playedCounty(given)
    loaded = await loadedCounty(given)
    byActions = await dumpCounty(played.platform.db, played.platform.vault)
    inBulk = await dumpCounty(loaded.platform.db, loaded.platform.vault)
  }, 120_000)
  afterAll(() => Promise.all([played.close(), loaded.close()]))

  it('hold something of every kind', () => {
    const { incidents } = given.county
    expect(incidents).toHaveLength(50)
    const lacking = Object.keys(wanted).filter((kind) => !incidents.some((story) => wanted[kind]?.(story)))
    expect(lacking.filter((kind) => kind !== 'a secret crime')).toEqual([])
  })

  it('make the same rows in every table', () => {
    expect(Object.keys(inBulk)).toEqual(Object.keys(byActions))
    for (const [table, rows] of Object.entries(byActions)) expect(inBulk[table], table).toEqual(rows)
  })

  it('are compared in all that they touch', () => {
    const filled = Object.entries(byActions).flatMap(([table, rows]) => (rows.length > 0 ? [table] : []))
    expect(filled).toEqual([
      'accounts.officer',
      'accounts.role_grant',
      'accounts.unit',
      'audit.chain',
      'audit.entry',
      'cases.case',
      'cases.paper',
      'cases.paper_service',
      'cases.party',
      'cases.receipt',
      'cases.stage_log',
      'deadlines.clock',
      'incidents.dispatch',
      'incidents.incident',
      'incidents.paper',
      'incidents.step_log',
      'notifications.demo_phone',
      'notifications.inbox',
      'notifications.message',
      'platform.counter',
      'platform.delivery',
      'platform.outbox',
      'platform.stream',
      'public_query.milestone',
      'public_query.receipt',
    ])
  })

  it('leave a trail that holds', async () => {
    for (const world of [played, loaded]) expect(await verifyAudit(world.open)).toMatchObject({ faults: [] })
  })
})

describe('a small county', () => {
  const given = invented('small', 2_000, 1_000)
  let world: World
  let took: number
  beforeAll(async () => {
    const begin = performance.now()
    world = await loadedCounty(given)
    took = performance.now() - begin
  }, 60_000)
  afterAll(() => world.close())

  const count = async (from: RawBuilder<unknown>) =>
    (await sql<{ count: number }>`select count(*) from ${from}`.execute(world.platform.db)).rows[0]?.count ?? 0

  it('is loaded in seconds, and its trail holds', async () => {
    console.log(`loaded 2,000 incidents in ${Math.round(took)} ms`)
    expect(took).toBeLessThan(20_000)
    expect(await verifyAudit(world.open)).toMatchObject({ faults: [] })
    expect(await count(sql`incidents.incident`)).toBe(2_000)
    expect(await count(sql`cases.case`)).toBe(1_000)
  })

  it('marks the installation for ever', async () => {
    expect(await findInstallation(world.platform.db)).toEqual({ isDemo: true, seed: 'small', anchorDay })
  })

  it('has cases in every stage, some overdue, some secret', async () => {
    const { rows } = await sql<{ stage: string }>`select distinct kind || ' ' || stage as stage from cases.case order by 1`.execute(
      world.platform.db,
    )
    expect(rows.map(({ stage }) => stage)).toEqual([
      'administrative decided',
      'administrative filed',
      'criminal accepted',
      'criminal filed',
      'criminal not-filed',
      'criminal transferred',
    ])
    expect(await count(sql`deadlines.clock where state = 'running' and due_at < ${now}`)).toBeGreaterThan(0)
    expect(await count(sql`cases.case where secrecy = 'secret'`)).toBeGreaterThan(0)
    expect(await count(sql`incidents.incident where state <> 'disposed'`)).toBeGreaterThan(0)
  })

  it('accounts for every incident of each day before the last two, and hands over what it transfers', async () => {
    const { rows } = await sql<{ day: Day }>`select distinct to_char(received_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day
      from incidents.incident where received_at < ${startOf(addDays(anchorDay, -2))} order by 1`.execute(world.platform.db)
    expect(rows.length).toBeGreaterThan(300)
    const faults = []
    for (const { day: of } of rows)
      faults.push(...(await drawBalance(world.open, { bureauCode: given.county.bureau, day: of, actor: null }, now)).faults)
    expect(faults).toEqual([])
    expect(await count(sql`incidents.incident where disposition = 'transferred' and handed_over_at is not null`)).toBeGreaterThan(10)
  })

  it('is the same each time, down to ids and codes', async () => {
    const again = await loadedCounty(given)
    try {
      const [one, other] = await Promise.all([world, again].map(({ platform }) => dumpCounty(platform.db, platform.vault)))
      expect(other).toEqual(one)
    } finally {
      await again.close()
    }
  }, 60_000)

  it('goes on from there: the next call takes the next number, and who acts is who acted', async () => {
    const getPlatform = () => world.platform
    const http = await createHttp({ modules, getPlatform, identify: identifyOfficer(getPlatform) })
    const headers = { 'x-daylight': '1' }
    const signedIn = await http.inject({
      method: 'POST',
      url: '/api/session',
      headers,
      payload: { policeNumber: '140001', password: 'daylight-demo' },
    })
    const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    world.clock.now = startOf(addDays(anchorDay, -1))
    const before = await count(sql`incidents.incident where number like 'J141199000000202611%'`)
    const call = { id: uuid(), source: '110', category: 'theft', grade: 'III', place: '书院街', summary: '手机被偷' }
    const taken = await http.inject({ method: 'POST', url: '/api/incidents', headers: { ...headers, cookie }, payload: call })
    expect(taken.json()).toMatchObject({ number: `J141199000000202611${String(before + 1).padStart(6, '0')}` })
    const { rows } = await sql<{ roles: string }>`
      select distinct actor_roles::text as roles from audit.entry join accounts.officer on officer.id::text = actor_id
      where police_number = '140001'`.execute(world.platform.db)
    expect(rows).toHaveLength(1)
  })
})

it('leaves nothing behind when it is cut off half-way, and then begins again', async () => {
  const cut = await cutOff(invented('cut', 300, 80))
  try {
    for (const [table, rows] of Object.entries(cut.left)) expect(rows, table).toEqual([])
    expect(await findInstallation(cut.world.platform.db)).toBeNull()
    await cut.again()
    expect(await findInstallation(cut.world.platform.db)).toMatchObject({ isDemo: true })
  } finally {
    await cut.world.close()
  }
})
