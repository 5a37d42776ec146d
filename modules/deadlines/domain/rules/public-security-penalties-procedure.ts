import { day } from '#kernel/beijing-time.ts'
import { administrativeCounting, cite, defineRule } from '../deadline-rule.ts'
import { days, hours, months, years } from '../length.ts'

// 治安管理处罚法：询问查证、当场处罚、罚款、拘留和时效。
const common = { inForce: { from: null, to: null }, standing: 'confirmed', counting: administrativeCounting } as const

const sober = { 'drunk-restraint': cite('proc-admin', '58') }
const newUnit = { 'jurisdiction-transfer': cite('proc-admin', '62') }

export const adminQuestioning2012 = defineRule({
  ...common,
  id: 'admin_questioning_2012',
  title: { zh: '传唤后的询问查证（2012年法）', en: 'Questioning after a summons (law of 2012)' },
  startsWith: { zh: '到案', en: 'Arrival' },
  inForce: { from: null, to: day('2025-12-31') },
  limit: hours(8),
  tiers: { 'complex-and-detention-possible': { limit: hours(24) } },
  pausedBy: sober,
  restartedBy: newUnit,
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: [...cite('psapl-2012', '83'), ...cite('proc-admin', '69')],
})

export const adminQuestioning2025 = defineRule({
  ...common,
  id: 'admin_questioning_2025',
  title: { zh: '传唤后的询问查证', en: 'Questioning after a summons' },
  startsWith: { zh: '到案', en: 'Arrival' },
  inForce: { from: day('2026-01-01'), to: null },
  limit: hours(8),
  tiers: { 'many-people-or-identity-unknown': { limit: hours(12) }, 'complex-and-detention-possible': { limit: hours(24) } },
  pausedBy: sober,
  restartedBy: newUnit,
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: [...cite('psapl-2025', '97'), ...cite('proc-admin', '58', '69')],
})

export const onspotPenaltyReport = defineRule({
  ...common,
  id: 'onspot_penalty_report',
  title: { zh: '当场处罚备案', en: 'Filing an on-the-spot penalty' },
  startsWith: { zh: '作出决定', en: 'Decision' },
  limit: hours(24),
  restartedBy: { 'returned-to-unit': cite('proc-admin', '39') },
  rollsOver: 'never',
  basis: [...cite('psapl-2025', '120'), ...cite('proc-admin', '39')],
})

export const onspotPenaltyReport2 = defineRule({
  ...common,
  id: 'onspot_penalty_report.2',
  title: { zh: '交通警察当场处罚备案', en: 'The same by the traffic police' },
  startsWith: { zh: '作出决定', en: 'Decision' },
  limit: days(2),
  rollsOver: 'never',
  basis: cite('proc-admin', '39'),
})

export const onspotPenaltyReport3 = defineRule({
  ...common,
  id: 'onspot_penalty_report.3',
  title: { zh: '旅客列车、民航飞机、水上当场处罚备案', en: 'The same on trains, aircraft and water' },
  startsWith: { zh: '返回', en: 'Return' },
  limit: hours(24),
  rollsOver: 'never',
  basis: cite('proc-admin', '39'),
})

export const finePayment = defineRule({
  ...common,
  id: 'fine_payment',
  title: { zh: '缴纳罚款', en: 'Paying the fine' },
  startsWith: { zh: '收到决定书', en: 'Receipt of the decision' },
  limit: days(15),
  extensions: [{ most: 'as-decided', approvers: [], when: { zh: '经批准延期、分期缴纳', en: 'deferral or instalments, approved' } }],
  rollsOver: 'always',
  basis: [...cite('psapl-2025', '123'), ...cite('penalty-law', '67'), ...cite('proc-admin', '214', '217')],
})

/** 水上、旅客列车上收缴的，自抵岸、到站之日起算。 */
export const onspotFineHandover = defineRule({
  ...common,
  id: 'onspot_fine_handover',
  title: { zh: '交回当场收缴的罚款', en: 'Handing in a fine collected on the spot' },
  startsWith: { zh: '收缴', en: 'Collection' },
  limit: days(2),
  restartedBy: { 'returned-to-unit': cite('proc-admin', '216') },
  rollsOver: 'always',
  basis: [...cite('psapl-2025', '124'), ...cite('proc-admin', '216')],
})

export const onspotFineHandover2 = defineRule({
  ...common,
  id: 'onspot_fine_handover.2',
  title: { zh: '公安机关将罚款缴付银行', en: 'The bureau pays the fine to the bank' },
  startsWith: { zh: '收到罚款', en: 'Receipt of the fine' },
  limit: days(2),
  rollsOver: 'always',
  basis: [...cite('psapl-2025', '124'), ...cite('proc-admin', '216')],
})

export const adminDetentionCombinedCap = defineRule({
  ...common,
  id: 'admin_detention_combined_cap',
  title: { zh: '合并执行拘留的最长期限', en: 'Cap of combined detention' },
  startsWith: { zh: '拘留所接收', en: 'Intake' },
  limit: days(20),
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: [...cite('psapl-2025', '16'), ...cite('proc-admin', '162')],
})

export const publicSecurityLimitation = defineRule({
  ...common,
  id: 'public_security_limitation',
  title: { zh: '治安管理处罚时效', en: 'Limitation of public-order penalties' },
  startsWith: { zh: '行为发生或者终了', en: 'Act, or end of a continuing act' },
  limit: months(6),
  rollsOver: 'never',
  basis: [...cite('psapl-2025', '25'), ...cite('proc-admin', '154'), ...cite('penalty-law', '36')],
})

export const publicSecurityLimitation2 = defineRule({
  ...common,
  id: 'public_security_limitation.2',
  title: { zh: '其他行政处罚时效', en: 'Limitation of other penalties' },
  startsWith: { zh: '行为发生或者终了', en: 'Act, or end of a continuing act' },
  limit: years(2),
  rollsOver: 'never',
  basis: [...cite('proc-admin', '154'), ...cite('penalty-law', '36')],
})

export const publicSecurityLimitation3 = defineRule({
  ...common,
  id: 'public_security_limitation.3',
  title: { zh: '涉及生命健康、金融安全且有危害后果的处罚时效', en: 'Limitation where life, health or financial safety was harmed' },
  startsWith: { zh: '行为发生或者终了', en: 'Act, or end of a continuing act' },
  limit: years(5),
  rollsOver: 'never',
  basis: cite('penalty-law', '36'),
})

export const priorPenaltyWindow2012 = defineRule({
  ...common,
  id: 'prior_penalty_window',
  title: { zh: '从重处罚的前次处罚期间（2012年法）', en: 'How long an earlier penalty makes a new one heavier (law of 2012)' },
  startsWith: { zh: '前次处罚', en: 'Earlier penalty' },
  inForce: { from: null, to: day('2025-12-31') },
  limit: months(6),
  rollsOver: 'never',
  basis: cite('proc-admin', '160(4)'),
})

export const priorPenaltyWindow2025 = defineRule({
  ...common,
  id: 'prior_penalty_window',
  title: { zh: '从重处罚的前次处罚期间', en: 'How long an earlier penalty makes a new one heavier' },
  startsWith: { zh: '前次处罚', en: 'Earlier penalty' },
  inForce: { from: day('2026-01-01'), to: null },
  limit: years(1),
  rollsOver: 'never',
  basis: cite('psapl-2025', '22'),
})

export const adminDetentionFamilyNotice = defineRule({
  ...common,
  id: 'admin_detention_family_notice',
  title: { zh: '拘留决定通知家属', en: 'Telling the family of a detention penalty' },
  startsWith: { zh: '作出决定', en: 'Decision' },
  limit: { words: { zh: '及时（法律未规定天数）', en: 'promptly (the law names no number)' } },
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: [...cite('psapl-2025', '116'), ...cite('proc-admin', '176')],
})
