import { day } from '#kernel/beijing-time.ts'
import { cite, criminalCounting, defineRule } from '../deadline-rule.ts'
import { days, fullDays, hours, months } from '../length.ts'

// 刑事诉讼法：传唤、拘留、逮捕和羁押。羁押期限不因节假日延长（第一百零五条）。
const common = { inForce: { from: null, to: null }, standing: 'confirmed', counting: criminalCounting } as const

const psychiatric = { 'psychiatric-appraisal': [...cite('cpl', '149'), ...cite('proc-crim', '257')] }

// law: 交通不便、重大犯罪集团、流窜作案、涉及面广四类案件（第158条）；可能判处十年以上的（第159条）。
const custodyExtensions = [
  {
    most: { adds: months(1) },
    approvers: ['next-higher-procuratorate'],
    when: { zh: '案情复杂', en: 'complex' },
    basis: cite('cpl', '156'),
  },
  {
    most: { adds: months(2) },
    approvers: ['provincial-procuratorate'],
    grounds: ['crime-group', 'roaming-repeat-gang'],
    follows: true,
    when: { zh: '四类重大复杂案件', en: 'the four kinds of major case' },
    basis: cite('cpl', '158'),
  },
  {
    most: { adds: months(2) },
    approvers: ['provincial-procuratorate'],
    grounds: ['ten-years-or-more'],
    follows: true,
    when: { zh: '可能判处十年以上', en: 'ten years or more possible' },
    basis: cite('cpl', '159'),
  },
] as const

export const crimSummons = defineRule({
  ...common,
  id: 'crim_summons',
  title: { zh: '刑事传唤', en: 'Criminal summons' },
  startsWith: { zh: '到案', en: 'Arrival' },
  inForce: { from: day('2018-10-26'), to: null },
  limit: hours(12),
  extensions: [
    {
      most: { total: hours(24) },
      approvers: ['case-unit-head'],
      when: { zh: '案情特别重大、复杂，需要拘留、逮捕', en: 'especially grave, detention or arrest needed' },
    },
  ],
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: [...cite('cpl', '119'), ...cite('proc-crim', '199', '200', '201')],
})

export const crimCompelledAppearance = defineRule({
  ...common,
  id: 'crim_compelled_appearance',
  title: { zh: '拘传', en: 'Compelled appearance' },
  startsWith: { zh: '到案', en: 'Arrival' },
  limit: hours(12),
  extensions: [
    {
      most: { total: hours(24) },
      approvers: ['county-leader'],
      when: { zh: '案情特别重大、复杂，需要拘留、逮捕', en: 'especially grave, detention or arrest needed' },
    },
  ],
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: [...cite('cpl', '119'), ...cite('proc-crim', '78', '79', '80')],
})

export const detentionDeliverToDetentionHouse = defineRule({
  ...common,
  id: 'detention_deliver_to_detention_house',
  title: { zh: '拘留后送看守所', en: 'Delivery to the detention house' },
  startsWith: { zh: '宣布拘留', en: 'Detention executed' },
  limit: hours(24),
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: [...cite('cpl', '85'), ...cite('proc-crim', '126')],
})

export const detentionFirstInterrogation = defineRule({
  ...common,
  id: 'detention_first_interrogation',
  title: { zh: '拘留后首次讯问', en: 'First interrogation after detention' },
  startsWith: { zh: '拘留', en: 'Detention' },
  limit: hours(24),
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: [...cite('cpl', '86'), ...cite('proc-crim', '128')],
})

export const detentionFamilyNotice = defineRule({
  ...common,
  id: 'detention_family_notice',
  title: { zh: '拘留通知家属', en: 'Telling the family of a detention' },
  startsWith: { zh: '拘留', en: 'Detention' },
  limit: hours(24),
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: [...cite('cpl', '85'), ...cite('proc-crim', '127')],
})

/** 每满二十四小时为一日；三十日是总长。 */
export const arrestRequest = defineRule({
  ...common,
  id: 'arrest_request',
  title: { zh: '提请批准逮捕', en: 'Requesting approval of arrest' },
  startsWith: { zh: '执行拘留', en: 'Detention executed' },
  limit: fullDays(3),
  extensions: [
    { most: { adds: fullDays(4) }, approvers: ['county-leader'], when: { zh: '特殊情况', en: 'special circumstances' } },
    {
      most: { total: fullDays(30) },
      approvers: ['county-leader'],
      grounds: ['roaming-repeat-gang'],
      when: { zh: '流窜、多次、结伙作案', en: 'roaming, repeated or gang offences' },
    },
  ],
  mostInAll: fullDays(30),
  pausedBy: psychiatric,
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: [...cite('cpl', '91'), ...cite('proc-crim', '129'), ...cite('custody-limits-2006', '4')],
})

export const procuratorateArrestReview = defineRule({
  ...common,
  id: 'procuratorate_arrest_review',
  title: { zh: '检察机关审查批准逮捕', en: 'The procuratorate decides on arrest' },
  startsWith: { zh: '收到提请', en: 'Receipt of the request' },
  limit: days(7),
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: [...cite('cpl', '91'), ...cite('spp-rules', '282')],
})

/** 拘留至批捕决定的最长期限：提请期限（三、七或者三十日）加七日，由第九十一条推算。 */
export const detentionToArrestDecisionCap = defineRule({
  ...arrestRequest,
  id: 'detention_to_arrest_decision_cap',
  title: { zh: '拘留至批捕决定的最长期限', en: 'Longest detention until the decision on arrest' },
  followedBy: {
    length: fullDays(7),
    when: { zh: '检察机关审查批准逮捕', en: 'the procuratorate decides on the arrest' },
    basis: cite('cpl', '91'),
  },
  basis: cite('cpl', '91'),
})

/** 立即释放；三日是送回执行回执的期限。 */
export const arrestRefusalRelease = defineRule({
  ...common,
  id: 'arrest_refusal_release',
  title: { zh: '不批准逮捕后释放，送回执行回执', en: 'Release after a refused arrest, and its receipt' },
  startsWith: { zh: '收到不批准逮捕决定', en: 'Receipt of the refusal' },
  limit: days(3),
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: [...cite('cpl', '91'), ...cite('proc-crim', '140')],
})

export const arrestDeliver = defineRule({
  ...common,
  id: 'arrest_deliver',
  title: { zh: '逮捕后送看守所', en: 'Delivery to the detention house after arrest' },
  startsWith: { zh: '逮捕', en: 'Arrest' },
  limit: { words: { zh: '立即', en: 'at once' } },
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: [...cite('cpl', '93'), ...cite('proc-crim', '143')],
})

export const arrestFirstInterrogation = defineRule({
  ...common,
  id: 'arrest_first_interrogation',
  title: { zh: '逮捕后讯问', en: 'Interrogation after arrest' },
  startsWith: { zh: '逮捕', en: 'Arrest' },
  limit: hours(24),
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: [...cite('cpl', '94'), ...cite('proc-crim', '144')],
})

export const arrestFamilyNotice = defineRule({
  ...common,
  id: 'arrest_family_notice',
  title: { zh: '逮捕通知家属', en: 'Telling the family of an arrest' },
  startsWith: { zh: '逮捕', en: 'Arrest' },
  limit: hours(24),
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: [...cite('cpl', '93'), ...cite('proc-crim', '145')],
})

export const investigativeCustody = defineRule({
  ...common,
  id: 'investigative_custody',
  title: { zh: '侦查羁押期限', en: 'Investigative custody' },
  startsWith: { zh: '执行逮捕', en: 'Arrest executed' },
  limit: months(2),
  extensions: custodyExtensions,
  mostInAll: months(7),
  pausedBy: psychiatric,
  restartedBy: {
    'identity-established': [...cite('cpl', '160'), ...cite('proc-crim', '152')],
    'new-important-crime': [...cite('cpl', '160'), ...cite('proc-crim', '151')],
  },
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: [
    ...cite('cpl', '156', '157', '158', '159', '160'),
    ...cite('proc-crim', '148', '149', '150'),
    ...cite('custody-limits-2006', '4'),
  ],
})

export const investigativeCustodyRecalculated = defineRule({
  ...common,
  id: 'investigative_custody_recalculated',
  title: { zh: '重新计算的侦查羁押期限', en: 'Investigative custody that begins anew' },
  startsWith: { zh: '发现另有重要罪行之日', en: 'Day a further important crime is found' },
  limit: months(2),
  extensions: custodyExtensions,
  mostInAll: months(7),
  pausedBy: psychiatric,
  restartedBy: {
    'identity-established': [...cite('cpl', '160'), ...cite('proc-crim', '152')],
    'new-important-crime': [...cite('cpl', '160'), ...cite('proc-crim', '151')],
  },
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: [...cite('cpl', '160'), ...cite('proc-crim', '151')],
})

export const bailRelease = defineRule({
  ...common,
  id: 'bail_release',
  title: { zh: '取保候审', en: 'Bail' },
  startsWith: { zh: '宣布决定', en: 'Decision announced' },
  limit: months(12),
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: [...cite('cpl', '79'), ...cite('proc-crim', '107')],
})

export const bailChangeReport = defineRule({
  ...common,
  id: 'bail_change_report',
  title: { zh: '被取保候审人报告变动', en: 'Report of a change by a person on bail' },
  startsWith: { zh: '变动', en: 'Change' },
  limit: hours(24),
  rollsOver: 'never',
  basis: [...cite('cpl', '71'), ...cite('proc-crim', '89')],
})

export const residentialSurveillance = defineRule({
  ...common,
  id: 'residential_surveillance',
  title: { zh: '监视居住', en: 'Residential surveillance' },
  startsWith: { zh: '开始执行', en: 'Start' },
  limit: months(6),
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: [...cite('cpl', '79'), ...cite('proc-crim', '122')],
})

export const residentialSurveillanceFamilyNotice = defineRule({
  ...common,
  id: 'residential_surveillance_family_notice',
  title: { zh: '指定居所监视居住通知家属', en: 'Telling the family of surveillance in a designated place' },
  startsWith: { zh: '执行', en: 'Execution' },
  limit: hours(24),
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: [...cite('cpl', '75'), ...cite('proc-crim', '113')],
})
