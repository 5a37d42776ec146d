import { day } from '#kernel/beijing-time.ts'
import { criminalCounting, defineRule } from '../deadline-rule.ts'
import { days } from '../length.ts'

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
  approvers: ['county-leader'],
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
