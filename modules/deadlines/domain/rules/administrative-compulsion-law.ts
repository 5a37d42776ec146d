import { day } from '#kernel/beijing-time.ts'
import { administrativeCounting, cite, defineRule } from '../deadline-rule.ts'
import { days, hours, months, workdays } from '../length.ts'

// 行政强制法。十日以内的期限是工作日（第六十九条）。
const common = { inForce: { from: null, to: null }, standing: 'confirmed', counting: administrativeCounting } as const

/** 限制人身自由的，返回后立即报告。 */
export const urgentCoerciveBackfill = defineRule({
  ...common,
  id: 'urgent_coercive_backfill',
  title: { zh: '紧急强制措施补办手续', en: 'Back-filling the approval of an urgent measure' },
  startsWith: { zh: '采取措施', en: 'Measure' },
  limit: hours(24),
  rollsOver: 'never',
  basis: [...cite('compulsion-law', '19', '20'), ...cite('proc-admin', '56')],
})

export const adminSeizure = defineRule({
  ...common,
  id: 'admin_seizure',
  title: { zh: '查封、扣押', en: 'Sealing and seizure of property' },
  startsWith: { zh: '决定', en: 'Order' },
  inForce: { from: day('2012-01-01'), to: null },
  limit: days(30),
  extensions: [{ most: { adds: days(30) }, approvers: ['county-leader'], when: { zh: '情况复杂', en: 'complex' } }],
  pausedBy: { 'item-appraisal': [...cite('compulsion-law', '25'), ...cite('proc-admin', '112')] },
  restartedBy: { 'jurisdiction-transfer': cite('proc-admin', '62') },
  rollsOver: 'not-relied-on',
  basis: [...cite('compulsion-law', '25'), ...cite('proc-admin', '112', '62')],
})

export const courtEnforcementDemand = defineRule({
  ...common,
  id: 'court_enforcement_demand',
  title: { zh: '申请强制执行前的催告', en: 'Demand before asking the court' },
  startsWith: { zh: '送达催告书', en: 'Service of the demand' },
  limit: workdays(10),
  rollsOver: 'never',
  basis: [...cite('compulsion-law', '54', '69'), ...cite('proc-admin', '207')],
})

export const courtEnforcementApply = defineRule({
  ...common,
  id: 'court_enforcement_apply',
  title: { zh: '申请人民法院强制执行', en: 'Asking the court for enforcement' },
  startsWith: { zh: '救济期限届满', en: 'End of the remedy periods' },
  limit: months(3),
  rollsOver: 'always',
  basis: [...cite('compulsion-law', '53'), ...cite('proc-admin', '206')],
})
