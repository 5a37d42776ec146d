import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Officer } from '#kernel/actor.ts'
import { shownDaysByDefault } from '../domain/shown-time.ts'
import { type Citizen, createCitizen, formOf } from '../testing/citizen.ts'
import { move, type ReportedCase } from '../testing/reported-case.ts'
import { changeSetting } from './change-setting.ts'
import { rebuildPublicQuery } from './rebuild.ts'

let citizen: Citizen
let administrator: Officer
beforeAll(async () => {
  citizen = await createCitizen()
  const { world } = citizen.county
  administrator = world.officer('宋以宁', 'administrator', world.bureau)
})
afterAll(() => citizen.close())

const change = (shownDays: number, officer = administrator) => citizen.county.world.perform(changeSetting, officer, { shownDays })
const confirm = async (reported: ReportedCase) => (await citizen.post('/q/confirm', formOf(reported, reported.code))).statusCode

async function closedCase(): Promise<ReportedCase> {
  const reported = await citizen.report({ kind: 'administrative', causeCode: 'psapl-51' })
  await move(citizen.county, reported, 'decide', { outcome: 'ended' })
  return reported
}

it('takes a closed case from public view after the days of the bureau, an open page included', async () => {
  const { world } = citizen.county
  const [closed, open] = [await closedCase(), await citizen.report()]
  world.advance({ days: shownDaysByDefault, minutes: -5 })
  const page = await citizen.openPage(closed)
  expect((await citizen.get('/q/case', page)).statusCode).toBe(200)
  world.advance({ minutes: 6 })
  expect((await citizen.get('/q/case', page)).statusCode).toBe(303)
  expect(await confirm(closed)).toBe(403)
  expect(await confirm(open)).toBe(303)

  await change(300)
  expect(await confirm(closed)).toBe(303)
  await change(190)
  expect(await confirm(closed)).toBe(403)
  await rebuildPublicQuery(world.platform, { bureauCodes: [world.bureau] })
  expect(await confirm(closed)).toBe(403)

  await sql`update cases.case set closed_at = null where id = ${closed.caseId}`.execute(world.platform.db)
  await rebuildPublicQuery(world.platform, { bureauCodes: [world.bureau] })
  expect(await confirm(closed)).toBe(303)
})

it('sends no code for a case that left public view', async () => {
  const { world } = citizen.county
  await change(200)
  const closed = await closedCase()
  world.advance({ days: 201 })
  await citizen.post('/q', formOf(closed))
  await world.work()
  const { rows } = await sql<{ n: number }>`select count(*) as n from public_query.code where receipt_id = ${closed.receiptId}`.execute(
    world.platform.db,
  )
  expect(rows[0]?.n).toBe(0)
})

it('leaves no remedy without its page: less than the six months of a suit is refused', async () => {
  await expect(change(189)).rejects.toMatchObject({ code: 'house.invalidInput' })
  await expect(change(190)).resolves.toMatchObject({ shownDays: 190, setByName: '宋以宁' })
})

it('may be changed by an administrator of the bureau alone, and is written down', async () => {
  const { world, leader } = citizen.county
  await expect(change(400, leader)).rejects.toMatchObject({ code: 'house.notAllowed' })
  const ofStation = world.officer('宋以宁', 'administrator', world.station)
  await expect(change(400, ofStation)).rejects.toMatchObject({ code: 'public-query.settingNotYours' })
  await change(400)
  const trail = await world.auditTrail(`query-setting:${world.bureau}`)
  expect(trail.at(-1)).toMatchObject({ action: 'public-query.changeSetting', outcome: 'done' })
})
