import { day } from '#kernel/beijing-time.ts'
import { administrativeCounting, cite, defineRule } from '../deadline-rule.ts'
import { days, hours, months } from '../length.ts'

// 公安机关办理行政案件程序规定：强制措施、询问、快速办理、回避。
const common = { inForce: { from: null, to: null }, standing: 'confirmed', counting: administrativeCounting } as const

const sober = { 'drunk-restraint': cite('proc-admin', '58') }
const newUnit = { 'jurisdiction-transfer': cite('proc-admin', '62') }

export const surrenderQuestioning2012 = defineRule({
  ...common,
  id: 'admin_surrender_questioning',
  title: { zh: '投案、扭送人员的询问查证', en: 'Questioning after surrender or hand-over by the public' },
  startsWith: { zh: '到案', en: 'Arrival' },
  inForce: { from: null, to: day('2025-12-31') },
  limit: hours(8),
  tiers: { 'complex-and-detention-possible': { limit: hours(24) } },
  pausedBy: sober,
  restartedBy: newUnit,
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: [...cite('proc-admin', '70'), ...cite('psapl-2012', '83')],
})

export const surrenderQuestioning2025 = defineRule({
  ...common,
  id: 'admin_surrender_questioning',
  title: { zh: '投案、扭送人员的询问查证', en: 'Questioning after surrender or hand-over by the public' },
  startsWith: { zh: '到案', en: 'Arrival' },
  inForce: { from: day('2026-01-01'), to: null },
  limit: hours(8),
  tiers: { 'many-people-or-identity-unknown': { limit: hours(12) }, 'complex-and-detention-possible': { limit: hours(24) } },
  pausedBy: sober,
  restartedBy: newUnit,
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: [...cite('proc-admin', '70'), ...cite('psapl-2025', '97')],
})

export const adminFamilyNotice = defineRule({
  ...common,
  id: 'admin_family_notice',
  title: { zh: '传唤、限制人身自由措施通知家属', en: 'Telling the family of a summons or liberty measure' },
  startsWith: { zh: '采取措施', en: 'Measure' },
  limit: { words: { zh: '当场或者事后立即通知', en: 'at once, on the spot or immediately after' } },
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: [...cite('proc-admin', '55(5)', '67'), ...cite('psapl-2025', '97')],
})

export const terrorSuspectRestraint = defineRule({
  ...common,
  id: 'terror_suspect_restraint',
  title: { zh: '恐怖活动嫌疑人员约束措施', en: 'Restraint of a terrorism suspect' },
  startsWith: { zh: '决定', en: 'Order' },
  limit: months(3),
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: cite('proc-admin', '59'),
})

export const adminFastTrackDecision = defineRule({
  ...common,
  id: 'admin_fast_track_decision',
  title: { zh: '快速办理作出决定', en: 'Decision in fast handling' },
  startsWith: { zh: '违法嫌疑人到案', en: 'Arrival of the suspect' },
  inForce: { from: day('2019-01-01'), to: null },
  limit: hours(48),
  rollsOver: 'never',
  basis: cite('proc-admin', '40', '47', '48'),
})

export const adminRecusalDecision = defineRule({
  ...common,
  id: 'admin_recusal_decision',
  title: { zh: '决定回避申请', en: 'Deciding a recusal request' },
  startsWith: { zh: '收到申请', en: 'Receipt' },
  limit: days(2),
  rollsOver: 'always',
  basis: cite('proc-admin', '21', '24'),
})
