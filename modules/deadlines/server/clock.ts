import type { Bilingual } from '#kernel/bilingual.ts'
import type { BureauCode } from '#kernel/unit-code.ts'
import { ruleInForce } from '../domain/catalogue.ts'
import type { Ticking } from '../domain/clock-state.ts'
import { type DeadlineRule, type Standing, timesOf } from '../domain/deadline-rule.ts'
import type { ClockRow } from './tables.ts'

/** One statutory clock of one subject, as other modules read it. */
export interface Clock extends Ticking {
  readonly id: string
  readonly bureauCode: BureauCode
  readonly subject: string
  readonly rule: string
  readonly title: Bilingual
  readonly provisional: boolean
  readonly standing: Standing
  /** How often it was extended, of how often it may be; null if it never was. */
  readonly extended: { readonly count: number; readonly of: number } | null
}

function extendedOf(row: ClockRow, rule: DeadlineRule | undefined): Clock['extended'] {
  const extensions = row.events.filter(({ kind }) => kind === 'extended' || kind === 'extended-to').length
  // why: a kind of case that was found while the clock ran moved its end like an extension, and a citizen was told the earlier one.
  const foundLater = row.events.filter(({ kind, at }) => kind === 'tier' && at !== undefined).length
  const allowed = rule?.extensions?.reduce((sum, step) => sum + timesOf(step), 0) ?? extensions
  // why: where the law sets no number of extensions, the last one is not “the last of so many”.
  const of = Number.isFinite(allowed) ? allowed : extensions + 1
  return extensions + foundLater === 0 ? null : { count: extensions + foundLater, of: of + foundLater }
}

export function clockOf(row: ClockRow): Clock {
  const rule = ruleInForce(row.rule, row.started_at)
  return {
    id: row.id,
    bureauCode: row.bureau_code as BureauCode,
    subject: row.subject,
    rule: row.rule,
    title: rule?.title ?? { zh: row.rule, en: row.rule },
    startedAt: row.started_at,
    dueAt: row.due_at,
    provisional: row.provisional,
    standing: row.standing,
    state: row.state,
    metAt: row.met_at,
    restrictsLiberty: rule?.restrictsLiberty ?? false,
    extended: extendedOf(row, rule),
  }
}
