import type { Finding } from '#kernel/finding.ts'
import { defineRefusals } from '#platform/server/refusal.ts'
import { findingText } from '../domain/finding-words.ts'

export const refusals = defineRefusals('deadlines', {
  /** Also the answer for a clock the actor may not know of: the two must look the same. */
  clockNotFound: ['not-found', () => ({})],
  noRuleInForce: ['conflict', (rule: string, at: string) => ({ rule, at })],
  /** The law does not allow this history: an extension too late, too long, too often. */
  notLawful: ['conflict', (finding: Finding) => ({ ...finding.facts, finding: finding.rule, text: findingText(finding.rule) })],
})
