import { day } from '#kernel/beijing-time.ts'
import { administrativeCounting, cite, defineRule } from '../deadline-rule.ts'

// 突发事件应对法。法律没有数字，分钟由本地设定。
const common = { inForce: { from: day('2024-11-01'), to: null }, standing: 'confirmed', counting: administrativeCounting } as const

export const incidentReportUp = defineRule({
  ...common,
  id: 'incident_report_up',
  title: { zh: '重大突发事件上报', en: 'Reporting a major incident upward' },
  startsWith: { zh: '获知', en: 'Knowledge' },
  standing: 'unconfirmed',
  limit: { words: { zh: '及时、如实（分钟由本地设定）', en: 'promptly and truthfully (minutes are a local setting)' } },
  rollsOver: 'never',
  basis: cite('emergency-response-law', '*'),
})
