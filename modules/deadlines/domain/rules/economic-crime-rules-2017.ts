import { day } from '#kernel/beijing-time.ts'
import { cite, criminalCounting, defineRule } from '../deadline-rule.ts'
import { days } from '../length.ts'

// 公安机关办理经济犯罪案件的若干规定。
const common = { inForce: { from: day('2018-01-01'), to: null }, standing: 'confirmed', counting: criminalCounting } as const

export const crimFilingReviewEconomic = defineRule({
  ...common,
  id: 'crim_filing_review_economic',
  title: { zh: '经济犯罪立案审查', en: 'Filing review of an economic crime' },
  startsWith: { zh: '接受案件', en: 'Report accepted' },
  standing: 'secondary',
  limit: days(7),
  extensions: [
    { most: { total: days(30) }, approvers: ['county-leader'], when: { zh: '重大、疑难、复杂', en: 'major, difficult or complex' } },
    {
      most: { adds: days(30) },
      approvers: ['next-higher-bureau'],
      when: { zh: '特别重大或者跨区域', en: 'especially major or across regions' },
      follows: true,
    },
  ],
  rollsOver: 'always',
  basis: cite('economic-crime-rules-2017', '15'),
})
