import type { Actor, Officer } from '#kernel/actor.ts'
import { addDays, dayOf } from '#kernel/beijing-time.ts'
import { modules } from '../app/modules.ts'
import { type Asked, explain, statementsOf } from './lists/asked.ts'
import { percentile, say } from './stage/contest.ts'
import { type BenchDatabase, openProvince } from './stage/databases.ts'
import { oneInEachBureau, widestReader } from './stage/officers.ts'

const tries = 5
const slowMs = 50
const today = dayOf(new Date())
const month = { from: addDays(today, -60), to: addDays(today, -30) }

/** What people narrow lists by, for each question that answers with a list. */
const filters: Readonly<Record<string, readonly object[]>> = {
  'incidents.list': [
    {},
    { open: '1' },
    { state: 'received' },
    { state: 'merged' },
    { category: 'theft' },
    { category: 'no-such-category' },
    { disposition: 'criminal-case' },
    { source: 'transfer' },
    { number: '000123' },
    { number: 'J140105000000202611000123' },
    month,
    { ...month, category: 'theft', disposition: 'mediated' },
  ],
  'incidents.unitDuties': [{}],
  'incidents.readBalance': [{ day: addDays(today, -40) }],
  'cases.list': [
    {},
    { stage: 'accepted' },
    { stage: 'transferred' },
    { kind: 'criminal' },
    { level: 'overdue' },
    { level: 'running' },
    { cause: 'no-such-cause' },
    { number: '000123' },
    month,
  ],
  'cases.duties': [{}],
  'audit.list': [
    {},
    { subjectKind: 'case' },
    { subjectKind: 'officer' },
    { action: 'cases' },
    { action: 'cases.serveNotice' },
    { outcome: 'refused' },
    { days: 7 },
  ],
  'notifications.listMessages': [{}, { unread: '1' }],
  'notifications.countUnread': [{}],
  'notifications.listOutgoing': [{ only: 'stuck' }, {}, { state: 'delivered' }],
  'notifications.countByState': [{}],
  'notifications.listStuckDeliveries': [{}],
  'accounts.listOfficers': [{}],
  'accounts.listUnits': [{}],
}

interface Measured {
  readonly question: string
  readonly tookMs: number
  readonly statements: readonly Asked[]
}

async function readersIn(opened: BenchDatabase): Promise<Readonly<Record<string, Officer | undefined>>> {
  const first = async (role: Parameters<typeof oneInEachBureau>[1]) => (await oneInEachBureau(opened, role))[0]
  return {
    officer: await first('officer'),
    dispatcher: await first('dispatcher'),
    leader: await first('leader'),
    supervisor: await first('supervisor'),
    administrator: await first('administrator'),
    'whole province': await widestReader(opened),
  }
}

async function measure({ platform, database }: BenchDatabase, actor: Actor, name: string, filter: object): Promise<Measured | null> {
  const route = modules.flatMap((module) => module.routes ?? []).find((one) => one.name === name)
  if (!route) throw new Error(`there is no question ${name}`)
  if (!route.allowedTo(actor)) return null
  const carryOut = () => route.carryOut(platform, actor, filter)
  const statements = await statementsOf(database.pool, carryOut)
  const took: number[] = []
  for (let at = 0; at < tries; at++) {
    const began = performance.now()
    await carryOut()
    took.push(performance.now() - began)
  }
  return { question: `${name} ${JSON.stringify(filter)}`, tookMs: percentile(took, 0.5), statements }
}

/** Every question that this officer may ask. */
async function measureAll(opened: BenchDatabase, officer: Officer): Promise<readonly Measured[]> {
  const asked = Object.entries(filters).flatMap(([name, given]) => given.map((filter) => ({ name, filter })))
  const all: Measured[] = []
  for (const { name, filter } of asked) {
    const measured = await measure(opened, officer, name, filter)
    if (!measured) continue
    say(`${measured.tookMs.toFixed(1).padStart(9)} ms  ${measured.question}`)
    all.push(measured)
  }
  return all
}

async function showSlow({ database }: BenchDatabase, { statements }: Measured): Promise<void> {
  for (const statement of statements.filter(({ text }) => /^\s*(select|with)\b/i.test(text))) {
    const { lines, tookMs } = await explain(database.pool, statement)
    if (tookMs < slowMs / 2) continue
    say(`    ${statement.text.replaceAll(/\s+/g, ' ').slice(0, 600)}`)
    for (const line of lines) say(`        ${line}`)
  }
}

/** Every question that answers with a list, as those who ask it narrow it; those that take long with their plans. */
export async function benchQuestions(signal: AbortSignal): Promise<void> {
  const opened = await openProvince(signal)
  try {
    const readers = await readersIn(opened)
    const slow: Measured[] = []
    for (const [reader, officer] of Object.entries(readers)) {
      if (!officer) continue
      say(`\n── ${reader} ──`)
      const measured = await measureAll(opened, officer)
      slow.push(...measured.filter(({ tookMs }) => tookMs >= slowMs).map((one) => ({ ...one, question: `${reader}: ${one.question}` })))
    }
    say(`\n── ${slow.length} of them take ${slowMs} ms or more ──`)
    for (const one of slow) {
      say(`\n${one.tookMs.toFixed(0)} ms  ${one.question}`)
      await showSlow(opened, one)
    }
  } finally {
    await opened.close()
  }
}
