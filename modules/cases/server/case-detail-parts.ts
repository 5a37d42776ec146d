import { type Actor, holdsFor } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import { unitNames } from '#modules/accounts/index.ts'
import type { Clock } from '#modules/deadlines/index.ts'
import type { OpenTransaction } from '#platform/server/database.ts'
import type { CaseDetail, ChangeMade } from '../contract.ts'
import type { OfficersState } from '../domain/change.ts'
import { type CaseFinding, findingsOn, officersThen } from '../domain/findings.ts'
import { firstReviewDays, reviewRule, type ReviewTier, reviewTierLaw, reviewTiers } from '../domain/review-tier.ts'
import { officersAt } from './officers-at.ts'
import type { CaseRow, ChangeLogRow, MeasureRow, StageLogRow } from './tables.ts'

/** The changes of a record with the names of the units that made them. */
export async function changesMade(open: OpenTransaction, log: readonly ChangeLogRow[]): Promise<ChangeMade[]> {
  const names = await unitNames(
    open,
    log.map((line) => line.by_unit as UnitCode),
  )
  return log.map(
    (line) =>
      ({
        kind: line.kind,
        was: line.was,
        became: line.became,
        reason: line.reason,
        occurredAt: line.occurred_at.toISOString(),
        recordedAt: line.recorded_at.toISOString(),
        isLateEntry: line.is_late_entry,
        lateReason: line.late_reason,
        byName: line.by_name,
        byUnitName: names.get(line.by_unit) ?? line.by_unit,
      }) as ChangeMade,
  )
}

interface Kept {
  readonly log: readonly StageLogRow[]
  readonly changes: readonly ChangeLogRow[]
  readonly measures: readonly MeasureRow[]
}

/** What is irregular about the case, judged by how it stood at the time. It names nobody. */
export function findingsIn(row: CaseRow, { log, changes, measures }: Kept): CaseDetail['findings'] {
  const assigned = changes.flatMap(({ kind, was, occurred_at: at }) => (kind === 'officers' ? [{ at, was: was as OfficersState }] : []))
  return findingsOn({
    kind: row.kind,
    stage: row.stage,
    officers: row.closed_at ? officersThen(officersAt(row), assigned, row.closed_at) : officersAt(row),
    filedAt: log.find(({ act }) => act === 'file')?.occurred_at ?? null,
    measuresBegan: measures.map(({ began_at }) => began_at),
  }).map(findingCard)
}

const findingCard = ({ rule, severity, basis }: CaseFinding): CaseDetail['findings'][number] => ({
  rule,
  severity,
  basis: basis.map(({ law, article }) => ({ law, article })),
})

const dayMs = 86_400_000

/** The longer times of review that this officer may still grant: none twice, and none shorter than what was granted. */
export function offeredTiers(actor: Actor, row: CaseRow, clocks: readonly Clock[]): ReviewTier[] {
  const clock = clocks.find((one) => one.rule === reviewRule && one.state === 'running')
  if (!clock) return []
  const granted = clock.extended ? (clock.dueAt.getTime() - clock.startedAt.getTime()) / dayMs : firstReviewDays
  return reviewTiers.filter((tier) => {
    const { days, by, level } = reviewTierLaw[tier]
    const unit = (level === 'bureau' ? row.bureau_code : row.unit_code) as UnitCode
    return days > granted && holdsFor(actor, row.bureau_code as BureauCode, unit, ...by)
  })
}
