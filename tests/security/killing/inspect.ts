import { sql } from 'kysely'
import { dayOf } from '#kernel/beijing-time.ts'
import { sayTrailFault, verifyAudit } from '#modules/audit/index.ts'
import { balanceLines, drawBalance, isBalanced } from '#modules/incidents/index.ts'
import { openAs, timeOf } from '#platform/server/database.ts'
import type { Acknowledged } from './load.ts'
import { bureau, type Stage } from './stage.ts'

type Row = Readonly<Record<string, unknown>>

const ask = async ({ database }: Stage, question: ReturnType<typeof sql<Row>>): Promise<readonly Row[]> =>
  (await question.execute(database.db)).rows

/** What was acknowledged and is not there, as it was acknowledged. */
export async function lost(stage: Stage, done: Acknowledged): Promise<string[]> {
  const incidents = await ask(stage, sql`select id, number, signed_at, arrived_at, state, case_id, case_number from incidents.incident`)
  const receipts = await ask(stage, sql`select id, case_id from cases.receipt`)
  const byId = new Map(incidents.map((row) => [row['id'], row]))
  const receiptOf = new Map(receipts.map((row) => [row['case_id'], row['id']]))
  return [
    ...done.received.filter(({ id, number }) => byId.get(id)?.['number'] !== number).map(({ number }) => `call ${number}`),
    ...done.signed.filter((id) => !byId.get(id)?.['signed_at']).map((id) => `signature ${id}`),
    ...done.arrived.filter((id) => !byId.get(id)?.['arrived_at']).map((id) => `arrival ${id}`),
    ...done.disposed
      .filter(({ incidentId, caseId, caseNumber, receiptId }) => {
        const row = byId.get(incidentId)
        return row?.['case_id'] !== caseId || row['case_number'] !== caseNumber || receiptOf.get(caseId) !== receiptId
      })
      .map(({ caseNumber }) => `case ${caseNumber}`),
  ]
}

/** Each finds rows that only an act that was half done, or done twice, can leave. */
const halves: Readonly<Record<string, ReturnType<typeof sql<Row>>>> = {
  'incident without an entry of its receipt': sql`select i.number from incidents.incident i
    where not exists (select from audit.entry e where e.subject = 'incident:' || i.id and e.action = 'incidents.receive' and e.outcome = 'done')`,
  'step without an entry': sql`select l.incident_id, l.step from incidents.step_log l join (values ('sign', 'incidents.sign'), ('arrive', 'incidents.arrive'), ('dispose', 'incidents.dispose')) as a(step, action) using (step)
    where not exists (select from audit.entry e where e.subject = 'incident:' || l.incident_id and e.action = a.action and e.outcome = 'done')`,
  'step written twice': sql`select incident_id, step from incidents.step_log group by 1, 2 having count(*) > 1`,
  'incident whose state its steps do not tell': sql`select number from incidents.incident i
    where (signed_at is not null) <> exists (select from incidents.step_log l where l.incident_id = i.id and l.step = 'sign')
       or (case_id is not null) <> exists (select from incidents.step_log l where l.incident_id = i.id and l.step = 'dispose')`,
  'case without its incident, or incident without its case': sql`select c.number from cases.case c full join incidents.incident i on i.case_id = c.id
    where (c.id is null and i.case_id is not null) or (c.id is not null and i.id is null)`,
  'case without party, receipt, paper or clock': sql`select number from cases.case c
    where 1 <> (select count(*) from cases.party p where p.case_id = c.id) or 1 <> (select count(*) from cases.receipt r where r.case_id = c.id)
       or not exists (select from deadlines.clock k where k.subject = 'case:' || c.id)`,
  'subject whose events have a gap': sql`select subject from platform.outbox group by 1 having count(*) <> max(position)`,
  'event without its entry in the same breath': sql`select o.subject from platform.outbox o where o.name = 'incidents.received'
    and not exists (select from audit.entry e where e.subject = o.subject and e.action = 'incidents.receive' and e.outcome = 'done')`,
  'delivery that was not done': sql`select subscriber, subject, last_error from platform.delivery where done_at is null`,
  'receipt that citizens cannot query': sql`select r.id from cases.receipt r full join public_query.receipt q on q.id = r.id where q.id is null or r.id is null`,
  'case whose party was not told, or twice': sql`select c.number from cases.case c
    where 1 <> (select count(*) from notifications.message m where m.subject = 'case:' || c.id)`,
  'notice to the station missing, or twice': sql`select i.number from incidents.incident i
    where 1 <> (select count(*) from notifications.inbox m where m.subject = 'incident:' || i.id)`,
}

export async function halfDone(stage: Stage): Promise<string[]> {
  const found: string[] = []
  for (const [what, question] of Object.entries(halves))
    for (const row of await ask(stage, question)) found.push(`${what}: ${JSON.stringify(row)}`)
  return found
}

/** What reached a phone twice, and what the house believes to have left although the gateway never heard of it. */
export async function wronglySent(stage: Stage): Promise<string[]> {
  const { records } = stage.gateway
  const twice = [...Map.groupBy(records, ({ phone, text }) => `${phone} ${text}`)].filter(([, all]) => all.length > 1)
  const { rows } = await sql<{
    sent: number
  }>`select count(*) as sent from notifications.message where state in ('sent', 'delivered')`.execute(stage.database.db)
  const missing = Number(rows[0]?.sent) - records.length
  return [
    ...twice.map(([what]) => `twice: ${what}`),
    ...(missing > 0 ? [`${missing} messages count as sent that the gateway never took`] : []),
  ]
}

export async function brokenChains({ database }: Stage): Promise<string[]> {
  const { entries, faults } = await verifyAudit(openAs(database.db))
  return entries === 0 ? ['there are no entries'] : faults.map((fault) => sayTrailFault(fault, 'en'))
}

/** The lines of a balance that does not add up; a run over midnight is drawn for the days of its calls. */
export async function unbalanced({ database }: Stage): Promise<string[]> {
  const open = openAs(database.db)
  const now = await timeOf(open)
  const { rows } = await sql<{ at: Date }>`select distinct date_trunc('hour', received_at) as at from incidents.incident`.execute(
    database.db,
  )
  const days = new Set(rows.map(({ at }) => dayOf(at)))
  const drawn = await Promise.all([...days].map((day) => drawBalance(open, { bureauCode: bureau, day, actor: null }, now)))
  return drawn.filter((balance) => !isBalanced(balance)).flatMap((balance) => balanceLines(bureau, balance))
}

interface Waiting {
  readonly deliveries: number
  readonly messages: number
}

/** Work of the outbox that is not done, and messages that have not come to an end. */
export async function waiting(stage: Stage): Promise<Waiting> {
  const [row] = await ask(
    stage,
    sql`select (select count(*) from platform.delivery where done_at is null) as deliveries,
      (select count(*) from notifications.message where state in ('queued', 'failed-for-now')) as messages`,
  )
  return { deliveries: Number(row?.['deliveries']), messages: Number(row?.['messages']) }
}
