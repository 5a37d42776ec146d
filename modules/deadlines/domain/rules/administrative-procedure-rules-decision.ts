import { administrativeCounting, cite, defineRule } from '../deadline-rule.ts'
import { days, months, workdays } from '../length.ts'

// 公安机关办理行政案件程序规定：鉴定、冻结、听证、调解、告知和送达。
const common = { inForce: { from: null, to: null }, standing: 'confirmed', counting: administrativeCounting } as const

export const mediationSecondRound = defineRule({
  ...common,
  id: 'mediation_second_round',
  title: { zh: '再次调解', en: 'Second mediation' },
  startsWith: { zh: '第一次调解', en: 'First mediation' },
  limit: workdays(7),
  rollsOver: 'never',
  basis: cite('proc-admin', '183'),
})

export const mediationClockRestart = defineRule({
  ...common,
  id: 'mediation_clock_restart',
  title: { zh: '调解未成的案件，办案期限', en: 'Case limit after a failed mediation' },
  startsWith: { zh: '调解未达成协议或者协议不履行', en: 'Mediation failed or its agreement not performed' },
  limit: { words: { zh: '自该日起重新计算整个办案期限', en: 'the full case limit begins anew that day' } },
  rollsOver: 'never',
  basis: cite('proc-admin', '185'),
})

export const adminAppraisalCopyService = defineRule({
  ...common,
  id: 'admin_appraisal_copy_service',
  title: { zh: '送达鉴定意见复印件', en: 'Serving the copy of an appraisal' },
  startsWith: { zh: '收到鉴定意见', en: 'Receipt of the opinion' },
  limit: days(5),
  rollsOver: 'always',
  basis: cite('proc-admin', '97'),
})

export const adminReappraisalRequest = defineRule({
  ...common,
  id: 'admin_reappraisal_request',
  title: { zh: '申请重新鉴定', en: 'Asking for another appraisal' },
  startsWith: { zh: '收到鉴定意见复印件', en: 'Receipt of the copy' },
  limit: days(3),
  rollsOver: 'always',
  basis: cite('proc-admin', '97'),
})

export const adminReappraisalRefusalNotice = defineRule({
  ...common,
  id: 'admin_reappraisal_refusal_notice',
  title: { zh: '告知不准重新鉴定', en: 'Notice that another appraisal is refused' },
  startsWith: { zh: '作出决定', en: 'Decision' },
  limit: days(3),
  rollsOver: 'always',
  basis: cite('proc-admin', '98'),
})

export const adminFreeze = defineRule({
  ...common,
  id: 'admin_freeze',
  title: { zh: '冻结涉恐资产', en: 'Freezing assets in a terrorism case' },
  startsWith: { zh: '冻结', en: 'Freeze' },
  limit: months(2),
  extensions: [{ most: { adds: months(1) }, approvers: ['next-higher-bureau'], when: { zh: '情况复杂', en: 'complex' } }],
  rollsOver: 'not-relied-on',
  basis: [...cite('proc-admin', '113', '114'), ...cite('compulsion-law', '32')],
})

export const adminFreeze2 = defineRule({
  ...common,
  id: 'admin_freeze.2',
  title: { zh: '依照行政强制法冻结', en: 'Freezing under the general law' },
  startsWith: { zh: '冻结', en: 'Freeze' },
  limit: days(30),
  extensions: [{ most: { adds: days(30) }, approvers: ['county-leader'], when: { zh: '情况复杂', en: 'complex' } }],
  rollsOver: 'not-relied-on',
  basis: cite('compulsion-law', '32'),
})

/** 行政强制法中十日以内的期限是工作日（第六十九条）。 */
export const adminFreeze3 = defineRule({
  ...common,
  id: 'admin_freeze.3',
  title: { zh: '向当事人交付冻结决定书', en: 'Handing the freezing decision to the party' },
  startsWith: { zh: '冻结', en: 'Freeze' },
  limit: workdays(3),
  rollsOver: 'never',
  basis: [...cite('proc-admin', '114'), ...cite('compulsion-law', '69')],
})

export const hearingAccept = defineRule({
  ...common,
  id: 'hearing_accept',
  title: { zh: '决定是否受理听证', en: 'Deciding whether to accept a hearing request' },
  startsWith: { zh: '收到听证申请', en: 'Receipt of the request' },
  limit: days(2),
  rollsOver: 'always',
  basis: cite('proc-admin', '135'),
})

export const hearingNotice = defineRule({
  ...common,
  id: 'hearing_notice',
  title: { zh: '通知听证时间、地点', en: 'Notice of time and place of the hearing' },
  startsWith: { zh: '听证之日', en: 'Day of the hearing' },
  limit: days(7),
  countsBackFrom: 'start',
  rollsOver: 'never',
  basis: [...cite('proc-admin', '136'), ...cite('penalty-law', '64')],
})

export const hearingHeld = defineRule({
  ...common,
  id: 'hearing_held',
  title: { zh: '举行听证', en: 'Holding the hearing' },
  startsWith: { zh: '收到听证申请', en: 'Receipt of the request' },
  limit: days(10),
  extensions: [{ most: 'as-decided', approvers: [], when: { zh: '听证主持人决定延期', en: 'postponed by the presider' } }],
  rollsOver: 'always',
  basis: cite('proc-admin', '137'),
})

export const penaltyPreNoticeByPublication = defineRule({
  ...common,
  id: 'penalty_pre_notice_by_publication',
  title: { zh: '公告告知拟处罚', en: 'Pre-penalty notice by publication' },
  startsWith: { zh: '公告', en: 'Publication' },
  limit: days(7),
  rollsOver: 'always',
  basis: cite('proc-admin', '168'),
})

/** 至少六十日。 */
export const serviceByPublication = defineRule({
  ...common,
  id: 'service_by_publication',
  title: { zh: '公告送达', en: 'Service by public notice' },
  startsWith: { zh: '公告', en: 'Publication' },
  limit: days(60),
  rollsOver: 'always',
  basis: cite('proc-admin', '36'),
})
