import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { cancelClock, type ClockAccess, type ClockStart, meetClock, moveClocks, ruleInForce, startClock } from '#modules/deadlines/index.ts'
import type { Doing } from '#platform/server/context.ts'
import { causeColumns, type GivenCause, lawOfCase } from '../domain/cause.ts'
import type { PartyRole } from '../domain/disclosure.ts'
import { type Move, openingMove, startedRules } from '../domain/stage.ts'
import { causeOf } from './cause-of.ts'
import { partiesOf } from './paper-repository.ts'
import type { CaseRow, CaseTables, PartyRow } from './tables.ts'

export const subjectOf = (caseId: string): string => `case:${caseId}`

/** A clock that is owed to one party by itself, such as the days in which a notice is served on them. */
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

type Owed = Pick<PartyRow, 'id' | 'role'>

/** The clocks that a move starts, from the time the act took place; some are owed to each party of a role. */
export const clockStarts = (row: CaseRow, move: Pick<Move, 'starts'>, parties: readonly Owed[], occurredAt: Date): ClockStart[] =>
  startedRules(move, lawOfCase(causeOf(row)))
    // law: which edition runs follows the date of the step (domain.md §0.3); a rule of another time starts no clock.
    .filter(({ rule }) => ruleInForce(rule, occurredAt))
    .flatMap(({ rule, owedTo }) =>
      subjectsOwed(row, owedTo, parties).map((subject) => ({
        bureauCode: row.bureau_code as BureauCode,
        subject,
        rule,
        startedAt: occurredAt,
        access: accessOf(row),
      })),
    )

const subjectsOwed = (row: CaseRow, owedTo: PartyRole | null, parties: readonly Owed[]): string[] =>
  owedTo === null ? [subjectOf(row.id)] : parties.filter(({ role }) => role === owedTo).map(({ id }) => partySubject(row.id, id))

interface Moved {
  readonly move: Pick<Move, 'ends' | 'starts'>
  readonly parties: readonly Owed[]
  readonly occurredAt: Date
}

/** Ends the clocks that a move ends and starts those that it starts. */
export async function runClocks(doing: Doing, row: CaseRow, { move, parties, occurredAt }: Moved): Promise<void> {
  const bureauCode = row.bureau_code as BureauCode
  for (const rule of move.ends) await meetClock(doing, { bureauCode, subject: subjectOf(row.id), rule, metAt: occurredAt })
  for (const start of clockStarts(row, move, parties, occurredAt)) await startClock(doing, start)
}

/**
 * Lets the limit of a filed case follow its cause: where another law applies, the old limit falls away and that law's runs from the filing.
 * True if another one runs now.
 */
export async function followCauseLaw(doing: Doing, row: CaseRow, became: GivenCause): Promise<boolean> {
  const [was, is] = [lawOfCase(causeOf(row)), lawOfCase(became)]
  if (row.kind !== 'administrative' || row.stage !== 'filed' || was === is) return false
  const move = openingMove(row.kind)
  for (const { rule } of startedRules(move, was))
    await cancelClock(doing, { bureauCode: row.bureau_code as BureauCode, subject: subjectOf(row.id), rule })
  for (const start of clockStarts({ ...row, ...causeColumns(became) }, move, [], row.opened_at)) await startClock(doing, start)
  return true
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
