import { day } from '#kernel/beijing-time.ts'
import { cite, criminalCounting, defineRule } from '../deadline-rule.ts'
import { days, hours } from '../length.ts'

// 公安机关办理刑事案件程序规定：回避、法律援助、申诉控告。
const common = { inForce: { from: null, to: null }, standing: 'confirmed', counting: criminalCounting } as const

export const crimRecusalDecision = defineRule({
  ...common,
  id: 'crim_recusal_decision',
  title: { zh: '决定回避申请', en: 'Deciding a recusal request' },
  startsWith: { zh: '收到申请', en: 'Receipt' },
  inForce: { from: day('2020-09-01'), to: null },
  limit: days(2),
  tiers: { 'major-complex': { limit: days(5), approver: 'county-leader' } },
  extensions: [{ most: { total: days(5) }, approvers: ['county-leader'], when: { zh: '情况复杂', en: 'complex' } }],
  rollsOver: 'always',
  basis: cite('proc-crim', '36'),
})

export const crimRecusalDecision2 = defineRule({
  ...common,
  id: 'crim_recusal_decision.2',
  title: { zh: '对驳回回避申请复议', en: 'Asking for reconsideration of a refused recusal' },
  startsWith: { zh: '收到决定', en: 'Receipt of the decision' },
  inForce: { from: day('2020-09-01'), to: null },
  limit: days(5),
  rollsOver: 'always',
  basis: cite('proc-crim', '38'),
})

export const crimRecusalDecision3 = defineRule({
  ...common,
  id: 'crim_recusal_decision.3',
  title: { zh: '对回避复议作出决定', en: 'Deciding that reconsideration' },
  startsWith: { zh: '收到复议申请', en: 'Receipt of the application' },
  inForce: { from: day('2020-09-01'), to: null },
  limit: days(5),
  rollsOver: 'always',
  basis: cite('proc-crim', '38'),
})

export const legalAidNotification = defineRule({
  ...common,
  id: 'legal_aid_notification',
  title: { zh: '通知法律援助机构指派律师', en: 'Asking legal aid to appoint counsel' },
  startsWith: { zh: '发现', en: 'Discovery' },
  limit: days(3),
  rollsOver: 'always',
  basis: [...cite('proc-crim', '46', '320'), ...cite('legal-aid-law', '36')],
})

export const legalAidForwarding = defineRule({
  ...common,
  id: 'legal_aid_forwarding',
  title: { zh: '转交在押人员的法律援助申请', en: 'Forwarding a legal-aid application of a detainee' },
  startsWith: { zh: '收到申请', en: 'Receipt' },
  limit: hours(24),
  rollsOver: 'never',
  basis: [...cite('proc-crim', '47'), ...cite('legal-aid-law', '39')],
})

export const legalAidForwarding2 = defineRule({
  ...common,
  id: 'legal_aid_forwarding.2',
  title: { zh: '通知值班律师', en: 'Calling the duty lawyer' },
  startsWith: { zh: '收到申请', en: 'Receipt' },
  limit: hours(24),
  rollsOver: 'never',
  basis: [...cite('proc-crim', '49'), ...cite('legal-aid-law', '39')],
})

export const legalAidForwarding3 = defineRule({
  ...common,
  id: 'legal_aid_forwarding.3',
  title: { zh: '通知近亲属提供材料', en: 'Relatives are asked for papers' },
  startsWith: { zh: '收到申请', en: 'Receipt' },
  limit: days(3),
  rollsOver: 'never',
  basis: [...cite('proc-crim', '47'), ...cite('legal-aid-law', '39')],
})

export const legalAidRefusalNotice = defineRule({
  ...common,
  id: 'legal_aid_refusal_notice',
  title: { zh: '告知法律援助机构拒绝或者另行委托', en: 'Telling legal aid that its lawyer is refused or another was hired' },
  startsWith: { zh: '拒绝', en: 'Refusal' },
  limit: days(3),
  rollsOver: 'always',
  basis: cite('proc-crim', '47'),
})

export const investigationComplaint = defineRule({
  ...common,
  id: 'investigation_complaint',
  title: { zh: '答复超期羁押、保证金、财物的申诉控告', en: 'Answering a complaint about overdue custody, bail money or property' },
  startsWith: { zh: '收到', en: 'Receipt' },
  limit: days(30),
  rollsOver: 'always',
  basis: cite('proc-crim', '196'),
})
