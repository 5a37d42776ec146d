import { day } from '#kernel/beijing-time.ts'
import { cite, criminalCounting, defineRule } from '../deadline-rule.ts'
import { days, hours } from '../length.ts'

const common = {
  inForce: { from: day('2020-09-01'), to: null },
  standing: 'confirmed',
  rollsOver: 'always',
  counting: criminalCounting,
} as const

export const noFilingNoticeService = defineRule({
  ...common,
  id: 'no_filing_notice_service',
  title: { zh: '送达不予立案通知书', en: 'Serving the no-filing notice' },
  startsWith: { zh: '作出不予立案决定', en: 'Decision not to file' },
  limit: days(3),
  basis: [{ law: 'proc-crim', article: '178' }],
})

export const noFilingReconsiderationApply = defineRule({
  ...common,
  id: 'no_filing_reconsideration_apply',
  title: { zh: '对不予立案申请复议', en: 'Asking for reconsideration of a refusal to file' },
  startsWith: { zh: '收到不予立案通知书', en: 'Receipt of the notice' },
  limit: days(7),
  basis: [{ law: 'proc-crim', article: '179' }],
})

// law: 案情重大、复杂的，经批准可以延长，并书面告知申请人。
const longerForComplex = {
  most: { adds: days(30) },
  approvers: [],
  when: { zh: '情况复杂', en: 'major or complex' },
} as const

export const noFilingReconsiderationDecide = defineRule({
  ...common,
  id: 'no_filing_reconsideration_decide',
  title: { zh: '对不予立案复议作出决定', en: 'Deciding the reconsideration' },
  startsWith: { zh: '收到复议申请', en: 'Receipt of the application' },
  limit: days(30),
  extensions: [longerForComplex],
  basis: [{ law: 'proc-crim', article: '179' }],
})

export const noFilingReviewApply = defineRule({
  ...common,
  id: 'no_filing_review_apply',
  title: { zh: '对不予立案复议决定申请复核', en: 'Asking the next higher bureau for review' },
  startsWith: { zh: '收到复议决定书', en: 'Receipt of the reconsideration decision' },
  limit: days(7),
  basis: [{ law: 'proc-crim', article: '179' }],
})

export const noFilingReviewDecide = defineRule({
  ...common,
  id: 'no_filing_review_decide',
  title: { zh: '上一级公安机关作出复核决定', en: 'The next higher bureau decides the review' },
  startsWith: { zh: '收到复核申请', en: 'Receipt of the application' },
  limit: days(30),
  extensions: [longerForComplex],
  basis: [{ law: 'proc-crim', article: '179' }],
})

// 公安机关办理刑事案件程序规定：受案、立案和立案监督。
const current = { inForce: { from: null, to: null }, standing: 'confirmed', counting: criminalCounting } as const

export const acceptanceReceipt = defineRule({
  ...current,
  id: 'acceptance_receipt',
  title: { zh: '交付受案回执、立案告知书', en: 'Handing over the acceptance receipt or filing notice' },
  startsWith: { zh: '受案或者立案', en: 'Acceptance or filing' },
  standing: 'secondary',
  limit: { words: { zh: '受案时', en: 'with acceptance' } },
  rollsOver: 'never',
  basis: [...cite('proc-crim', '171'), ...cite('proc-admin', '61')],
})

export const adminAgencyTransferReview = defineRule({
  ...current,
  id: 'admin_agency_transfer_review',
  title: { zh: '审查行政机关移送的案件', en: 'Reviewing a case from an administrative agency' },
  startsWith: { zh: '收到', en: 'Receipt' },
  limit: days(3),
  extensions: [
    {
      most: { total: days(10) },
      approvers: [],
      when: { zh: '经济犯罪案件', en: 'economic crime' },
      basis: cite('economic-crime-rules-2017', '16'),
    },
    {
      most: { total: days(30) },
      approvers: ['county-leader'],
      when: { zh: '经济犯罪，重大、疑难、复杂', en: 'economic crime, major or complex' },
      basis: cite('economic-crime-rules-2017', '16'),
    },
    {
      most: { adds: days(30) },
      approvers: ['next-higher-bureau'],
      when: { zh: '经济犯罪，特别重大', en: 'economic crime, especially major' },
      follows: true,
      basis: cite('economic-crime-rules-2017', '16'),
    },
  ],
  rollsOver: 'always',
  basis: [...cite('proc-crim', '180'), ...cite('transfer-provisions', '8'), ...cite('economic-crime-rules-2017', '16')],
})

export const adminAgencyTransferReview2 = defineRule({
  ...current,
  id: 'admin_agency_transfer_review.2',
  title: { zh: '要求移送机关补充材料', en: 'Asking the agency for missing material' },
  startsWith: { zh: '收到', en: 'Receipt' },
  limit: hours(24),
  rollsOver: 'never',
  basis: [...cite('proc-crim', '180'), ...cite('transfer-provisions', '8')],
})

export const adminAgencyTransferReview3 = defineRule({
  ...current,
  id: 'admin_agency_transfer_review.3',
  title: { zh: '移送机关补充材料', en: 'The agency supplements' },
  startsWith: { zh: '收到补充要求', en: 'Request received' },
  limit: days(3),
  rollsOver: 'always',
  basis: [...cite('proc-crim', '180'), ...cite('transfer-provisions', '8')],
})

export const agencyNoFilingReconsideration = defineRule({
  ...current,
  id: 'agency_no_filing_reconsideration',
  title: { zh: '移送机关申请复议', en: 'The transferring agency asks for reconsideration' },
  startsWith: { zh: '收到不予立案通知书', en: 'Receipt of the notice' },
  limit: days(3),
  rollsOver: 'always',
  basis: [...cite('proc-crim', '181'), ...cite('transfer-provisions', '9')],
})

export const agencyNoFilingReconsideration2 = defineRule({
  ...current,
  id: 'agency_no_filing_reconsideration.2',
  title: { zh: '公安机关对移送机关的复议作出决定', en: 'The bureau decides that reconsideration' },
  startsWith: { zh: '收到复议申请', en: 'Receipt of the application' },
  limit: days(3),
  rollsOver: 'always',
  basis: [...cite('proc-crim', '181'), ...cite('transfer-provisions', '9')],
})

export const procuratorateExplainNoFiling = defineRule({
  ...current,
  id: 'procuratorate_explain_no_filing',
  title: { zh: '向检察机关说明不立案理由', en: 'Explaining to the procuratorate why it was not filed' },
  startsWith: { zh: '收到通知', en: 'Notice received' },
  limit: days(7),
  rollsOver: 'always',
  basis: [...cite('proc-crim', '182'), ...cite('spp-rules', '560')],
})

export const procuratorateOrderToFile = defineRule({
  ...current,
  id: 'procuratorate_order_to_file',
  title: { zh: '依检察机关通知立案', en: 'Filing on the order of the procuratorate' },
  startsWith: { zh: '收到通知', en: 'Order received' },
  limit: days(15),
  rollsOver: 'always',
  basis: [...cite('proc-crim', '182'), ...cite('spp-rules', '563')],
})
