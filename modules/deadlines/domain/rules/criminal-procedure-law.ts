import { criminalCounting, defineRule } from '../deadline-rule.ts'
import { days, months } from '../length.ts'

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
      approvers: ['county-leader', 'next-higher-procuratorate'],
      when: { zh: '重大、复杂案件', en: 'major or complex' },
    },
  ],
  pausedBy: { 'returned-for-supplement': [{ law: 'cpl', article: '175' }] },
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
