import { day } from '#kernel/beijing-time.ts'
import { cite, defineRule } from '../deadline-rule.ts'
import { days, months } from '../length.ts'

const counting = [{ law: 'litigation-law', article: '101' }]

export const suitDirect = defineRule({
  id: 'admin_litigation_direct',
  title: { zh: '直接提起行政诉讼', en: 'Suing directly' },
  startsWith: { zh: '知道或者应当知道该行政行为', en: 'Knowledge of the act' },
  inForce: { from: day('2017-07-01'), to: null },
  standing: 'confirmed',
  limit: months(6),
  rollsOver: 'always',
  basis: [
    { law: 'litigation-law', article: '46' },
    { law: 'litigation-law', article: '48' },
  ],
  counting,
})

export const suitAfterReconsideration = defineRule({
  id: 'admin_litigation_after_reconsideration',
  title: { zh: '不服复议决定提起行政诉讼', en: 'Suing after reconsideration' },
  startsWith: { zh: '收到复议决定书，或者复议期满', en: 'Receipt of the decision, or end of the reconsideration period' },
  inForce: { from: null, to: null },
  standing: 'confirmed',
  limit: days(15),
  rollsOver: 'always',
  basis: [{ law: 'litigation-law', article: '45' }],
  counting,
})

// 行政诉讼法：不履行职责和应诉。
const common = { inForce: { from: null, to: null }, standing: 'confirmed', counting: cite('litigation-law', '101') } as const

export const policeInactionSuit = defineRule({
  ...common,
  id: 'police_inaction_suit',
  title: { zh: '起诉不履行法定职责', en: 'Suing for failure to protect' },
  startsWith: { zh: '提出申请', en: 'Application' },
  limit: months(2),
  rollsOver: 'always',
  basis: cite('litigation-law', '47'),
})

export const adminLitigationDefence = defineRule({
  ...common,
  id: 'admin_litigation_defence',
  title: { zh: '提交证据和答辩状', en: 'Filing evidence and defence' },
  startsWith: { zh: '收到起诉状副本', en: 'Complaint received' },
  limit: days(15),
  rollsOver: 'always',
  basis: cite('litigation-law', '67'),
})
