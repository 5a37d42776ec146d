import { day } from '#kernel/beijing-time.ts'
import { administrativeCounting, cite, defineRule } from '../deadline-rule.ts'
import { days, hours, workdays } from '../length.ts'

// 公安机关办理伤害案件规定。
const common = { inForce: { from: day('2006-02-01'), to: null }, standing: 'confirmed', counting: administrativeCounting } as const

export const injuryAppraisalCommission = defineRule({
  ...common,
  id: 'injury_appraisal_commission',
  title: { zh: '委托伤情鉴定', en: 'Commissioning an injury appraisal' },
  startsWith: { zh: '受理伤害案件', en: 'Acceptance of an injury case' },
  limit: hours(24),
  rollsOver: 'never',
  basis: cite('injury-rules-2006', '18'),
})

/** 简单的，二十四小时内出具意见；功能损伤的，待伤情稳定后。 */
export const injuryAppraisalResult = defineRule({
  ...common,
  id: 'injury_appraisal_result',
  title: { zh: '伤情鉴定意见', en: 'Injury appraisal opinion' },
  startsWith: { zh: '委托鉴定', en: 'Commission' },
  limit: hours(24),
  tiers: { 'major-complex': { limit: days(7) } },
  rollsOver: 'always',
  basis: cite('injury-rules-2006', '19'),
})

export const injuryAppraisalResult2 = defineRule({
  ...common,
  id: 'injury_appraisal_result.2',
  title: { zh: '伤情鉴定文书', en: 'Injury appraisal document' },
  startsWith: { zh: '委托鉴定', en: 'Commission' },
  limit: days(3),
  rollsOver: 'always',
  basis: cite('injury-rules-2006', '19'),
})

export const injuryAppraisalResult3 = defineRule({
  ...common,
  id: 'injury_appraisal_result.3',
  title: { zh: '复杂伤情的鉴定意见', en: 'Appraisal of a complex injury' },
  startsWith: { zh: '委托鉴定', en: 'Commission' },
  limit: days(7),
  rollsOver: 'always',
  basis: cite('injury-rules-2006', '19'),
})

export const injuryMediationFirst = defineRule({
  ...common,
  id: 'injury_mediation_first',
  title: { zh: '伤害案件首次调解', en: 'First mediation of an injury case' },
  startsWith: { zh: '受理，或者收到鉴定文书', en: 'Acceptance, or the appraisal document' },
  limit: workdays(3),
  rollsOver: 'never',
  basis: cite('injury-rules-2006', '36'),
})
