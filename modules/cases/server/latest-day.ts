import { dayOf } from '#kernel/beijing-time.ts'
import { calendar, dueAt, forCitizen, ruleInForce } from '#modules/deadlines/index.ts'
import { citationText } from '#modules/law-library/index.ts'
import type { CaseKind } from '../domain/stage.ts'
import type { LatestDay } from './papers/receipt-facts.ts'

const firstLimit = { criminal: 'crim_filing_review', administrative: 'admin_case_limit_2025' } as const

/** The last lawful day of the step that follows the receipt, or null where the law sets none that a citizen may rely on. */
export function firstLatestDay(kind: CaseKind, openedAt: Date): LatestDay | null {
  const rule = ruleInForce(firstLimit[kind], openedAt)
  if (!rule || !forCitizen(rule)) return null
  const answer = dueAt(rule, openedAt, [], calendar())
  const [basis] = rule.basis
  return 'due' in answer && basis ? { day: dayOf(answer.due), basis: citationText(basis, 'zh') } : null
}
