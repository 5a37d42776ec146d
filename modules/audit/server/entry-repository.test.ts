import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { accountsModule } from '#modules/accounts/server/module.ts'
import { defineAction } from '#platform/server/action.ts'
import type { AuditEntry } from '#platform/server/context.ts'
import { openAs } from '#platform/server/database.ts'
import { defineRefusals } from '#platform/server/refusal.ts'
import { createWorld, type World } from '#platform/testing/world.ts'
import { appendMany, chainEntries, trailOf, verifyAudit } from '../index.ts'
import { auditModule } from './module.ts'
import type { AuditTables, EntryRow } from './tables.ts'

let world: World

beforeAll(async () => {
  world = await createWorld([accountsModule, auditModule])
})
afterAll(() => world.close())

const entriesOf = (bureau: string): Promise<EntryRow[]> =>
  world.open
    .as<AuditTables>()
    .selectFrom('audit.entry')
    .selectAll()
    .where('bureau_code', '=', bureau as never)
    .orderBy('chain')
    .orderBy('seq')
    .execute()

const refusals = defineRefusals('test', { no: ['conflict', () => ({})] })
const act = defineAction<object>()({
  name: 'test.act',
  input: z.object({ unitCode: z.string(), isRefused: z.optional(z.boolean()) }),
  allowedTo: () => true,
  async run({ about, actor }, { unitCode, isRefused = false }) {
    about({ subject: 'case:7', bureauCode: actor.bureauCode, unitCode: unitCode as never })
    if (isRefused) throw refusals.no()
    return {}
  },
})

it('records what was done and what was refused in one chain, with the actor as he was', async () => {
  const zhang = world.officer('张警官', ['officer', 'unit-head'])
  await world.perform(act, zhang, { unitCode: world.station })
  await expect(world.perform(act, zhang, { unitCode: world.station, isRefused: true })).rejects.toThrow()
  const { rows } = await trailOf(world.open, world.bureau, 'case:7', { limit: 10 })
  expect(rows).toMatchObject([
    { action: 'test.act', outcomeKind: 'refused', outcome: 'test.no' },
    { action: 'test.act', outcomeKind: 'done', actorName: '张警官', actorRoles: ['officer', 'unit-head'], unitCode: world.station },
  ])
  expect(await verifyAudit(world.open)).toMatchObject({ entries: 2, chains: 1, faults: [] })
})

it('orders fifty writers at once into one chain without a gap', async () => {
  const unit = world.unit()
  const zhang = world.officer('张警官', 'officer', unit)
  await Promise.all(Array.from({ length: 50 }, () => world.perform(act, zhang, { unitCode: unit })))
  const mine = (await entriesOf(world.bureau)).filter((entry) => entry.unit_code === unit)
  expect(mine.map((entry) => entry.seq)).toEqual(Array.from({ length: 50 }, (_, at) => mine[0]!.seq + at))
  expect((await verifyAudit(world.open, { bureauCode: world.bureau })).faults).toEqual([])
})

it('writes the same rows one by one, in bulk and in memory', async () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 2, minute))
  const entries = (bureau: string): AuditEntry[] =>
    Array.from({ length: 60 }, (_, minute) => ({
      actor: { ...world.officer('李警官', 'officer'), id: `0199-${minute}`, bureauCode: bureau as never },
      action: 'cases.find',
      about:
        minute % 3 === 0
          ? null
          : {
              subject: `case:${minute % 5}`,
              bureauCode: bureau as never,
              unitCode: `99000055${10 + (minute % 7)}00` as never,
              isSecret: minute % 4 === 0,
            },
      outcome: minute % 2 === 0 ? 'read' : 'done',
      at: at(minute),
    }))
  const [singly, bulk] = ['770000000000', '780000000000']
  for (const entry of entries(singly)) await auditModule.auditSink.append(world.open, entry)
  const append = (some: AuditEntry[]) => world.platform.db.transaction().execute((tx) => appendMany(openAs(tx), some))
  await append(entries(bulk).slice(0, 25))
  await append(entries(bulk).slice(25))
  const inMemory = chainEntries(entries(singly), [])
  const sorted = inMemory.rows.toSorted((a, b) => a.chain - b.chain || a.seq - b.seq)
  expect(await entriesOf(singly)).toEqual(sorted)
  // why: the bureau is part of the hash, so that a chain cannot be passed off as another bureau's.
  const plain = (rows: EntryRow[]) => rows.map((row) => ({ ...row, hash: null, bureau_code: null }))
  expect(plain(await entriesOf(bulk))).toEqual(plain(sorted))
  expect((await verifyAudit(world.open)).faults).toEqual([])
})

it.each(["update audit.entry set outcome = 'done'", 'delete from audit.entry', 'truncate audit.entry', 'delete from audit.chain'])(
  'does not let the program %s',
  async (statement) => {
    await expect(sql.raw(statement).execute(world.platform.db)).rejects.toThrow('permission denied')
  },
)

it('does not let the owner of the tables change an entry either', async () => {
  const asOwner = world.platform.db.transaction().execute(async (tx) => {
    await sql`set local role daylight_owner`.execute(tx)
    await sql`update audit.entry set outcome = 'done'`.execute(tx)
  })
  await expect(asOwner).rejects.toThrow('audit.entry is append-only')
})
