import { day } from '#kernel/beijing-time.ts'
import { cite, criminalCounting, defineRule } from '../deadline-rule.ts'
import { days, months, years } from '../length.ts'

// 公安机关办理刑事案件程序规定：冻结、侦查协作、移送和执行。
const common = { inForce: { from: null, to: null }, standing: 'confirmed', counting: criminalCounting } as const

// law: 逾期不办理续冻手续的，视为自动解除。
const renewed = { zh: '届满前续冻', en: 'renewed before it ends' }

export const crimFreezeFunds = defineRule({
  ...common,
  id: 'crim_freeze_funds',
  title: { zh: '冻结存款、汇款等', en: 'Freezing deposits and funds' },
  startsWith: { zh: '冻结', en: 'Freeze' },
  inForce: { from: day('2020-09-01'), to: null },
  limit: months(6),
  tiers: { 'major-complex': { limit: months(12), approver: 'next-higher-bureau' } },
  extensions: [
    { most: { adds: months(6) }, times: 'any', approvers: ['county-leader'], when: renewed },
    { most: { adds: months(12) }, times: 'any', approvers: ['next-higher-bureau'], when: renewed },
  ],
  rollsOver: 'never',
  basis: cite('proc-crim', '240', '243'),
})

export const crimFreezeFunds2 = defineRule({
  ...common,
  id: 'crim_freeze_funds.2',
  title: { zh: '重大、复杂案件冻结存款、汇款等', en: 'The same in a major or complex case' },
  startsWith: { zh: '冻结', en: 'Freeze' },
  inForce: { from: day('2020-09-01'), to: null },
  limit: years(1),
  extensions: [{ most: { adds: years(1) }, times: 'any', approvers: ['next-higher-bureau'], when: renewed }],
  rollsOver: 'never',
  basis: cite('proc-crim', '240', '243'),
})

export const crimFreezeSecurities = defineRule({
  ...common,
  id: 'crim_freeze_securities',
  title: { zh: '冻结债券、股票、基金份额', en: 'Freezing bonds, shares and fund units' },
  startsWith: { zh: '冻结', en: 'Freeze' },
  inForce: { from: day('2020-09-01'), to: null },
  limit: years(2),
  extensions: [{ most: { adds: years(2) }, times: 'any', approvers: [], when: renewed }],
  rollsOver: 'never',
  basis: cite('proc-crim', '244'),
})

export const crimFreezeEquity = defineRule({
  ...common,
  id: 'crim_freeze_equity',
  title: { zh: '冻结股权、保单权益、投资权益', en: 'Freezing equity, policy and investment rights' },
  startsWith: { zh: '冻结', en: 'Freeze' },
  inForce: { from: day('2020-09-01'), to: null },
  limit: months(6),
  extensions: [{ most: { adds: months(6) }, times: 'any', approvers: [], when: renewed }],
  rollsOver: 'never',
  basis: cite('proc-crim', '239', '245'),
})

export const crimReappraisalRefusalNotice = defineRule({
  ...common,
  id: 'crim_reappraisal_refusal_notice',
  title: { zh: '告知不准补充、重新鉴定', en: 'Notice that another appraisal is refused' },
  startsWith: { zh: '作出决定', en: 'Decision' },
  limit: days(3),
  rollsOver: 'always',
  basis: cite('proc-crim', '254', '255'),
})

export const borderControlBackfill = defineRule({
  ...common,
  id: 'border_control_backfill',
  title: { zh: '补办边控手续', en: 'Full procedure after an urgent border-control request' },
  startsWith: { zh: '紧急交控', en: 'Urgent request' },
  inForce: { from: day('2020-09-01'), to: null },
  limit: days(7),
  rollsOver: 'always',
  basis: cite('proc-crim', '278'),
})

export const cooperationCheckReply = defineRule({
  ...common,
  id: 'cooperation_check_reply',
  title: { zh: '答复身份、前科核查', en: 'Reply on an identity or record check' },
  startsWith: { zh: '收到请求', en: 'Request' },
  inForce: { from: day('2020-09-01'), to: null },
  limit: days(7),
  rollsOver: 'always',
  basis: cite('proc-crim', '353'),
})

export const cooperationCheckReply2 = defineRule({
  ...common,
  id: 'cooperation_check_reply.2',
  title: { zh: '交通不便地区答复核查', en: 'The same from a remote area' },
  startsWith: { zh: '收到请求', en: 'Request' },
  inForce: { from: day('2020-09-01'), to: null },
  limit: days(15),
  rollsOver: 'always',
  basis: cite('proc-crim', '353'),
})

export const caseWithdrawalNotice = defineRule({
  ...common,
  id: 'case_withdrawal_notice',
  title: { zh: '告知撤销案件', en: 'Telling of a withdrawn case' },
  startsWith: { zh: '作出决定', en: 'Decision' },
  limit: days(3),
  rollsOver: 'always',
  basis: cite('proc-crim', '189'),
})

export const caseWithdrawalNotice2 = defineRule({
  ...common,
  id: 'case_withdrawal_notice.2',
  title: { zh: '告知终止侦查', en: 'Telling of an ended investigation' },
  startsWith: { zh: '作出决定', en: 'Decision' },
  limit: days(3),
  rollsOver: 'always',
  basis: cite('proc-crim', '189'),
})

export const nonprosecutionRelease = defineRule({
  ...common,
  id: 'nonprosecution_release',
  title: { zh: '不起诉后释放', en: 'Release when the procuratorate does not prosecute' },
  startsWith: { zh: '收到决定', en: 'Decision received' },
  limit: { words: { zh: '立即', en: 'at once' } },
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: cite('proc-crim', '293'),
})

export const nonprosecutionReconsideration = defineRule({
  ...common,
  id: 'nonprosecution_reconsideration',
  title: { zh: '对不起诉要求复议', en: 'Asking for reconsideration of non-prosecution' },
  startsWith: { zh: '收到决定', en: 'Receipt' },
  limit: days(7),
  rollsOver: 'always',
  basis: cite('proc-crim', '294'),
})

export const nonprosecutionReconsideration2 = defineRule({
  ...common,
  id: 'nonprosecution_reconsideration.2',
  title: { zh: '对不起诉提请复核', en: 'Asking for review of non-prosecution' },
  startsWith: { zh: '收到复议决定', en: 'Receipt of the decision' },
  limit: days(7),
  rollsOver: 'always',
  basis: cite('proc-crim', '294'),
})

export const conditionalNonprosecutionReconsideration = defineRule({
  ...common,
  id: 'conditional_nonprosecution_reconsideration',
  title: { zh: '对附条件不起诉要求复议', en: 'Asking for reconsideration of conditional non-prosecution' },
  startsWith: { zh: '收到决定', en: 'Receipt' },
  limit: days(7),
  rollsOver: 'always',
  basis: cite('proc-crim', '330'),
})

export const conditionalNonprosecutionReconsideration2 = defineRule({
  ...common,
  id: 'conditional_nonprosecution_reconsideration.2',
  title: { zh: '对附条件不起诉提请复核', en: 'Asking for review of conditional non-prosecution' },
  startsWith: { zh: '收到复议决定', en: 'Receipt of the decision' },
  limit: days(7),
  rollsOver: 'always',
  basis: cite('proc-crim', '330'),
})

export const compulsoryTreatmentOpinion = defineRule({
  ...common,
  id: 'compulsory_treatment_opinion',
  title: { zh: '提出强制医疗意见', en: 'Opinion for compulsory medical treatment' },
  startsWith: { zh: '鉴定', en: 'Appraisal' },
  limit: days(7),
  rollsOver: 'always',
  basis: cite('proc-crim', '343'),
})

export const deliverToPrison = defineRule({
  ...common,
  id: 'deliver_to_prison',
  title: { zh: '将罪犯交付执行', en: 'Delivering a convict to prison' },
  startsWith: { zh: '收到文书', en: 'Receipt of the papers' },
  limit: months(1),
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: cite('proc-crim', '300'),
})
