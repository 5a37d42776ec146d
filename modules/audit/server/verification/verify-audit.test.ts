import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BureauCode } from '#kernel/unit-code.ts'
import { accountsModule } from '#modules/accounts/server/module.ts'
import type { AuditEntry } from '#platform/server/context.ts'
import { openAs } from '#platform/server/database.ts'
import { createWorld, type World } from '#platform/testing/world.ts'
import type { ChainFault } from '../../domain/trail-fault.ts'
import { appendMany, sayTrailFault, verifyAudit } from '../../index.ts'
import { auditModule } from '../module.ts'

let world: World
let bureaus = 0

beforeAll(async () => {
  world = await createWorld([accountsModule, auditModule])
})
afterAll(() => world.close())

const length = 12

/** A bureau of its own with one chain of twelve entries. */
async function chain(): Promise<BureauCode> {
  const bureauCode = `${990_000 + ++bureaus}000000` as BureauCode
  const actor = { kind: 'job', id: 'test', bureauCode } as const
  const entries = Array.from({ length }, (_, minute): AuditEntry => ({
    actor,
    action: 'cases.find',
    about: { subject: `case:${minute}`, bureauCode, unitCode: bureauCode },
    outcome: 'read',
    at: new Date(Date.UTC(2026, 2, 2, 2, minute)),
  }))
  await world.platform.db.transaction().execute((tx) => appendMany(openAs(tx), entries))
  return bureauCode
}

/** What only somebody with the tables themselves in hand could do. */
const tamper = (statement: string) =>
  world.platform.db.transaction().execute(async (tx) => {
    await sql`set local role daylight_owner`.execute(tx)
    await sql`alter table audit.entry disable trigger entry_is_append_only`.execute(tx)
    await sql.raw(statement).execute(tx)
    await sql`alter table audit.entry enable trigger entry_is_append_only`.execute(tx)
  })

const faultOf = async (bureauCode: BureauCode) =>
  (await verifyAudit(world.open, { bureauCode })).faults.map(({ kind, ...where }) => ({ kind, seq: (where as ChainFault).seq }))
const where = (bureauCode: string, seq: number) => `where bureau_code = '${bureauCode}' and seq = ${seq}`

it('finds nothing wrong with what nobody touched, and says how far it is', async () => {
  const seen: number[] = []
  const bureauCode = await chain()
  expect(await verifyAudit(world.open, { bureauCode }, (entries) => seen.push(entries))).toEqual({
    chains: 1,
    entries: length,
    sheets: 0,
    signedBy: [],
    faults: [],
  })
  expect(seen.at(-1)).toBe(length)
})

it.each([
  ["action = 'cases.list'", 'the act'],
  ["outcome = 'done'", 'the outcome'],
  ["at = at - interval '1 microsecond'", 'a microsecond'],
  ["actor_id = 'other'", 'the actor'],
  ["actor_name = ''", 'an empty name for none'],
  ["actor_roles = '{officer@1}'", 'a role'],
  ['subject = null', 'the subject'],
  ['is_secret = true', 'whether it is a secret'],
  ["unit_code = '990000550100'", 'the unit'],
  ["hash = sha256('x')", 'the hash itself'],
])('names the entry in which somebody changed %s (%s)', async (change) => {
  const bureauCode = await chain()
  await tamper(`update audit.entry set ${change} ${where(bureauCode, 5)}`)
  expect(await faultOf(bureauCode)).toEqual([{ kind: 'changed', seq: 5 }])
})

it('names the entry that was deleted', async () => {
  const bureauCode = await chain()
  await tamper(`delete from audit.entry ${where(bureauCode, 5)}`)
  expect(await faultOf(bureauCode)).toEqual([{ kind: 'missing', seq: 5 }])
})

it('names the first entry when the beginning was deleted', async () => {
  const bureauCode = await chain()
  await tamper(`delete from audit.entry where bureau_code = '${bureauCode}' and seq <= 3`)
  expect(await faultOf(bureauCode)).toEqual([{ kind: 'missing', seq: 1 }])
})

it('names two entries that changed places', async () => {
  const bureauCode = await chain()
  await tamper(`update audit.entry set seq = case seq when 5 then 1006 else 1005 end where bureau_code = '${bureauCode}' and seq in (5, 6);
    update audit.entry set seq = seq - 1000 where bureau_code = '${bureauCode}' and seq > 1000`)
  expect((await verifyAudit(world.open, { bureauCode })).faults).toMatchObject([{ kind: 'swapped', seq: 5, other: 6 }])
})

it('names the entry after the cut when the tail was cut off', async () => {
  const bureauCode = await chain()
  await tamper(`delete from audit.entry where bureau_code = '${bureauCode}' and seq > 10`)
  expect(await faultOf(bureauCode)).toEqual([{ kind: 'missing', seq: 11 }])
})

it('notices a chain whose entries are all gone, and one whose head is gone', async () => {
  const [emptied, headless] = [await chain(), await chain()]
  await tamper(`delete from audit.entry where bureau_code = '${emptied}'`)
  await tamper(`delete from audit.chain where bureau_code = '${headless}'`)
  expect(await faultOf(emptied)).toEqual([{ kind: 'missing', seq: 1 }])
  expect(await faultOf(headless)).toEqual([{ kind: 'headless', seq: length }])
})

it('notices an entry that was added without moving the head', async () => {
  const bureauCode = await chain()
  await tamper(`update audit.chain set last_seq = ${length - 1} where bureau_code = '${bureauCode}'`)
  expect(await faultOf(bureauCode)).toEqual([{ kind: 'foreign-head', seq: length }])
})

it('names the first broken entry of each broken chain, in plain words', async () => {
  const bureauCode = await chain()
  await tamper(`update audit.entry set outcome = 'done' where bureau_code = '${bureauCode}' and seq in (3, 7)`)
  const { faults } = await verifyAudit(world.open, { bureauCode })
  expect(faults).toHaveLength(1)
  const { chain: number } = faults[0] as ChainFault
  expect(sayTrailFault(faults[0]!, 'zh')).toBe(`单位 ${bureauCode} 第 ${number} 链第 3 条：内容与其哈希不符（被改动）`)
  expect(sayTrailFault(faults[0]!, 'en')).toBe(`Bureau ${bureauCode}, chain ${number}, entry 3: does not match its hash (changed)`)
})

it('looks at every bureau when none is named', async () => {
  const { chains, faults } = await verifyAudit(world.open)
  expect(chains).toBe(bureaus)
  expect(faults.length).toBeGreaterThan(10)
})
