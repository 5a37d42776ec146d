import { administrativeCounting, cite, defineRule } from '../deadline-rule.ts'

// 公安机关执法办案场所办案区使用管理规定。
const common = { inForce: { from: null, to: null }, standing: 'confirmed', counting: administrativeCounting } as const

export const caseAreaStay = defineRule({
  ...common,
  id: 'case_area_stay',
  title: { zh: '办案区停留', en: 'Stay in the case-handling area' },
  startsWith: { zh: '进入办案区', en: 'Entry' },
  standing: 'secondary',
  limit: { words: { zh: '无单独期限，从询问、传唤、送押期限', en: 'no number of its own: follows questioning, summons and delivery' } },
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: cite('case-area-rules', '4', '5'),
})
