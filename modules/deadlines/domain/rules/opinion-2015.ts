import { day } from '#kernel/beijing-time.ts'
import { administrativeCounting, cite, criminalCounting, defineRule } from '../deadline-rule.ts'
import { days, hours } from '../length.ts'

/** 刑事立案审查期限。三十日是总长，不是在三日之外另加。 */
export const criminalFilingReview = defineRule({
  id: 'crim_filing_review',
  title: { zh: '刑事立案审查', en: 'Criminal filing review' },
  startsWith: { zh: '接受案件', en: 'Report accepted' },
  inForce: { from: day('2015-11-04'), to: null },
  standing: 'confirmed',
  limit: days(3),
  tiers: {
    'leads-to-verify': { limit: days(7) },
    'major-complex': { limit: days(30), approver: 'county-leader' },
  },
  extensions: [
    { most: { total: days(30) }, approvers: ['county-leader'], when: { zh: '重大、疑难、复杂案件', en: 'major, difficult or complex' } },
  ],
  mostInAll: days(30),
  rollsOver: 'always',
  basis: [{ law: 'opinion-2015', article: '二(一)2' }],
  counting: criminalCounting,
})

/** 紧急处置结束后补登接报案。 */
export const registrationAfterEmergency = defineRule({
  id: 'report_registration_after_emergency',
  title: { zh: '紧急处置后登记接报案', en: 'Registering a report after emergency handling' },
  startsWith: { zh: '紧急处置结束', en: 'Emergency handling ended' },
  inForce: { from: day('2015-11-04'), to: null },
  standing: 'confirmed',
  limit: hours(24),
  rollsOver: 'never',
  basis: [{ law: 'opinion-2015', article: '二(一)3' }],
  counting: criminalCounting,
})

// 关于改革完善受案立案制度的意见：行政受案审查，2024年起由接报案与立案工作规定取代。
const common = { inForce: { from: day('2015-11-04'), to: null }, standing: 'confirmed', counting: administrativeCounting } as const

export const adminFilingReview2015 = defineRule({
  ...common,
  id: 'admin_filing_review_2015',
  title: { zh: '行政受案审查（2015年意见）', en: 'Administrative acceptance review (opinion of 2015)' },
  startsWith: { zh: '接报案', en: 'Report' },
  inForce: { from: day('2015-11-04'), to: day('2023-12-31') },
  limit: hours(24),
  tiers: { 'major-complex': { limit: days(3) } },
  rollsOver: 'always',
  basis: cite('opinion-2015', '二(一)2'),
})

export const adminFilingReview20152 = defineRule({
  ...common,
  id: 'admin_filing_review_2015.2',
  title: { zh: '疑难复杂案件的行政受案审查（2015年意见）', en: 'The same in a complex case (opinion of 2015)' },
  startsWith: { zh: '接报案', en: 'Report' },
  inForce: { from: day('2015-11-04'), to: day('2023-12-31') },
  limit: days(3),
  rollsOver: 'always',
  basis: cite('opinion-2015', '二(一)2'),
})
