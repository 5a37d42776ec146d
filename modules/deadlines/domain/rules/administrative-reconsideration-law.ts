import { day } from '#kernel/beijing-time.ts'
import { defineRule } from '../deadline-rule.ts'
import { days } from '../length.ts'

/** 申请行政复议。法律规定超过六十日的除外；未告知权利的，最长一年。 */
export const reconsiderationApply = defineRule({
  id: 'admin_reconsideration_apply',
  title: { zh: '申请行政复议', en: 'Applying for administrative reconsideration' },
  startsWith: { zh: '知道或者应当知道该行政行为', en: 'Knowledge of the act' },
  inForce: { from: day('2024-01-01'), to: null },
  standing: 'confirmed',
  limit: days(60),
  rollsOver: 'always',
  basis: [
    { law: 'reconsideration-law', article: '20' },
    { law: 'reconsideration-law', article: '23' },
  ],
  counting: [{ law: 'reconsideration-law', article: '88' }],
})
