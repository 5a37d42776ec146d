import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { type ClockAccess, type ClockStart, meetClock, ruleInForce, startClock } from '#modules/deadlines/index.ts'
import type { Doing } from '#platform/server/context.ts'
import type { PartyRole } from '../domain/disclosure.ts'
import { type Move, startedRules } from '../domain/stage.ts'
import type { CaseRow } from './tables.ts'

export const subjectOf = (caseId: string): string => `case:${caseId}`

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
