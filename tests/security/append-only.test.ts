import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accepted, carryOut, type County, createCounty, dispatched, knock } from './county.ts'

let county: County
beforeAll(async () => {
  county = await createCounty()
  const { caseId, partyId } = await accepted(county)
  await carryOut(county, county.near['unit-head'], 'cases.setIdentitySecrecy', { caseId, partyId, id: uuid(), isSecret: true })
  const request = { kind: 'asks-after', way: 'phone', leaderName: '耿显达', leaderPost: '县某局局长', what: '问何时结案' }
  await carryOut(county, county.near.officer, 'cases.recordLeaderRequest', { caseId, id: uuid(), ...request })
  await carryOut(county, county.whole.administrator, 'accounts.setGrants', { officerId: county.away.officer.officer.id, grants: [] })
  const [main, second] = [await dispatched(county), await dispatched(county)]
  await carryOut(county, county.near['unit-head'], 'incidents.addCall', {
    incidentId: main,
    callId: uuid(),
    channel: '110',
    said: '又来电',
  })
  await carryOut(county, county.near['unit-head'], 'incidents.merge', { incidentId: second, intoId: main, reason: '同一件' })
  await carryOut(county, county.near['unit-head'], 'cases.changeCause', { caseId, causeCode: 'cl-266', reason: '更正' })
  await knock(county.http, { method: 'POST', path: '/api/cases/export', cookie: county.near.officer.cookie })
}, 120_000)
afterAll(() => county.close())

// why: what the law wants kept, and what proves that it was kept.
const kept = [
  ['audit.entry', 'outcome'],
  ['audit.export', 'list'],
  ['platform.outbox', 'facts'],
  ['cases.stage_log', 'reason'],
  ['cases.change_log', 'reason'],
  ['cases.receipt', 'paper_number'],
  ['cases.leader_request', 'by_name'],
  ['accounts.grant_log', 'role'],
  ['cases.party_change', 'reason'],
  ['incidents.step_log', 'note'],
  ['incidents.call', 'said'],
  ['incidents.merge_line', 'other_number'],
] as const

const denied = '42501'

describe.each(kept)('%s', (table, column) => {
  const run = (statement: ReturnType<typeof sql>) => statement.execute(county.world.platform.db)

  it('has rows, and the working role reads and adds', async () => {
    const { rows } =
      await run(sql`select has_table_privilege('daylight_app', ${table}, 'select') as reads, has_table_privilege('daylight_app', ${table}, 'insert') as adds,
      (select count(*) from ${sql.table(table)}) as there`)
    expect(rows[0]).toMatchObject({ reads: true, adds: true })
    expect(Number((rows[0] as { there: number }).there)).toBeGreaterThan(0)
  })

  it.each([
    ['update', () => sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)}`],
    ['delete', () => sql`delete from ${sql.table(table)}`],
    ['truncate', () => sql`truncate ${sql.table(table)} cascade`],
    ['alter', () => sql`alter table ${sql.table(table)} disable trigger all`],
    ['drop', () => sql`drop table ${sql.table(table)} cascade`],
  ])('cannot be changed by %s', async (_, statement) => {
    await expect(run(statement())).rejects.toMatchObject({ code: denied })
  })
})

it('keeps even the owner from changing the audit trail by mistake', async () => {
  const asOwner = (statement: ReturnType<typeof sql>) =>
    county.world.platform.db.transaction().execute(async (tx) => {
      await sql`set local role daylight_owner`.execute(tx)
      await statement.execute(tx)
    })
  await expect(asOwner(sql`update audit.entry set outcome = 'done'`)).rejects.toThrow('append-only')
  await expect(asOwner(sql`delete from audit.entry`)).rejects.toThrow('append-only')
  await expect(asOwner(sql`truncate audit.entry`)).rejects.toThrow('append-only')
})

it('works as a role that makes nothing and owns nothing', async () => {
  const { db } = county.world.platform
  const { rows } = await sql<{ name: string; owned: number; rolsuper: boolean }>`select current_user as name, rolsuper,
    (select count(*) from pg_class where relowner = 'daylight_app'::regrole) as owned from pg_roles where rolname = current_user`.execute(
    db,
  )
  expect(rows[0]).toMatchObject({ name: 'daylight_app', rolsuper: false })
  expect(Number(rows[0]?.owned)).toBe(0)
  for (const statement of [
    sql`create table cases.more (id int)`,
    sql`create schema more`,
    sql`create function cases.more() returns int language sql as 'select 1'`,
  ])
    await expect(statement.execute(db)).rejects.toMatchObject({ code: denied })
})
