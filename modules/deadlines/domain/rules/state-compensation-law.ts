import { cite, defineRule } from '../deadline-rule.ts'
import { days, months, years } from '../length.ts'

// 国家赔偿法。
const common = { inForce: { from: null, to: null }, standing: 'confirmed', counting: cite('compensation-law', '13') } as const

export const stateCompDecision = defineRule({
  ...common,
  id: 'state_comp_decision',
  title: { zh: '作出赔偿决定', en: 'Compensation decision' },
  startsWith: { zh: '收到申请', en: 'Application' },
  limit: months(2),
  rollsOver: 'always',
  basis: cite('compensation-law', '13', '23'),
})

export const stateCompDecision2 = defineRule({
  ...common,
  id: 'state_comp_decision.2',
  title: { zh: '送达赔偿决定', en: 'Serving the compensation decision' },
  startsWith: { zh: '作出决定', en: 'Decision' },
  limit: days(10),
  rollsOver: 'always',
  basis: cite('compensation-law', '13', '23'),
})

export const stateCompNext = defineRule({
  ...common,
  id: 'state_comp_next',
  title: { zh: '刑事赔偿申请复议', en: 'Asking for reconsideration in criminal compensation' },
  startsWith: { zh: '期限届满或者收到决定', en: 'Expiry or decision' },
  limit: days(30),
  rollsOver: 'always',
  basis: cite('compensation-law', '24'),
})

export const stateCompNext2 = defineRule({
  ...common,
  id: 'state_comp_next.2',
  title: { zh: '刑事赔偿复议作出决定', en: 'Deciding that reconsideration' },
  startsWith: { zh: '收到复议申请', en: 'Receipt of the application' },
  limit: months(2),
  rollsOver: 'always',
  basis: cite('compensation-law', '25'),
})

export const stateCompNext3 = defineRule({
  ...common,
  id: 'state_comp_next.3',
  title: { zh: '向赔偿委员会申请', en: 'Applying to the compensation committee' },
  startsWith: { zh: '期限届满或者收到复议决定', en: 'Expiry or decision' },
  limit: days(30),
  rollsOver: 'always',
  basis: cite('compensation-law', '25'),
})

export const stateCompNext4 = defineRule({
  ...common,
  id: 'state_comp_next.4',
  title: { zh: '行政赔偿提起诉讼', en: 'Suing for administrative compensation' },
  startsWith: { zh: '期限届满或者作出决定', en: 'Expiry or decision' },
  limit: months(3),
  rollsOver: 'always',
  basis: cite('compensation-law', '14'),
})

export const stateCompLimitation = defineRule({
  ...common,
  id: 'state_comp_limitation',
  title: { zh: '请求国家赔偿的时效', en: 'Limitation of claims' },
  startsWith: { zh: '知道或者应当知道', en: 'Knowledge' },
  limit: years(2),
  rollsOver: 'never',
  basis: cite('compensation-law', '39'),
})

export const stateCompPayment = defineRule({
  ...common,
  id: 'state_comp_payment',
  title: { zh: '向财政部门提出支付申请', en: 'The bureau applies to the finance department' },
  startsWith: { zh: '收到支付申请', en: 'Application' },
  limit: days(7),
  rollsOver: 'always',
  basis: cite('compensation-law', '37'),
})

export const stateCompPayment2 = defineRule({
  ...common,
  id: 'state_comp_payment.2',
  title: { zh: '财政部门支付', en: 'The finance department pays' },
  startsWith: { zh: '收到支付申请', en: 'Application received' },
  limit: days(15),
  rollsOver: 'always',
  basis: cite('compensation-law', '37'),
})
