import { holdsFor, type Officer, type Role } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import type { Doing } from '#platform/server/context.ts'
import { type FactTime, factTime } from '#platform/server/fact-time.ts'
import type { Change, ChangeKind } from '../domain/change.ts'
import { aboutCase } from './about-case.ts'
import { holdCase } from './case-repository.ts'
import { insertChange, wasMade } from './change-repository.ts'
import { refusals } from './refusals.ts'
import type { CaseRow, CaseTables } from './tables.ts'

interface Allowed {
  readonly kind: ChangeKind
  readonly by: readonly Role[]
  readonly level: 'unit' | 'bureau'
}

interface TakenUp {
  readonly row: CaseRow
  /** The same officer sent the same thing before: it is answered like the first time and changes nothing. */
  readonly isRepeat: boolean
}

/** The case held for one change of its record, with the questions answered: may I know it, may I change it, did I just do so. */
export async function takeUpChange(doing: Doing, caseId: string, { kind, by, level }: Allowed): Promise<TakenUp> {
  const { actor, open, inputHash } = doing
  const tx = open.as<CaseTables>()
  const row = await holdCase(tx, actor, caseId)
  if (!row) throw refusals.caseNotFound(caseId)
  doing.about(aboutCase(row))
  const unit = (level === 'bureau' ? row.bureau_code : row.unit_code) as UnitCode
  if (!holdsFor(actor, row.bureau_code as BureauCode, unit, ...by)) throw refusals.changeNotYours(kind, by, level)
  return { row, isRepeat: await wasMade(tx, row, { kind, byId: actor.id, inputHash }) }
}

interface Decided {
  readonly occurredAt?: string | undefined
  readonly lateReason?: string | undefined
}

/** When a change of the record was decided: never before the case was opened. */
export const timeOfChange = ({ now }: Doing, row: CaseRow, { occurredAt, lateReason }: Decided): FactTime =>
  factTime({ occurredAt: occurredAt ? new Date(occurredAt) : undefined, after: row.opened_at, lateReason }, now)

interface Made {
  readonly change: Change
  readonly reason: string | null
  readonly time?: FactTime
  readonly lateReason?: string | undefined
}

/** The line of history that a change leaves. */
export async function recordChange({ actor, open, now, inputHash }: Doing, row: CaseRow, made: Made): Promise<void> {
  const officer = actor as Officer
  const { occurredAt, isLateEntry } = made.time ?? { occurredAt: now, isLateEntry: false }
  await insertChange(open.as<CaseTables>(), {
    bureau_code: row.bureau_code,
    case_id: row.id,
    ...made.change,
    reason: made.reason,
    occurred_at: occurredAt,
    recorded_at: now,
    is_late_entry: isLateEntry,
    late_reason: made.lateReason ?? null,
    by_id: officer.id,
    by_name: officer.name,
    by_unit: officer.unitCode,
    input_hash: inputHash,
  })
}
