import { day } from '#kernel/beijing-time.ts'
import { cite, criminalCounting, defineRule } from '../deadline-rule.ts'
import { days } from '../length.ts'

// 羁押必要性审查、评估工作规定。
const common = { inForce: { from: day('2023-11-30'), to: null }, standing: 'confirmed', counting: criminalCounting } as const

const excluded = {
  appraisal: cite('custody-necessity-2023', '19'),
  'psychiatric-appraisal': cite('custody-necessity-2023', '19'),
  hearing: cite('custody-necessity-2023', '19'),
}

export const custodyNecessityReview = defineRule({
  ...common,
  id: 'custody_necessity_review',
  title: { zh: '羁押必要性审查（侦查、审查起诉阶段）', en: 'Custody necessity during investigation and prosecution' },
  startsWith: { zh: '收到申请', en: 'Application' },
  limit: days(3),
  pausedBy: excluded,
  rollsOver: 'always',
  basis: cite('custody-necessity-2023', '19'),
})

export const custodyNecessityReview2 = defineRule({
  ...common,
  id: 'custody_necessity_review.2',
  title: { zh: '羁押必要性审查（其他阶段）', en: 'Custody necessity in other stages' },
  startsWith: { zh: '收到申请', en: 'Application' },
  limit: days(10),
  pausedBy: excluded,
  rollsOver: 'always',
  basis: cite('custody-necessity-2023', '19'),
})
