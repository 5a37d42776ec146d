import { day } from '#kernel/beijing-time.ts'
import { cite, criminalCounting, defineRule } from '../deadline-rule.ts'
import { days } from '../length.ts'

// 办理性侵害未成年人刑事案件的意见。
const common = { inForce: { from: day('2023-06-01'), to: null }, standing: 'confirmed', counting: criminalCounting } as const

/** 符合条件的，立即立案；七日是重大、复杂线索的最长期限。 */
export const crimFilingReviewMinorSexual = defineRule({
  ...common,
  id: 'crim_filing_review_minor_sexual',
  title: { zh: '性侵害未成年人案件立案审查', en: 'Filing review of a sexual offence against a minor' },
  startsWith: { zh: '接受案件', en: 'Report accepted' },
  standing: 'secondary',
  limit: days(7),
  rollsOver: 'always',
  basis: cite('minor-sexual-offences-2023', '5'),
})
