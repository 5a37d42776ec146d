import { day } from '#kernel/beijing-time.ts'
import { administrativeCounting, cite, defineRule } from '../deadline-rule.ts'
import { hours } from '../length.ts'

// 公安机关涉案财物管理若干规定。
const common = { inForce: { from: day('2015-09-01'), to: null }, standing: 'confirmed', counting: administrativeCounting } as const

export const propertyInspectorateFiling = defineRule({
  ...common,
  id: 'property_inspectorate_filing',
  title: { zh: '涉案财物法律文书抄送警务督察', en: 'Copies of legal papers to the police inspectorate' },
  startsWith: { zh: '收到或者登记', en: 'Receipt or registration' },
  limit: hours(24),
  rollsOver: 'never',
  basis: cite('property-rules-2015', '13'),
})
