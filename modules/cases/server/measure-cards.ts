import { type Actor, holdsFor } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import type { Vault } from '#platform/server/vault.ts'
import type { MeasureCard } from '../contract.ts'
import type { CaseRow, MeasureRow, PersonRow } from './tables.ts'

/** Who works on the case may know whom it is about (domain.md §4.2: case staff); for everybody else there are no measures. */
export const knowsMeasures = (actor: Actor, row: CaseRow): boolean =>
  row.kind === 'criminal' &&
  holdsFor(actor, row.bureau_code as BureauCode, row.unit_code as UnitCode, 'officer', 'unit-head', 'legal-officer', 'leader')

/** Who supervises reads whether the law on measures was kept, and neither on whom nor which they are. */
export const knowsIrregularity = (actor: Actor, row: CaseRow): boolean =>
  knowsMeasures(actor, row) ||
  (row.kind === 'criminal' && holdsFor(actor, row.bureau_code as BureauCode, row.unit_code as UnitCode, 'supervisor'))

/** The measures of a case with the names of those they were taken on. */
export function measureCards(measures: readonly MeasureRow[], persons: readonly PersonRow[], vault: Vault): MeasureCard[] {
  const names = new Map(
    persons.map(({ bureau_code: bureauCode, id, name_sealed }) => [
      id,
      vault.open(name_sealed, { bureauCode, table: 'cases.person', column: 'name', id }),
    ]),
  )
  return measures.map((row) => ({
    id: row.id,
    personId: row.person_id,
    personName: names.get(row.person_id) ?? '',
    kind: row.kind,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at.toISOString(),
    beganAt: row.began_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    endReason: row.end_reason,
    isLateEntry: row.is_late_entry,
    byName: row.by_name,
  }))
}
