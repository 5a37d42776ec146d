import { day } from '#kernel/beijing-time.ts'
import { administrativeCounting, cite, defineRule } from '../deadline-rule.ts'
import { workdays } from '../length.ts'

// 公安行政案件立卷规范（二手来源）。
const common = { inForce: { from: day('2019-01-01'), to: null }, standing: 'confirmed', counting: administrativeCounting } as const

export const adminFileBinding = defineRule({
  ...common,
  id: 'admin_file_binding',
  title: { zh: '行政案件立卷', en: 'Binding the case file' },
  startsWith: { zh: '结案或者终止调查', en: 'Closure or termination' },
  standing: 'secondary',
  limit: workdays(10),
  rollsOver: 'never',
  basis: cite('file-binding-standard', '*'),
})
