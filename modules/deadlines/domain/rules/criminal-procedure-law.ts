import { day } from '#kernel/beijing-time.ts'
import { cite, criminalCounting, defineRule } from '../deadline-rule.ts'
import { days, hours, months } from '../length.ts'

/** 审查起诉期限。改变管辖、补充侦查后再次移送的，重新计算；在押的，节假日不顺延。 */
export const prosecutionReview = defineRule({
  id: 'prosecution_review',
  title: { zh: '人民检察院审查起诉', en: 'Review for prosecution by the procuratorate' },
  startsWith: { zh: '人民检察院收到移送起诉的案件', en: 'Case received by the procuratorate' },
  inForce: { from: null, to: null },
  standing: 'confirmed',
  limit: months(1),
  extensions: [
    {
      most: { adds: days(15) },
      approvers: [],
      when: { zh: '重大、复杂案件', en: 'major or complex' },
    },
  ],
  pausedBy: { 'psychiatric-appraisal': cite('cpl', '149'), 'returned-for-supplement': cite('cpl', '175') },
  restartedBy: {
    'jurisdiction-transfer': [{ law: 'cpl', article: '172' }],
    resubmitted: [{ law: 'cpl', article: '175' }],
  },
  rollsOver: 'unless-in-custody',
  basis: [
    { law: 'cpl', article: '172' },
    { law: 'spp-rules', article: '351' },
  ],
  counting: criminalCounting,
})

// 刑事诉讼法：律师、变更措施、技术侦查、补充侦查和审判。
const common = { inForce: { from: null, to: null }, standing: 'confirmed', counting: criminalCounting } as const

export const measureChangeDecision = defineRule({
  ...common,
  id: 'measure_change_decision',
  title: { zh: '决定变更强制措施申请', en: 'Deciding an application to change the measure' },
  startsWith: { zh: '收到申请', en: 'Receipt' },
  limit: days(3),
  rollsOver: 'always',
  basis: [...cite('cpl', '97'), ...cite('proc-crim', '160')],
})

export const custodyNecessityReply = defineRule({
  ...common,
  id: 'custody_necessity_reply',
  title: { zh: '回复检察机关释放或者变更建议', en: 'Reply to the advice to release' },
  startsWith: { zh: '收到建议', en: 'Advice' },
  limit: days(10),
  rollsOver: 'always',
  basis: [...cite('cpl', '95'), ...cite('proc-crim', '159')],
})

export const lawyerMeeting = defineRule({
  ...common,
  id: 'lawyer_meeting',
  title: { zh: '安排律师会见', en: "Arranging a lawyer's meeting" },
  startsWith: { zh: '收到会见要求', en: 'Request with papers' },
  limit: hours(48),
  rollsOver: 'never',
  basis: [...cite('cpl', '39'), ...cite('proc-crim', '52', '53')],
})

export const lawyerMeeting2 = defineRule({
  ...common,
  id: 'lawyer_meeting.2',
  title: { zh: '危害国家安全、恐怖活动案件的会见许可', en: 'Permission to meet in State-security and terrorism cases' },
  startsWith: { zh: '收到申请', en: 'Receipt of the application' },
  limit: days(3),
  rollsOver: 'never',
  basis: [...cite('cpl', '39'), ...cite('proc-crim', '52')],
})

export const propertyUnrelatedRelease = defineRule({
  ...common,
  id: 'property_unrelated_release',
  title: { zh: '退还与案件无关的财物', en: 'Releasing property found unrelated' },
  startsWith: { zh: '查明', en: 'Finding' },
  limit: days(3),
  rollsOver: 'always',
  basis: [...cite('cpl', '145'), ...cite('proc-crim', '233', '247'), ...cite('property-rules-2015', '*')],
})

export const techInvestigation = defineRule({
  ...common,
  id: 'tech_investigation',
  title: { zh: '技术侦查措施', en: 'Technical investigation' },
  startsWith: { zh: '签发', en: 'Signature' },
  limit: months(3),
  extensions: [
    {
      most: { adds: months(3) },
      times: 'any',
      approvers: [],
      when: { zh: '复杂、疑难案件，经批准', en: 'difficult or complex, approved' },
    },
  ],
  rollsOver: 'never',
  basis: [...cite('cpl', '151'), ...cite('proc-crim', '266')],
})

export const prosecutionReviewFast = defineRule({
  ...common,
  id: 'prosecution_review_fast',
  title: { zh: '速裁案件审查起诉', en: 'Review for prosecution in a fast-track case' },
  startsWith: { zh: '人民检察院收到移送起诉的案件', en: 'Case received by the procuratorate' },
  inForce: { from: day('2018-10-26'), to: null },
  limit: days(10),
  extensions: [{ most: { total: days(15) }, approvers: [], when: { zh: '可能判处一年以上', en: 'more than one year possible' } }],
  pausedBy: { 'psychiatric-appraisal': cite('cpl', '149'), 'returned-for-supplement': cite('cpl', '175') },
  restartedBy: { 'jurisdiction-transfer': cite('cpl', '172'), resubmitted: cite('cpl', '175') },
  rollsOver: 'unless-in-custody',
  basis: cite('cpl', '172'),
})

export const prosecutionReviewFast2 = defineRule({
  ...common,
  id: 'prosecution_review_fast.2',
  title: { zh: '可能判处一年以上的速裁案件审查起诉', en: 'The same where more than one year is possible' },
  startsWith: { zh: '人民检察院收到移送起诉的案件', en: 'Case received by the procuratorate' },
  inForce: { from: day('2018-10-26'), to: null },
  limit: days(15),
  rollsOver: 'unless-in-custody',
  basis: cite('cpl', '172'),
})

/** 以二次为限；每次退回是一项新的期限。 */
export const supplementaryInvestigation = defineRule({
  ...common,
  id: 'supplementary_investigation',
  title: { zh: '补充侦查', en: 'Supplementary investigation' },
  startsWith: { zh: '收到退回补充侦查文书', en: 'Return document received' },
  limit: months(1),
  rollsOver: 'unless-in-custody',
  basis: [...cite('cpl', '175'), ...cite('proc-crim', '295')],
})

export const nonprosecutionVictimAppeal = defineRule({
  ...common,
  id: 'nonprosecution_victim_appeal',
  title: { zh: '被害人对不起诉申诉', en: 'The victim appeals non-prosecution' },
  startsWith: { zh: '收到决定书', en: 'Receipt' },
  limit: days(7),
  rollsOver: 'always',
  basis: cite('cpl', '180'),
})

export const firstInstanceTrial = defineRule({
  ...common,
  id: 'first_instance_trial',
  title: { zh: '公诉案件一审', en: 'First-instance trial of a public prosecution' },
  startsWith: { zh: '受理', en: 'Acceptance' },
  limit: months(2),
  extensions: [
    { most: { total: months(3) }, approvers: [], when: { zh: '至迟', en: 'at the latest' } },
    { most: { adds: months(3) }, approvers: [], when: { zh: '经上一级人民法院批准', en: 'approved by the next higher court' } },
  ],
  rollsOver: 'never',
  basis: cite('cpl', '208'),
})

export const firstInstanceTrial2 = defineRule({
  ...common,
  id: 'first_instance_trial.2',
  title: { zh: '公诉案件一审（至迟）', en: 'First-instance trial, at the latest' },
  startsWith: { zh: '受理', en: 'Acceptance' },
  limit: months(3),
  extensions: [{ most: { adds: months(3) }, approvers: [], when: { zh: '经上一级人民法院批准', en: 'approved by the next higher court' } }],
  rollsOver: 'never',
  basis: cite('cpl', '208'),
})
