import { day } from '#kernel/beijing-time.ts'
import { administrativeCounting, cite, defineRule } from '../deadline-rule.ts'

// 110接处警工作规则。条文没有分钟数，分钟由本地设定，不是法定期限。
const common = { inForce: { from: day('2003-04-30'), to: null }, standing: 'confirmed', counting: administrativeCounting } as const

export const callService = defineRule({
  ...common,
  id: 'call_service',
  title: { zh: '110报警服务台全天受理', en: 'Emergency calls taken round the clock' },
  startsWith: { zh: '报警服务台运行', en: 'The desk is open' },
  standing: 'secondary',
  limit: { words: { zh: '全天24小时', en: 'round the clock' } },
  rollsOver: 'never',
  basis: cite('call-rules-2003', '2'),
})

export const callDispatchUrgent = defineRule({
  ...common,
  id: 'call_dispatch_urgent',
  title: { zh: '紧急警情出警', en: 'Going to the scene of an urgent call' },
  startsWith: { zh: '接到出警指令', en: 'Dispatch order received' },
  standing: 'secondary',
  limit: { words: { zh: '立即（分钟由本地设定）', en: 'immediately (minutes are a local setting)' } },
  rollsOver: 'never',
  basis: cite('call-rules-2003', '*'),
})

export const callDispatchNonurgent = defineRule({
  ...common,
  id: 'call_dispatch_nonurgent',
  title: { zh: '非紧急警情出警', en: 'Going to other calls' },
  startsWith: { zh: '接到出警指令', en: 'Dispatch order received' },
  standing: 'secondary',
  limit: { words: { zh: '视情尽快', en: 'as soon as circumstances allow' } },
  rollsOver: 'never',
  basis: cite('call-rules-2003', '*'),
})
