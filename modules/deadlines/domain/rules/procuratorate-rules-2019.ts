import { day } from '#kernel/beijing-time.ts'
import { cite, criminalCounting, defineRule } from '../deadline-rule.ts'
import { days, months } from '../length.ts'

// 人民检察院刑事诉讼规则。
const common = { inForce: { from: day('2019-12-30'), to: null }, standing: 'confirmed', counting: criminalCounting } as const

/** 不是公安机关的期限：满三个月未侦查终结的，检察机关可以发出催办函。 */
export const procuratorateUrgeTrigger = defineRule({
  ...common,
  id: 'procuratorate_urge_trigger',
  title: { zh: '立案监督后检察机关可以催办', en: 'When the procuratorate may urge after supervised filing' },
  startsWith: { zh: '监督立案', en: 'Filing after supervision' },
  limit: months(3),
  rollsOver: 'never',
  basis: cite('spp-rules', '564'),
})

export const procuratorateArrestReviewNotDetained = defineRule({
  ...common,
  id: 'procuratorate_arrest_review_not_detained',
  title: { zh: '未被拘留的审查批准逮捕', en: 'The procuratorate decides on arrest of a person not detained' },
  startsWith: { zh: '收到提请', en: 'Receipt' },
  limit: days(15),
  tiers: { 'major-complex': { limit: days(20) } },
  extensions: [{ most: { total: days(20) }, approvers: [], when: { zh: '重大、复杂', en: 'major or complex' } }],
  rollsOver: 'always',
  basis: cite('spp-rules', '282'),
})
