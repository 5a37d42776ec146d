import { day } from '#kernel/beijing-time.ts'
import { administrativeCounting, cite, defineRule } from '../deadline-rule.ts'
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

const jurisdictionChange = {
  id: 'jurisdiction_change_notice',
  title: { zh: '变更管辖告知报案人', en: 'Telling the reporter that jurisdiction changed' },
  startsWith: { zh: '移送', en: 'Transfer' },
  standing: 'confirmed',
  limit: days(3),
  rollsOver: 'always',
  counting: administrativeCounting,
} as const
export const jurisdictionChangeNotice2020 = defineRule({
  ...jurisdictionChange,
  inForce: { from: day('2020-09-01'), to: day('2023-12-31') },
  basis: cite('proc-crim', '184'),
})
export const jurisdictionChangeNotice2024 = defineRule({
  ...jurisdictionChange,
  inForce,
  basis: [...cite('reporting-filing-rules-2023', '13'), ...cite('proc-crim', '184')],
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

// 公安机关接报案与立案工作规定：非当面报案。
const common = { inForce: { from: day('2024-01-01'), to: null }, standing: 'confirmed', counting: administrativeCounting } as const

/** 没有联系方式的除外。 */
export const reportRemoteContact = defineRule({
  ...common,
  id: 'report_remote_contact',
  title: { zh: '联系非当面报案人并完成登记', en: 'Contacting a person who reported by letter or e-mail' },
  startsWith: { zh: '收到材料', en: 'Receipt of the material' },
  limit: days(3),
  rollsOver: 'always',
  basis: cite('reporting-filing-rules-2023', '10'),
})
