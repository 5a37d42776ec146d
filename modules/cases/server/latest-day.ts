import { dayOf } from '#kernel/beijing-time.ts'
import { calendar, dueAt, forCitizen, ruleInForce } from '#modules/deadlines/index.ts'
import { citationText } from '#modules/law-library/index.ts'
import { lawOfCase } from '../domain/cause.ts'
import { openingMove, startedRules } from '../domain/stage.ts'
import { causeOf } from './cause-of.ts'
import type { LatestDay } from './papers/receipt-facts.ts'
import type { CaseRow } from './tables.ts'

/** The last lawful day of the step that follows the receipt, or null where the law sets none that a citizen may rely on. */
export function firstLatestDay(row: CaseRow): LatestDay | null {
  const { kind, opened_at: openedAt } = row
  const [limit] = startedRules(openingMove(kind), lawOfCase(causeOf(row)))
  const rule = limit && ruleInForce(limit.rule, openedAt)
  if (!rule || !forCitizen(rule)) return null
  const answer = dueAt(rule, openedAt, [], calendar())
  const [basis] = rule.basis
  return 'due' in answer && basis ? { day: dayOf(answer.due), basis: citationText(basis, 'zh') } : null
}
