import { day } from '#kernel/beijing-time.ts'
import { cite, defineRule } from '../deadline-rule.ts'
import { hours } from '../length.ts'

// 拘留所条例。
const common = {
  inForce: { from: day('2012-04-01'), to: null },
  standing: 'confirmed',
  counting: cite('detention-house-regulations', '32'),
} as const

/** 接收日至次日为一日；合并执行最长二十日。 */
export const adminDetentionTerm = defineRule({
  ...common,
  id: 'admin_detention_term',
  title: { zh: '行政拘留期限', en: 'Term of administrative detention' },
  startsWith: { zh: '拘留所接收', en: 'Intake at the detention house' },
  limit: { decided: 'full-day', most: 20 },
  pausedBy: { 'approved-leave': [...cite('detention-house-regulations', '27'), ...cite('psapl-2025', '126')] },
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: [...cite('detention-house-regulations', '27', '32'), ...cite('psapl-2025', '110', '126'), ...cite('proc-admin', '163')],
})

export const adminDetentionLeaveDecision = defineRule({
  ...common,
  id: 'admin_detention_leave_decision',
  title: { zh: '决定请假出所', en: 'Deciding on leave from the detention house' },
  startsWith: { zh: '收到申请', en: 'Application' },
  limit: hours(12),
  rollsOver: 'never',
  basis: cite('detention-house-regulations', '27'),
})

export const wrongfulDetentionReply = defineRule({
  ...common,
  id: 'wrongful_detention_reply',
  title: { zh: '答复拘留所关于错误拘留的通知', en: 'Reply about a suspected wrong detention' },
  startsWith: { zh: '收到通知', en: 'Notice' },
  limit: hours(24),
  rollsOver: 'never',
  basis: cite('detention-house-regulations', '12'),
})
