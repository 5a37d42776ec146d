import { day } from '#kernel/beijing-time.ts'
import { administrativeCounting, defineRule } from '../deadline-rule.ts'
import { days } from '../length.ts'

const inForce = { from: day('2024-01-01'), to: null }

export const registrationOnTheSpot = defineRule({
  id: 'report_registration_onspot',
  title: { zh: '“三个当场”：当场登记、接受证据、出具回执', en: 'Three on the spot: register, take evidence, give a receipt' },
  startsWith: { zh: '报案人到场', en: 'Reporter at the counter' },
  inForce,
  standing: 'confirmed',
  limit: { words: { zh: '当场', en: 'on the spot' } },
  rollsOver: 'never',
  basis: [
    { law: 'reporting-filing-rules-2023', article: '4' },
    { law: 'reporting-filing-rules-2023', article: '8(1)' },
  ],
  counting: administrativeCounting,
})

export const jurisdictionUnclear = defineRule({
  id: 'report_jurisdiction_unclear',
  title: { zh: '管辖一时难以确定的接报案处理', en: 'Sorting a report whose jurisdiction cannot be told on the spot' },
  startsWith: { zh: '接报案登记', en: 'Report registered' },
  inForce,
  standing: 'confirmed',
  limit: days(3),
  rollsOver: 'always',
  basis: [{ law: 'reporting-filing-rules-2023', article: '8(4)' }],
  counting: administrativeCounting,
})

export const jurisdictionChangeNotice = defineRule({
  id: 'jurisdiction_change_notice',
  title: { zh: '变更管辖告知报案人', en: 'Telling the reporter that jurisdiction changed' },
  startsWith: { zh: '移送', en: 'Transfer' },
  inForce,
  standing: 'confirmed',
  limit: days(3),
  rollsOver: 'always',
  basis: [
    { law: 'reporting-filing-rules-2023', article: '13' },
    { law: 'proc-crim', article: '184' },
  ],
  counting: administrativeCounting,
})

/** 2026年起由治安管理处罚法规定，见该法文件。 */
export const administrativeFilingAtOnce2023 = defineRule({
  id: 'admin_filing_immediate',
  title: { zh: '行政立案', en: 'Filing an administrative case' },
  startsWith: { zh: '接到属于本单位管辖的案件', en: 'Report of a case in own jurisdiction' },
  inForce: { from: day('2024-01-01'), to: day('2025-12-31') },
  standing: 'confirmed',
  limit: { words: { zh: '立即', en: 'immediately' } },
  rollsOver: 'never',
  basis: [{ law: 'reporting-filing-rules-2023', article: '12' }],
  counting: administrativeCounting,
})
