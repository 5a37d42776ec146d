import { day } from '#kernel/beijing-time.ts'
import { administrativeCounting, defineRule } from '../deadline-rule.ts'
import { days, workdays } from '../length.ts'

/** 治安案件以外的行政处罚案件。法律、法规、规章另有规定的，从其规定。 */
export const otherPenaltyLimit = defineRule({
  id: 'other_admin_penalty_limit',
  title: { zh: '其他行政处罚案件办案期限', en: 'Limit of other administrative penalty cases' },
  startsWith: { zh: '立案', en: 'Filing' },
  inForce: { from: day('2021-07-15'), to: null },
  standing: 'confirmed',
  limit: days(90),
  rollsOver: 'always',
  basis: [{ law: 'penalty-law', article: '60' }],
  counting: administrativeCounting,
})

/** 其他行政处罚决定书的送达。行政处罚法的“七日”是工作日。 */
export const penaltyServiceOther = defineRule({
  id: 'penalty_service_other',
  title: { zh: '送达其他行政处罚决定书', en: 'Serving other penalty decisions' },
  startsWith: { zh: '作出决定（未能当场交付）', en: 'Decision not handed over in person' },
  inForce: { from: null, to: null },
  standing: 'confirmed',
  limit: workdays(7),
  rollsOver: 'never',
  basis: [
    { law: 'penalty-law', article: '61' },
    { law: 'penalty-law', article: '85' },
    { law: 'proc-admin', article: '36' },
  ],
  counting: [{ law: 'penalty-law', article: '85' }],
})
