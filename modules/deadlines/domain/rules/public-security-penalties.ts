import { day } from '#kernel/beijing-time.ts'
import type { Approver, PauseReason } from '../clock-event.ts'
import { administrativeCounting, defineRule } from '../deadline-rule.ts'
import { days } from '../length.ts'

const until2025 = { from: null, to: day('2025-12-31') }
const from2026 = { from: day('2026-01-01'), to: null }

// law: 派出所办理的案件由其所属的公安机关批准，其余由上一级公安机关批准。
const caseLimitApprovers: readonly Approver[] = ['next-higher-bureau', 'county-leader']
const everyAppraisal: readonly PauseReason[] = ['appraisal', 'item-appraisal', 'psychiatric-appraisal']

const pausedByAppraisal = (law: string, article: string) =>
  Object.fromEntries(
    everyAppraisal.map((reason) => [
      reason,
      [
        { law, article },
        { law: 'proc-admin', article: '165' },
      ],
    ]),
  )

const restartedByMediation = { 'mediation-failed-or-not-performed': [{ law: 'proc-admin', article: '185' }] }

/** 治安案件办案期限（旧法）：自受理起算，只扣除鉴定期间，延长一次。 */
export const caseLimit2012 = defineRule({
  id: 'admin_case_limit_2012',
  title: { zh: '治安案件办案期限（2012年法）', en: 'Public-order case limit (law of 2012)' },
  startsWith: { zh: '受理', en: 'Acceptance' },
  inForce: until2025,
  standing: 'confirmed',
  limit: days(30),
  extensions: [{ most: { adds: days(30) }, approvers: caseLimitApprovers, when: { zh: '案情重大、复杂', en: 'grave or complex' } }],
  pausedBy: pausedByAppraisal('psapl-2012', '99'),
  restartedBy: restartedByMediation,
  rollsOver: 'always',
  basis: [
    { law: 'psapl-2012', article: '99' },
    { law: 'proc-admin', article: '165' },
  ],
  counting: administrativeCounting,
})

/** 治安案件办案期限：自立案起算，鉴定、听证期间不计入，最多延长两次。 */
export const caseLimit2025 = defineRule({
  id: 'admin_case_limit_2025',
  title: { zh: '治安案件办案期限', en: 'Public-order case limit' },
  startsWith: { zh: '立案', en: 'Filing' },
  inForce: from2026,
  standing: 'confirmed',
  limit: days(30),
  extensions: [
    { most: { adds: days(30) }, times: 2, approvers: caseLimitApprovers, when: { zh: '案情重大、复杂', en: 'grave or complex' } },
  ],
  pausedBy: { ...pausedByAppraisal('psapl-2025', '118'), hearing: [{ law: 'psapl-2025', article: '118' }] },
  restartedBy: restartedByMediation,
  rollsOver: 'always',
  basis: [
    { law: 'psapl-2025', article: '118' },
    { law: 'proc-admin', article: '165' },
  ],
  counting: administrativeCounting,
})

export const administrativeFilingAtOnce = defineRule({
  id: 'admin_filing_immediate',
  title: { zh: '行政立案', en: 'Filing an administrative case' },
  startsWith: { zh: '接到属于本单位管辖的案件', en: 'Report of a case in own jurisdiction' },
  inForce: from2026,
  standing: 'confirmed',
  limit: { words: { zh: '立即', en: 'immediately' } },
  rollsOver: 'never',
  basis: [
    { law: 'psapl-2025', article: '90' },
    { law: 'reporting-filing-rules-2023', article: '12' },
  ],
  counting: administrativeCounting,
})

const noViolationNotice = {
  id: 'admin_no_violation_notice',
  title: { zh: '告知不属于违反治安管理行为并说明理由', en: 'Telling the reporter, with reasons, that it is no public-order violation' },
  startsWith: { zh: '作出认定', en: 'Decision' },
  standing: 'confirmed',
  limit: { words: { zh: '及时（法律未规定天数）', en: 'promptly (the law names no number)' } },
  rollsOver: 'never',
  counting: administrativeCounting,
} as const
export const noViolationNotice2012 = defineRule({ ...noViolationNotice, inForce: until2025, basis: [{ law: 'psapl-2012', article: '78' }] })
export const noViolationNotice2025 = defineRule({ ...noViolationNotice, inForce: from2026, basis: [{ law: 'psapl-2025', article: '90' }] })

const penaltyService = {
  id: 'penalty_service_public_security',
  title: { zh: '送达治安管理处罚决定书', en: 'Serving a public-order penalty decision' },
  startsWith: { zh: '作出决定（未能当场宣告）', en: 'Decision not announced in person' },
  standing: 'confirmed',
  limit: days(2),
  rollsOver: 'always',
  counting: administrativeCounting,
} as const
const serviceRules = { law: 'proc-admin', article: '36' }
export const penaltyService2012 = defineRule({
  ...penaltyService,
  inForce: until2025,
  basis: [{ law: 'psapl-2012', article: '97' }, serviceRules],
})
export const penaltyService2025 = defineRule({
  ...penaltyService,
  inForce: from2026,
  basis: [{ law: 'psapl-2025', article: '116' }, serviceRules],
})

const copyToVictim = {
  id: 'penalty_copy_to_victim',
  title: { zh: '向被侵害人送达处罚（不予处罚）决定', en: 'Sending the decision to the victim' },
  startsWith: { zh: '作出决定', en: 'Decision' },
  standing: 'confirmed',
  limit: days(2),
  rollsOver: 'always',
  counting: administrativeCounting,
} as const
const victimRules = { law: 'proc-admin', article: '172' }
export const copyToVictim2012 = defineRule({
  ...copyToVictim,
  inForce: until2025,
  basis: [victimRules, { law: 'psapl-2012', article: '97' }],
})
export const copyToVictim2025 = defineRule({
  ...copyToVictim,
  inForce: from2026,
  basis: [victimRules, { law: 'psapl-2025', article: '116' }],
})
