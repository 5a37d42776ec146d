import { type DeadlineRule, isInForce } from './deadline-rule.ts'
import * as administrativeLitigation from './rules/administrative-litigation-law.ts'
import * as administrativePenalty from './rules/administrative-penalty-law.ts'
import * as administrativeProcedure from './rules/administrative-procedure-rules.ts'
import * as administrativeReconsideration from './rules/administrative-reconsideration-law.ts'
import * as criminalProcedureLaw from './rules/criminal-procedure-law.ts'
import * as criminalProcedureRules from './rules/criminal-procedure-rules.ts'
import * as opinion from './rules/opinion-2015.ts'
import * as publicSecurityPenalties from './rules/public-security-penalties.ts'
import * as reportingFiling from './rules/reporting-filing-rules-2023.ts'

const files = {
  ...opinion,
  ...reportingFiling,
  ...publicSecurityPenalties,
  ...administrativeProcedure,
  ...administrativePenalty,
  ...administrativeReconsideration,
  ...administrativeLitigation,
  ...criminalProcedureLaw,
  ...criminalProcedureRules,
}

/** Every rule, in the order of the reference document. Editions of one law may share an id; their dates do not overlap. */
export const catalogue: readonly DeadlineRule[] = Object.values(files)

const yearAtEnd = /_20\d\d$/

/** A name without a year means every edition. */
const goesBy = (rule: DeadlineRule, name: string): boolean => rule.id === name || rule.id.replace(yearAtEnd, '') === name

export const rulesNamed = (name: string): readonly DeadlineRule[] => catalogue.filter((rule) => goesBy(rule, name))

/** The edition in force at this moment; undefined if there is none. */
export const ruleInForce = (name: string, at: Date): DeadlineRule | undefined => rulesNamed(name).find((rule) => isInForce(rule, at))
