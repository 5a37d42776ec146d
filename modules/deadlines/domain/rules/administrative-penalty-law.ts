import { defineRule } from '../deadline-rule.ts'
import { workdays } from '../length.ts'

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
