import { type DeadlineRule, isInForce } from './deadline-rule.ts'
import * as administrativeCompulsionLaw from './rules/administrative-compulsion-law.ts'
import * as administrativeLitigationLaw from './rules/administrative-litigation-law.ts'
import * as administrativePenaltyLaw from './rules/administrative-penalty-law.ts'
import * as administrativeProcedureRules from './rules/administrative-procedure-rules.ts'
import * as administrativeProcedureRulesDecision from './rules/administrative-procedure-rules-decision.ts'
import * as administrativeProcedureRulesExecution from './rules/administrative-procedure-rules-execution.ts'
import * as administrativeProcedureRulesMeasures from './rules/administrative-procedure-rules-measures.ts'
import * as administrativeReconsiderationLaw from './rules/administrative-reconsideration-law.ts'
import * as bailRules2022 from './rules/bail-rules-2022.ts'
import * as bodyCameraRules2016 from './rules/body-camera-rules-2016.ts'
import * as callRules2003 from './rules/call-rules-2003.ts'
import * as caseAreaRules from './rules/case-area-rules.ts'
import * as criminalProcedureLaw from './rules/criminal-procedure-law.ts'
import * as criminalProcedureLawCustody from './rules/criminal-procedure-law-custody.ts'
import * as criminalProcedureRules from './rules/criminal-procedure-rules.ts'
import * as criminalProcedureRulesInvestigation from './rules/criminal-procedure-rules-investigation.ts'
import * as criminalProcedureRulesMeasures from './rules/criminal-procedure-rules-measures.ts'
import * as criminalProcedureRulesParties from './rules/criminal-procedure-rules-parties.ts'
import * as custodyNecessityRules2023 from './rules/custody-necessity-rules-2023.ts'
import * as detentionHouseRegulations from './rules/detention-house-regulations.ts'
import * as domesticViolenceLaw from './rules/domestic-violence-law.ts'
import * as economicCrimeRules2017 from './rules/economic-crime-rules-2017.ts'
import * as emergencyResponseLaw from './rules/emergency-response-law.ts'
import * as fileBindingStandard from './rules/file-binding-standard.ts'
import * as informationDisclosureRegulations from './rules/information-disclosure-regulations.ts'
import * as injuryRules2006 from './rules/injury-rules-2006.ts'
import * as interrogationRecordingRules2014 from './rules/interrogation-recording-rules-2014.ts'
import * as minorSexualOffences2023 from './rules/minor-sexual-offences-2023.ts'
import * as opinion2015 from './rules/opinion-2015.ts'
import * as petitionRegulations2022 from './rules/petition-regulations-2022.ts'
import * as policeLaw from './rules/police-law.ts'
import * as procuratorateRules2019 from './rules/procuratorate-rules-2019.ts'
import * as propertyRules2015 from './rules/property-rules-2015.ts'
import * as publicSecurityPenalties from './rules/public-security-penalties.ts'
import * as publicSecurityPenaltiesProcedure from './rules/public-security-penalties-procedure.ts'
import * as reportingFilingRules2023 from './rules/reporting-filing-rules-2023.ts'
import * as stateCompensationLaw from './rules/state-compensation-law.ts'
import * as trafficAccidentProcedure2018 from './rules/traffic-accident-procedure-2018.ts'

const files = [
  opinion2015,
  reportingFilingRules2023,
  callRules2003,
  publicSecurityPenalties,
  publicSecurityPenaltiesProcedure,
  administrativeProcedureRules,
  administrativeProcedureRulesMeasures,
  administrativeProcedureRulesDecision,
  administrativeProcedureRulesExecution,
  administrativePenaltyLaw,
  administrativeCompulsionLaw,
  policeLaw,
  detentionHouseRegulations,
  caseAreaRules,
  injuryRules2006,
  propertyRules2015,
  fileBindingStandard,
  domesticViolenceLaw,
  emergencyResponseLaw,
  trafficAccidentProcedure2018,
  criminalProcedureLaw,
  criminalProcedureLawCustody,
  criminalProcedureRules,
  criminalProcedureRulesMeasures,
  criminalProcedureRulesParties,
  criminalProcedureRulesInvestigation,
  economicCrimeRules2017,
  minorSexualOffences2023,
  bailRules2022,
  custodyNecessityRules2023,
  procuratorateRules2019,
  interrogationRecordingRules2014,
  bodyCameraRules2016,
  administrativeReconsiderationLaw,
  administrativeLitigationLaw,
  stateCompensationLaw,
  informationDisclosureRegulations,
  petitionRegulations2022,
]

/** Every rule, in the order of the reference document. Editions of one law may share an id; their dates do not overlap. */
export const catalogue: readonly DeadlineRule[] = files.flatMap((file): readonly DeadlineRule[] => Object.values(file))

/**
 * Rows of the research that are no statutory periods: targets of management, which a bureau sets for itself.
 * They have no article, so no clock runs for them and nothing is refused because of them.
 */
export const managementTargets = ['call_signin_kpi', 'call_dispatch_kpi', 'call_feedback_kpi'] as const

const yearAtEnd = /_20\d\d(?=$|\.)/

// why: a page of cases asks for hundreds of rules, and the catalogue has hundreds; the names are sorted once.
const byName = new Map<string, DeadlineRule[]>()
for (const rule of catalogue) {
  for (const name of new Set([rule.id, rule.id.replace(yearAtEnd, '')])) byName.set(name, [...(byName.get(name) ?? []), rule])
}

/** A name without a year means every edition. */
export const rulesNamed = (name: string): readonly DeadlineRule[] => byName.get(name) ?? []

/** The edition in force at this moment; undefined if there is none. */
export const ruleInForce = (name: string, at: Date): DeadlineRule | undefined => rulesNamed(name).find((rule) => isInForce(rule, at))
