import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import * as z from 'zod/mini'
import type { Officer } from '#kernel/actor.ts'
import { inBeijing } from '#kernel/beijing-time.ts'
import { defineAction } from '#platform/server/action.ts'
import type { Doing } from '#platform/server/context.ts'
import { createWorld, type World } from '#platform/testing/world.ts'
import { lifeStates, stateOf } from '../domain/clock-state.ts'
import { deadlinesModule } from './module.ts'
import { cancelClock, clocksOf, type ClockStart, meetClock, moveClocks, startClock } from './running-clocks.ts'
import type { ClockTables, PubClockTables } from './tables.ts'

let world: World
let zhang: Officer
let subject: string
beforeAll(async () => {
  world = await createWorld([deadlinesModule])
  zhang = world.officer('张警官', 'officer')
})
afterAll(() => world.close())
beforeEach(() => void (subject = `case:${uuid()}`))

/** Stands for an action of cases or incidents that uses the doors of this module. */
const doing = <Output>(work: (context: Doing) => Promise<Output>): Promise<Output> =>
  world.perform(defineAction<ClockTables>()({ name: 'tests.do', input: z.object({}), allowedTo: () => true, run: work }), zhang, {})

const start = (rest: Partial<ClockStart> = {}): ClockStart => ({
  bureauCode: world.bureau,
  subject,
  rule: 'crim_filing_review',
  startedAt: new Date('2026-03-02T10:00:00+08:00'),
  access: { unitCode: world.station, holderId: zhang.id, secrecy: 'ordinary' },
  ...rest,
})
const key = (rule = 'crim_filing_review') => ({ bureauCode: world.bureau, subject, rule })
const clocks = () => clocksOf(world.open, world.bureau, [subject])

describe('starting a clock', () => {
  it('writes when it ends, in the transaction of the fact', async () => {
    const clock = await doing((context) => startClock(context, start()))
    expect(inBeijing(clock.dueAt)).toBe('2026-03-05T23:59:59+08:00')
    expect(clock).toMatchObject({ rule: 'crim_filing_review', state: 'running', provisional: false, standing: 'confirmed', extended: null })
    expect(await clocks()).toEqual([clock])
  })

  it('leaves nothing behind when the fact is undone', async () => {
    const undone = doing(async (context) => {
      await startClock(context, start())
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await clocks()).toEqual([])
  })

  it('is harmless a second time', async () => {
    const first = await doing((context) => startClock(context, start()))
    const second = await doing((context) => startClock(context, start({ startedAt: new Date('2026-03-09T10:00:00+08:00') })))
    expect(second).toEqual(first)
  })

  it('takes the edition in force at the start', async () => {
    const clock = await doing((context) =>
      startClock(context, start({ rule: 'admin_case_limit', startedAt: new Date('2025-12-31T20:00:00+08:00') })),
    )
    expect(clock.rule).toBe('admin_case_limit_2012')
    expect(await doing((context) => meetClock(context, { ...key('admin_case_limit'), metAt: world.clock.now }))).toMatchObject({
      state: 'met',
    })
  })

  it('may be over at once when the fact is entered late', async () => {
    const clock = await doing((context) => startClock(context, start({ startedAt: new Date('2026-02-01T10:00:00+08:00') })))
    expect(stateOf(clock, world.clock.now)).toBe('overdue')
  })

  it('keeps what moved it, and reads it again', async () => {
    const events = [
      { kind: 'extended-to', total: { count: 30, unit: 'day' }, at: new Date('2026-03-04T09:00:00+08:00'), approver: 'county-leader' },
    ] as const
    await doing((context) => startClock(context, start({ events })))
    const [clock] = await clocks()
    expect(clock?.extended).toEqual({ count: 1, of: 1 })
    expect(inBeijing(clock?.dueAt as Date)).toBe('2026-04-01T23:59:59+08:00')
  })

  it('refuses a history that the law does not allow, in words', async () => {
    const events = [{ kind: 'extended-to', total: { count: 40, unit: 'day' } }] as const
    await expect(doing((context) => startClock(context, start({ events })))).rejects.toMatchObject({
      code: 'deadlines.notLawful',
      facts: { finding: 'extension-within-its-length', deadline: 'crim_filing_review' },
    })
  })

  it('refuses a rule of another time', async () => {
    const early = start({ rule: 'admin_case_limit_2025', startedAt: new Date('2025-12-31T10:00:00+08:00') })
    await expect(doing((context) => startClock(context, early))).rejects.toMatchObject({ code: 'deadlines.noRuleInForce' })
  })

  it('takes no duty without a number and no unknown rule', async () => {
    await expect(doing((context) => startClock(context, start({ rule: 'admin_filing_immediate' })))).rejects.toThrow(
      'duty without a number',
    )
    await expect(doing((context) => startClock(context, start({ rule: 'no_such_rule' })))).rejects.toThrow('no deadline rule')
  })
})

describe('ending a clock', () => {
  it('keeps the time at which it was met, late or not', async () => {
    await doing((context) => startClock(context, start()))
    const met = await doing((context) => meetClock(context, { ...key(), metAt: new Date('2026-03-06T09:00:00+08:00') }))
    expect(met && stateOf(met, world.clock.now)).toBe('overdue')
  })

  it('does nothing to a clock that has ended or never ran', async () => {
    expect(await doing((context) => meetClock(context, { ...key(), metAt: world.clock.now }))).toBeNull()
    await doing((context) => startClock(context, start()))
    expect(await doing((context) => cancelClock(context, key()))).toMatchObject({ state: 'cancelled', metAt: null })
    expect(await doing((context) => meetClock(context, { ...key(), metAt: world.clock.now }))).toBeNull()
  })
})

it('carries unit, holder and secrecy over to every clock of the subject', async () => {
  const unitCode = world.unit()
  await doing(async (context) => {
    await startClock(context, start())
    await startClock(context, start({ rule: 'report_transfer' }))
    await moveClocks(context, { bureauCode: world.bureau, subject, access: { unitCode, holderId: null, secrecy: 'secret' } })
  })
  const rows = await world.open.as<PubClockTables>().selectFrom('deadlines.pub_clock').selectAll().where('subject', '=', subject).execute()
  expect(rows.map((row) => [row.unit_code, row.holder_id, row.secrecy])).toEqual([
    [unitCode, null, 'secret'],
    [unitCode, null, 'secret'],
  ])
})

it('reads the clocks of many subjects of one bureau only', async () => {
  await doing((context) => startClock(context, start()))
  expect(await clocksOf(world.open, '999999999999', [subject])).toEqual([])
  expect(await clocksOf(world.open, world.bureau, [])).toEqual([])
})

it('lets the database know the same states as the domain', async () => {
  const { rows } = await sql<{ text: string }>`
    select pg_get_constraintdef(oid) as text from pg_constraint
    where conrelid = 'deadlines.clock'::regclass and conname = 'clock_state_check'`.execute(world.open.as<ClockTables>())
  for (const state of lifeStates) expect(rows[0]?.text).toContain(`'${state}'`)
  expect(rows[0]?.text.match(/'[a-z]+'/g)).toHaveLength(lifeStates.length)
})
