import { day } from '#kernel/beijing-time.ts'
import { administrativeCounting, cite, defineRule } from '../deadline-rule.ts'
import { hours } from '../length.ts'

// 反家庭暴力法。
const common = { inForce: { from: day('2016-03-01'), to: null }, standing: 'confirmed', counting: administrativeCounting } as const

export const personalProtectionOrderCourt = defineRule({
  ...common,
  id: 'personal_protection_order_court',
  title: { zh: '人民法院作出人身安全保护令', en: 'The court rules on a protection order' },
  startsWith: { zh: '受理申请', en: 'Acceptance of the application' },
  limit: hours(72),
  rollsOver: 'never',
  basis: cite('domestic-violence-law', '28'),
})

export const personalProtectionOrderCourt2 = defineRule({
  ...common,
  id: 'personal_protection_order_court.2',
  title: { zh: '情况紧急的人身安全保护令', en: 'The same in an emergency' },
  startsWith: { zh: '受理申请', en: 'Acceptance of the application' },
  limit: hours(24),
  rollsOver: 'never',
  basis: cite('domestic-violence-law', '28'),
})
