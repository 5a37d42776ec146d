import { day } from '#kernel/beijing-time.ts'
import { criminalCounting, defineRule } from '../deadline-rule.ts'
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
