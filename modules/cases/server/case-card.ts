import type { UnitCode } from '#kernel/unit-code.ts'
import { unitNames } from '#modules/accounts/index.ts'
import { type Clock, clocksAcross, stateOf } from '#modules/deadlines/index.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import type { CaseCard, ClockCard } from '../contract.ts'
import { partySubject, subjectOf } from './case-clocks.ts'
import { causeOf } from './cause-of.ts'
import { partiesOfAll } from './paper-repository.ts'
import type { CaseRow, CaseTables } from './tables.ts'

export const clockCard = (clock: Clock, now: Date): ClockCard => ({
  rule: clock.rule,
  startedAt: clock.startedAt.toISOString(),
  dueAt: clock.dueAt.toISOString(),
  state: clock.state,
  level: stateOf(clock, now),
  isProvisional: clock.provisional,
  metAt: clock.metAt?.toISOString() ?? null,
  extended: clock.extended,
})

/** The clock that a card shows: the running one that ends first. */
const leading = (clocks: readonly Clock[]): Clock | undefined =>
  clocks.filter((clock) => clock.state === 'running').toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0]

const cardOf = (row: CaseRow, unitName: string, clock: ClockCard | null): CaseCard => ({
  id: row.id,
  number: row.number,
  kind: row.kind,
  stage: row.stage,
  stageSince: row.stage_since.toISOString(),
  outcome: row.outcome,
  ...causeOf(row),
  matter: row.matter,
  unitCode: row.unit_code,
  unitName,
  holderName: row.holder_name,
  secondName: row.second_name,
  secrecy: row.secrecy,
  sensitivity: row.sensitivity,
  openedAt: row.opened_at.toISOString(),
  closedAt: row.closed_at?.toISOString() ?? null,
  clock,
})

/** Of a refused case also the days of service that are owed to each complainant. */
async function clockKeys(open: OpenTransaction, rows: readonly CaseRow[]) {
  const refused = rows.filter(({ stage }) => stage === 'not-filed').map((row) => ({ bureauCode: row.bureau_code, caseId: row.id }))
  const parties = await partiesOfAll(open.as<CaseTables>(), refused)
  return [
    ...rows.map((row) => ({ bureauCode: row.bureau_code, subject: subjectOf(row.id) })),
    ...parties.map((party) => ({ bureauCode: party.bureau_code, subject: partySubject(party.case_id, party.id) })),
  ]
}

/** Cards for a page of rows: clocks and unit names are read once for all of them. */
export async function cardsOf(open: OpenTransaction, rows: readonly CaseRow[], now: Date): Promise<CaseCard[]> {
  const names = await unitNames(
    open,
    rows.map((row) => row.unit_code as UnitCode),
  )
  const found = await clocksAcross(open, await clockKeys(open, rows))
  const clocks = Map.groupBy(found, ({ subject }) => subject.split('/')[0])
  return rows.map((row) => {
    const clock = leading(clocks.get(subjectOf(row.id)) ?? [])
    return cardOf(row, names.get(row.unit_code) ?? row.unit_code, clock ? clockCard(clock, now) : null)
  })
}
