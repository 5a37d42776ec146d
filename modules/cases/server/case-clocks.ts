import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { type ClockAccess, type ClockStart, meetClock, moveClocks, ruleInForce, startClock } from '#modules/deadlines/index.ts'
import type { Doing } from '#platform/server/context.ts'
import type { PartyRole } from '../domain/disclosure.ts'
import { type Move, startedRules } from '../domain/stage.ts'
import { partiesOf } from './paper-repository.ts'
import type { CaseRow, CaseTables } from './tables.ts'

export const subjectOf = (caseId: string): string => `case:${caseId}`

/** A clock that is owed to one party by itself, since it came forward after the clock of the case had begun. */
export const partySubject = (caseId: string, partyId: string): string => `${subjectOf(caseId)}/${partyId}`

/** Everything in a case that clocks may run for. */
export const clockSubjects = (caseId: string, partyIds: readonly string[]): string[] => [
  subjectOf(caseId),
  ...partyIds.map((id) => partySubject(caseId, id)),
]

/** Who may see the clocks of a case: those who may see the case. */
export const accessOf = (row: Pick<CaseRow, 'unit_code' | 'holder_id' | 'second_id' | 'secrecy'>): ClockAccess => ({
  unitCode: row.unit_code as UnitCode,
  holderId: row.holder_id,
  secondId: row.second_id,
  secrecy: row.secrecy,
})

/** The clocks that a move starts, from the time the act took place. */
export const clockStarts = (row: CaseRow, move: Pick<Move, 'starts'>, roles: readonly PartyRole[], occurredAt: Date): ClockStart[] =>
  startedRules(move, roles)
    // law: which edition runs follows the date of the step (domain.md §0.3); a rule of another time starts no clock.
    .filter((rule) => ruleInForce(rule, occurredAt))
    .map((rule) => ({
      bureauCode: row.bureau_code as BureauCode,
      subject: subjectOf(row.id),
      rule,
      startedAt: occurredAt,
      access: accessOf(row),
    }))

interface Moved {
  readonly move: Pick<Move, 'ends' | 'starts'>
  readonly roles: readonly PartyRole[]
  readonly occurredAt: Date
}

/** Ends the clocks that a move ends and starts those that it starts. */
export async function runClocks(doing: Doing, row: CaseRow, { move, roles, occurredAt }: Moved): Promise<void> {
  const bureauCode = row.bureau_code as BureauCode
  for (const rule of move.ends) await meetClock(doing, { bureauCode, subject: subjectOf(row.id), rule, metAt: occurredAt })
  for (const start of clockStarts(row, move, roles, occurredAt)) await startClock(doing, start)
}

/** Carries another unit, holder or secrecy over to every clock of the case, also to those owed to a single party. */
export async function moveCaseClocks(doing: Doing, row: CaseRow): Promise<void> {
  const bureauCode = row.bureau_code as BureauCode
  const parties = await partiesOf(doing.open.as<CaseTables>(), bureauCode, row.id)
  const subjects = clockSubjects(
    row.id,
    parties.map(({ id }) => id),
  )
  for (const subject of subjects) await moveClocks(doing, { bureauCode, subject, access: accessOf(row) })
}
