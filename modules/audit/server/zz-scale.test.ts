import { sql } from 'kysely'
import { it } from 'vitest'
import { accountsModule } from '#modules/accounts/server/module.ts'
import { openAs } from '#platform/server/database.ts'
import { createWorld } from '#platform/testing/world.ts'
import { appendMany, verifyAudit } from '../index.ts'
import { listAudit } from './list-audit.ts'
import { auditModule } from './module.ts'
it('scale', async () => {
  const world = await createWorld([accountsModule, auditModule])
  const units = Array.from({ length: 12 }, () => world.unit())
  const officers = Array.from({ length: 200 }, (_, i) => world.officer('张' + i, 'officer', units[i % 12]))
  const entries = Array.from({ length: 200_000 }, (_, i) => ({ actor: officers[i % 200]!, action: 'cases.find', outcome: i % 3 ? 'read' : 'done', at: new Date(world.clock.now.getTime() - (200_000 - i) * 150_000), about: { subject: `case:${i % 8000}`, bureauCode: world.bureau, unitCode: officers[i % 12]!.unitCode } }))
  let t = performance.now()
  const lap = (what: string) => { console.log(what, Math.round(performance.now() - t)); t = performance.now() }
  await world.platform.db.transaction().execute((tx) => appendMany(openAs(tx), entries as never))
  lap('append')
  await world.platform.db.transaction().execute(async (tx) => { await sql`reset role`.execute(tx); await sql`analyze audit.entry`.execute(tx) })
  lap('analyze')
  console.log(await verifyAudit(world.open)); lap('verify')
  const sup = world.officer('督察', 'supervisor', world.bureau)
  const head = world.officer('所长', 'unit-head', officers[3]!.unitCode)
  for (const [who, input] of [[sup, {}], [sup, { days: 7 }], [sup, { days: 365 }], [sup, { subject: 'case:77' }], [sup, { officerId: officers[5]!.id }], [head, { days: 365 }], [head, {}], [sup, { days: 365, action: 'cases.list' }]] as const) { const p = await world.ask(listAudit, who, input); lap(JSON.stringify(input) + who.name + p.rows.length); if (p.next) { await world.ask(listAudit, who, { ...input, after: p.next }); lap(' next') } }
  for (let i = 0; i < 500; i++) await auditModule.auditSink.append(world.open, entries[i] as never)
  lap('500 single appends')
  await world.close()
}, 120000)
