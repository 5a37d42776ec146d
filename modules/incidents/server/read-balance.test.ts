import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bureauCode } from '#kernel/unit-code.ts'
import { addDays, day, dayOf } from '#kernel/beijing-time.ts'
import { arrived, createDesk, type Desk, disposeAs, takeCall } from '../testing/first-walk.ts'
import { correctDisposition } from './correct-disposition.ts'
import { drawBalance, isBalanced } from './draw-balance.ts'
import { fileIncident } from './file-incident.ts'
import { handOverIncident } from './hand-over-incident.ts'
import { readBalance } from './read-balance.ts'
import { refuseFiling } from './refuse-filing.ts'

let desk: Desk
beforeAll(async () => {
  desk = await createDesk()
})
afterAll(() => desk.world.close())

const drawn = (over: object = {}) => desk.world.ask(readBalance, desk.dispatcher, over)
const byMachine = () =>
  drawBalance(desk.world.open, { bureauCode: desk.world.bureau, day: dayOf(desk.world.clock.now), actor: null }, desk.world.clock.now)

describe('the balance of a day', () => {
  it('is drawn of an empty day too', async () => {
    expect(await drawn()).toMatchObject({ received: 0, sum: 0, difference: 0, isBalanced: true, units: [] })
  })

  it('finds every incident in exactly one part, whoever holds it', async () => {
    await takeCall(desk, { dispatchTo: undefined })
    await takeCall(desk)
    await disposeAs(desk, await arrived(desk), { disposition: 'helped', note: '已帮助开锁' })
    await disposeAs(desk, await arrived(desk), { disposition: 'mediated', note: '双方和解' })
    const balance = await drawn()
    expect(balance).toMatchObject({ received: 4, sum: 4, difference: 0, faults: [], isBalanced: true })
    expect(balance.totals).toMatchObject({ received: 1, dispatched: 1, helped: 1, mediated: 1, arrived: 0 })
    expect(balance.numbers).toMatchObject({ given: 4, found: 4 })
    expect(balance.units.map(({ sum }) => sum).toSorted((one, other) => one - other)).toEqual([1, 3])
  })

  it('is drawn of what the reader may see, and of everything for the machine', async () => {
    expect(await desk.world.ask(readBalance, desk.officer, {})).toMatchObject({ received: 3, sum: 3, isBalanced: true })
    expect(await desk.world.ask(readBalance, desk.stranger, {})).toMatchObject({ received: 0, sum: 0 })
    expect(await byMachine()).toMatchObject({ received: 4, difference: 0 })
  })

  it('belongs to one day: yesterday has its own', async () => {
    const yesterday = addDays(dayOf(desk.world.clock.now), -1)
    expect(await drawn({ day: yesterday })).toMatchObject({ day: yesterday, received: 0, difference: 0 })
    expect(await drawn({ day: day('2026-02-28') })).toMatchObject({ numbers: { month: '202602', given: 0, found: 0 } })
  })

  it('says how many wait for longer than a day', async () => {
    const today = dayOf(desk.world.clock.now)
    desk.world.advance({ minutes: 26 * 60 })
    expect(await drawn({ day: today })).toMatchObject({ waitingTooLong: 2 })
  })
})

describe('an outcome that still owes something', () => {
  const proposed = { disposition: 'administrative-case', causeCode: 'psapl-51' }
  const others: Desk[] = []
  afterAll(() => Promise.all(others.map(({ world }) => world.close())))

  /** A desk of its own with one incident that ended so, and what the balance of its day says after these hours. */
  async function ended(over: object) {
    const own = await createDesk()
    others.push(own)
    const [today, id] = [dayOf(own.world.clock.now), await arrived(own)]
    await disposeAs(own, id, over)
    const faults = async (passed: { hours?: number; seconds?: number } = {}) => {
      own.world.advance(passed)
      const { faults: found, isBalanced: isWell } = await own.world.ask(readBalance, own.dispatcher, { day: today })
      expect(isWell).toBe(found.length === 0)
      return found.map(({ incidentId, kind }) => [incidentId, kind])
    }
    return { own, id, faults }
  }

  it('is a fault once the head of the unit has not decided for 24 hours that no case is filed, and none once it is decided', async () => {
    const { own, id, faults } = await ended({ disposition: 'not-accepted', note: '经核实没有被盗事实' })
    expect(await faults({ hours: 24 })).toEqual([])
    expect(await faults({ seconds: 1 })).toEqual([[id, 'not-decided']])
    const reason = '经核实没有被盗事实，物品遗忘在家中。'
    await own.world.perform(refuseFiling, own.unitHead, { incidentId: id, paperId: uuid(), reason })
    expect(await faults()).toEqual([])
  })

  it('is a fault once a proposed case was not filed when its clock ran out, and none once it is filed', async () => {
    const { own, id, faults } = await ended(proposed)
    const { rows } = await sql<{ due: Date }>`select due_at as due from deadlines.clock where subject = ${`incident:${id}`}`.execute(
      own.world.platform.db,
    )
    expect(rows.map(({ due }) => due.getTime() - own.world.clock.now.getTime())).toEqual([24 * 3_600_000])
    expect(await faults({ hours: 24 })).toEqual([])
    expect(await faults({ seconds: 1 })).toEqual([[id, 'not-filed']])
    await own.world.perform(fileIncident, own.unitHead, {
      incidentId: id,
      caseId: uuid(),
      causeCode: 'psapl-51',
      matter: '夜市推搡',
      reporterName: '贺秀兰',
    })
    expect(await faults()).toEqual([])
  })

  it('is a fault once a transfer was not handed over within its hours, and none once it is', async () => {
    const { own, id, faults } = await ended({ disposition: 'transferred', note: '汾川县市场监督管理局' })
    expect(await faults({ hours: 24 })).toEqual([])
    expect(await faults({ seconds: 1 })).toEqual([[id, 'not-handed-over']])
    const handed = { incidentId: id, to: '汾川县市场监督管理局', way: 'in-person', reporterTold: 'by-phone' }
    await own.world.perform(handOverIncident, own.officer, handed)
    expect(await faults()).toEqual([])
  })

  it('counts a corrected outcome from its correction', async () => {
    const { own, id, faults } = await ended({ disposition: 'helped', note: '已帮助' })
    expect(await faults({ hours: 30 })).toEqual([])
    await own.world.perform(correctDisposition, own.officer, {
      incidentId: id,
      disposition: 'not-accepted',
      note: '没有违法事实',
      reason: '选错了',
    })
    expect(await faults({ hours: 20 })).toEqual([])
    expect(await faults({ hours: 5 })).toEqual([[id, 'not-decided']])
  })
})

describe('what somebody changed behind the back of the house', () => {
  const asOwner = (change: ReturnType<typeof sql>) =>
    desk.world.platform.db.connection().execute(async (db) => {
      await sql`set role daylight_owner`.execute(db)
      await change.execute(db)
      await sql`set role daylight_app`.execute(db)
    })

  it('is named: a vanished incident is a number that nobody bears', async () => {
    const { id, number } = await takeCall(desk)
    await asOwner(sql`delete from incidents.step_log where incident_id = ${id}`)
    expect((await byMachine()).faults).toContainEqual({ incidentId: id, number, kind: 'no-receipt' })
    await asOwner(sql`delete from incidents.dispatch where incident_id = ${id}`)
    await asOwner(sql`delete from incidents.incident where id = ${id}`)
    const balance = await byMachine()
    expect(balance.faults).toContainEqual({ incidentId: null, number, kind: 'number-missing' })
    expect(isBalanced(balance)).toBe(false)
  })

  it('is named: an incident that ended without an outcome, and one that was moved to another day', async () => {
    const ended = await takeCall(desk)
    const moved = await takeCall(desk)
    await asOwner(sql`update incidents.incident set state = 'disposed' where id = ${ended.id}`)
    await asOwner(sql`update incidents.incident set received_at = received_at - interval '3 days' where id = ${moved.id}`)
    const { faults, difference, tally } = await byMachine()
    expect(faults).toContainEqual({ incidentId: ended.id, number: ended.number, kind: 'no-state' })
    expect(faults).toContainEqual({ incidentId: moved.id, number: moved.number, kind: 'moved-day' })
    expect([difference, tally.misplaced]).toEqual([2, 1])
  })
})

it('knows a bureau without incidents', async () => {
  const of = { bureauCode: bureauCode('999990000000'), day: day('2026-03-01'), actor: null }
  expect(isBalanced(await drawBalance(desk.world.open, of, desk.world.clock.now))).toBe(true)
})
