import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { roles } from '#kernel/actor.ts'
import { day, dayOf, endOf, addDays, startOf } from '#kernel/beijing-time.ts'
import { categories } from '#modules/incidents/domain/category.ts'
import causes from '#modules/cases/domain/causes.json' with { type: 'json' }
import { allCategories } from './categories/all-categories.ts'
import { type County, inventCounty } from './county.ts'
import { randomOf } from './random.ts'
import type { CaseStory, IncidentStory, Step } from './story.ts'

const anchorDay = day('2026-11-24')
const end = startOf(anchorDay)
let county: County
let cases: readonly CaseStory[]
let took: number

beforeAll(() => {
  const begin = performance.now()
  county = inventCounty({ seed: 'test', anchorDay })
  took = performance.now() - begin
  cases = county.incidents.flatMap((incident) => incident.case ?? [])
})

const stepsOf = ({ received, dispatched, signed, arrived, disposed, case: story }: IncidentStory): readonly Step[] =>
  [received, dispatched, signed, arrived, disposed, story?.opened, ...(story?.moves ?? []), story?.noticeServed].flatMap(
    (step) => step ?? [],
  )
const share = <T>(all: readonly T[], is: (one: T) => boolean) => all.filter(is).length / all.length
const digest = (of: unknown) => createHash('sha256').update(JSON.stringify(of)).digest('hex')

describe('the demo county', () => {
  it('is the same to the last letter for the same seed and day, and another for another seed', () => {
    const order = { seed: 'small', anchorDay, incidents: 400, cases: 100 }
    expect(digest(inventCounty(order))).toBe(digest(inventCounty(order)))
    expect(digest(inventCounty({ ...order, seed: 'other' }))).not.toBe(digest(inventCounty(order)))
  })

  it('has 12 units below its bureau, 200 officers, 30,000 incidents and 8,000 cases', () => {
    expect(county.units).toHaveLength(13)
    expect(county.officers).toHaveLength(200)
    expect(county.incidents).toHaveLength(30_000)
    expect(cases).toHaveLength(8_000)
    console.log(`invented in ${Math.round(took)} ms`)
    expect(took).toBeLessThan(5_000)
  })

  it('lies in no real division: its code is outside those of the prefecture and all codes hang together', () => {
    // why: the counties of Lüliang end at 141182; nothing is registered from 141183 on.
    expect(Number(county.division.code)).toBeGreaterThan(141_182)
    const codes = new Set(county.units.map((unit) => unit.code))
    expect(codes.size).toBe(13)
    for (const unit of county.units) {
      expect(unit.code.startsWith(county.division.code)).toBe(true)
      expect(unit.parentCode === null || codes.has(unit.parentCode)).toBe(true)
      expect(unit.name.en).toMatch(/^[A-Z][A-Za-z ]+$/)
    }
    for (const officer of county.officers) expect(codes.has(officer.unitCode)).toBe(true)
  })

  it('gives every role a well-known officer of its own, with the lowest number of those who hold only it', () => {
    const known = county.officers.slice(0, roles.length)
    expect(known.map(({ grants }) => grants.map(({ role }) => role))).toEqual(roles.map((role) => [role]))
    expect(known.map(({ policeNumber }) => policeNumber)).toEqual([
      '140001',
      '140002',
      '140003',
      '140004',
      '140005',
      '140006',
      '140007',
      '140008',
    ])
    expect(new Set(county.officers.map(({ policeNumber }) => policeNumber)).size).toBe(200)
  })

  it('has only phones that are given to nobody, one for each office, officer and resident', () => {
    const offices = [...county.units.map(({ phone }) => phone), ...county.officers.map(({ officePhone }) => officePhone)]
    expect(new Set(offices).size).toBe(offices.length)
    const residents = county.incidents.flatMap(({ reporter }) => reporter.phone ?? [])
    for (const phone of [...offices, ...residents]) expect(phone).toMatch(/^1990000\d{4}$/)
    expect(residents.filter((phone) => offices.includes(phone))).toEqual([])
  })

  it('uses ids once', () => {
    const ids = [...county.officers, ...county.incidents, ...cases].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids.slice(0, 500)) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  })
})

describe('its incidents', () => {
  it('were received in the year before the anchor day, in order', () => {
    const times = county.incidents.map(({ received }) => received.occurredAt.getTime())
    expect(times.every((time, at) => at === 0 || time >= (times[at - 1] ?? 0))).toBe(true)
    expect(dayOf(new Date(times[0] ?? 0)) >= addDays(anchorDay, -365)).toBe(true)
  })

  it('go forward only: no step before the one it follows, none after the end, a reason exactly where it was late', () => {
    for (const incident of county.incidents) {
      const steps = stepsOf(incident)
      steps.forEach((step, at) => {
        const before = steps[at - 1]
        const lateMs = step.recordedAt.getTime() - step.occurredAt.getTime()
        const isInOrder = !before || (step.occurredAt >= before.occurredAt && step.recordedAt >= before.recordedAt)
        if (!isInOrder || lateMs < 0 || step.recordedAt >= end || (step.lateReason !== null) !== lateMs > 30 * 60_000)
          expect.fail(`${incident.id} is out of order: ${JSON.stringify(step)}`)
      })
    }
  })

  it('never skip a step, and end in one disposition', () => {
    for (const { dispatched, signed, arrived, disposed, case: story } of county.incidents) {
      const reached = [dispatched, signed, arrived, disposed].map((step) => step !== null)
      expect(reached).toEqual(reached.toSorted((one, other) => Number(other) - Number(one)))
      expect(disposed?.disposition.endsWith('-case') ?? false).toBe(story !== null)
    }
  })

  it('keep the rhythm of a county: busy mornings, quiet early hours, noise in summer nights', () => {
    const hour = ({ received }: IncidentStory) => (received.occurredAt.getUTCHours() + 8) % 24
    const between = (from: number, to: number) => (one: IncidentStory) => hour(one) >= from && hour(one) < to
    expect(share(county.incidents, between(8, 12))).toBeGreaterThan(0.2)
    expect(share(county.incidents, between(2, 5))).toBeLessThan(0.05)
    const noise = county.incidents.filter(({ kind }) => kind === 'noise')
    const inMonth = (month: string) => noise.filter(({ received }) => dayOf(received.occurredAt).slice(5, 7) === month).length
    expect(inMonth('07')).toBeGreaterThan(inMonth('01') * 1.4)
  })

  it('are told in many ways, with every slot filled', () => {
    for (const category of allCategories) {
      const told = county.incidents.filter(({ kind }) => kind === category.code)
      expect(told.length).toBeGreaterThan(20)
      expect(category.tales.length).toBeGreaterThanOrEqual(4)
      expect(new Set(told.map(({ narrative }) => narrative)).size).toBeGreaterThan(Math.min(15, told.length / 2))
    }
    const texts = county.incidents.flatMap(({ narrative, matter, place, disposed }) => [narrative, matter, place, disposed?.result ?? ''])
    expect(texts.filter((text) => /[{}]|undefined/.test(text))).toEqual([])
    expect(new Set(allCategories.map(({ code }) => code)).size).toBe(allCategories.length)
  })

  it('are filed under categories that a call-taker can choose', () => {
    const known = new Set(categories.map(({ code }) => code))
    for (const { filedUnder } of allCategories) expect(known).toContain(filedUnder)
  })

  it('leave a few open, a few secret, and some of every sensitive kind', () => {
    const open = county.incidents.filter(({ disposed }) => disposed === null)
    expect(open.length).toBeGreaterThan(5)
    expect(open.length).toBeLessThan(150)
    expect(share(county.incidents, ({ secrecy }) => secrecy === 'secret')).toBeLessThan(0.01)
    expect(county.incidents.some(({ secrecy, case: story }) => secrecy === 'secret' && story !== null)).toBe(true)
    for (const kind of ['domestic', 'sexual', 'minor', 'operational'] as const)
      expect(county.incidents.filter(({ sensitivity, case: story }) => sensitivity === kind && story).length).toBeGreaterThan(20)
  })
})

describe('its cases', () => {
  it('have causes of the library, of their own kind', () => {
    const kinds = new Map(causes.map(({ code, kind }) => [code, kind]))
    for (const category of allCategories) for (const [kind, code] of category.causes) expect([code, kinds.get(code)]).toEqual([code, kind])
  })

  it('stand in every stage, most of them administrative', () => {
    const stage = ({ kind, moves }: CaseStory) => `${kind}:${moves.at(-1)?.act ?? 'opened'}`
    const stages = Map.groupBy(cases, stage)
    expect([...stages.keys()].toSorted()).toEqual([
      'administrative:decide',
      'administrative:opened',
      'criminal:file',
      'criminal:opened',
      'criminal:refuse',
      'criminal:transfer',
    ])
    for (const [, of] of stages) expect(of.length).toBeGreaterThan(10)
    expect(share(cases, ({ kind }) => kind === 'administrative')).toBeGreaterThan(0.5)
  })

  it('are overdue now and then, open or closed', () => {
    const limitDays = { administrative: 30, criminal: 3 }
    const isLate = ({ kind, opened, moves }: CaseStory) =>
      (moves[0]?.occurredAt ?? end) > endOf(addDays(dayOf(opened.occurredAt), limitDays[kind]))
    const late = cases.filter(isLate)
    expect(late.filter(({ moves }) => moves.length === 0).length).toBeGreaterThan(10)
    expect(share(cases, isLate)).toBeLessThan(0.1)
  })

  it('are moved by those who may: heads of the unit, leaders of the bureau', () => {
    const grants = new Map(county.officers.map(({ id, grants: held }) => [id, held]))
    const may = (by: string, role: string) => grants.get(by)?.some((grant) => grant.role === role) ?? false
    for (const { kind, opened, moves } of cases) {
      expect(may(opened.by, kind === 'criminal' ? 'officer' : 'unit-head')).toBe(true)
      for (const { act, by } of moves) expect(may(by, 'leader') || (act === 'decide' && may(by, 'unit-head'))).toBe(true)
    }
  })

  it('tell a ground and a reason for every refusal and an outcome for every decision', () => {
    const moves = cases.flatMap((story) => story.moves)
    for (const { act, ground, reason, outcome } of moves)
      expect([ground !== null, reason !== null, outcome !== null]).toEqual([act === 'refuse', act === 'refuse', act === 'decide'])
  })
})

describe('the seeded generator', () => {
  it('draws evenly and by weight', () => {
    const random = randomOf('even')
    const draws = Array.from({ length: 20_000 }, () => random.int(1, 6))
    for (const face of [1, 2, 3, 4, 5, 6]) expect(Math.abs(share(draws, (draw) => draw === face) - 1 / 6)).toBeLessThan(0.02)
    const coins = Array.from({ length: 20_000 }, () =>
      random.weighted([
        ['a', 3],
        ['b', 1],
      ] as const),
    )
    expect(Math.abs(share(coins, (coin) => coin === 'a') - 0.75)).toBeLessThan(0.02)
  })
})
