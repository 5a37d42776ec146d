import { day } from '#kernel/beijing-time.ts'
import { administrativeCounting, cite, defineRule } from '../deadline-rule.ts'
import { days, hours, months } from '../length.ts'

// 公安机关办理行政案件程序规定：执行、财物和涉外。
const common = { inForce: { from: null, to: null }, standing: 'confirmed', counting: administrativeCounting } as const

const afterReturn = { 'returned-to-unit': cite('proc-admin', '190'), 'approved-examination-finished': cite('proc-admin', '190') }

export const adminDetentionSuspensionDecision = defineRule({
  ...common,
  id: 'admin_detention_suspension_decision',
  title: { zh: '决定是否暂缓执行拘留', en: 'Deciding on suspension of detention' },
  startsWith: { zh: '收到申请', en: 'Application' },
  limit: hours(24),
  rollsOver: 'never',
  basis: [...cite('proc-admin', '223'), ...cite('psapl-2025', '126')],
})

export const detentionDepositBank = defineRule({
  ...common,
  id: 'detention_deposit_bank',
  title: { zh: '存缴非营业时间收取的保证金', en: 'Banking a deposit received outside bank hours' },
  startsWith: { zh: '收取', en: 'Receipt' },
  limit: days(3),
  rollsOver: 'always',
  basis: cite('proc-admin', '231'),
})

export const suspendedDetaineeChangeReport = defineRule({
  ...common,
  id: 'suspended_detainee_change_report',
  title: { zh: '暂缓执行人员报告变动', en: 'Report of a change by a person with suspended detention' },
  startsWith: { zh: '变动', en: 'Change' },
  limit: hours(24),
  rollsOver: 'never',
  basis: cite('proc-admin', '226'),
})

export const propertyHandover = defineRule({
  ...common,
  id: 'property_handover',
  title: { zh: '移交涉案财物', en: 'Handing seized property to the custodian' },
  startsWith: { zh: '提取财物', en: 'Taking' },
  inForce: { from: day('2015-09-01'), to: null },
  limit: hours(24),
  restartedBy: afterReturn,
  rollsOver: 'never',
  basis: [...cite('proc-admin', '190'), ...cite('property-rules-2015', '*')],
})

export const propertyOffsiteRegistration = defineRule({
  ...common,
  id: 'property_offsite_registration',
  title: { zh: '登记不移交的查封、冻结财物', en: 'Registering property sealed or frozen but not held' },
  startsWith: { zh: '采取措施', en: 'Measure' },
  inForce: { from: day('2015-09-01'), to: null },
  limit: hours(24),
  rollsOver: 'never',
  basis: [...cite('proc-admin', '190'), ...cite('property-rules-2015', '12')],
})

export const propertyClaim = defineRule({
  ...common,
  id: 'property_claim',
  title: { zh: '认领财物', en: 'Claiming property' },
  startsWith: { zh: '通知或者公告', en: 'Notice or publication' },
  limit: months(6),
  extensions: [
    { most: { adds: months(3) }, approvers: [], when: { zh: '行政案件的特殊情况', en: 'special circumstances of an administrative case' } },
  ],
  rollsOver: 'always',
  basis: [...cite('proc-admin', '197'), ...cite('proc-crim', '233'), ...cite('psapl-2025', '105')],
})

export const substitutePerformanceDemand = defineRule({
  ...common,
  id: 'substitute_performance_demand',
  title: { zh: '代履行前的催告', en: 'Demand before substitute performance' },
  startsWith: { zh: '代履行之日', en: 'Day of the performance' },
  limit: days(3),
  countsBackFrom: 'start',
  rollsOver: 'never',
  basis: cite('proc-admin', '203'),
})

export const courtEnforcementRefusalReview = defineRule({
  ...common,
  id: 'court_enforcement_refusal_review',
  title: { zh: '对不予强制执行裁定申请复议', en: 'Asking the higher court about a refusal to enforce' },
  startsWith: { zh: '收到裁定', en: 'Ruling received' },
  limit: days(15),
  rollsOver: 'always',
  basis: cite('proc-admin', '209'),
})

export const foreignerDetentionReview = defineRule({
  ...common,
  id: 'foreigner_detention_review',
  title: { zh: '外国人拘留审查后的首次询问', en: 'First questioning of a foreigner detained for examination' },
  startsWith: { zh: '决定', en: 'Order' },
  limit: hours(24),
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: cite('proc-admin', '242'),
})

export const foreignerDetentionReview2 = defineRule({
  ...common,
  id: 'foreigner_detention_review.2',
  title: { zh: '外国人拘留审查期限', en: 'Detention of a foreigner for examination' },
  startsWith: { zh: '决定', en: 'Order' },
  limit: days(30),
  extensions: [{ most: { total: days(60) }, approvers: ['next-higher-bureau'], when: { zh: '案情复杂', en: 'complex' } }],
  restartedBy: { 'identity-established': cite('proc-admin', '242') },
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: cite('proc-admin', '242'),
})

export const foreignerReport = defineRule({
  ...common,
  id: 'foreigner_report',
  title: { zh: '外国人限制人身自由措施报省级公安机关', en: 'Reporting a liberty measure on a foreigner to the province' },
  startsWith: { zh: '决定', en: 'Decision' },
  limit: hours(48),
  rollsOver: 'never',
  basis: cite('proc-admin', '254'),
})

export const foreignerAreaRestriction = defineRule({
  ...common,
  id: 'foreigner_area_restriction',
  title: { zh: '限制外国人活动范围', en: 'Restriction of a foreigner to an area' },
  startsWith: { zh: '决定', en: 'Order' },
  limit: days(60),
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: cite('proc-admin', '244'),
})

export const foreignerExitOrder = defineRule({
  ...common,
  id: 'foreigner_exit_order',
  title: { zh: '外国人限期出境', en: 'Order to leave within a period' },
  startsWith: { zh: '决定', en: 'Order' },
  limit: days(30),
  rollsOver: 'always',
  basis: cite('proc-admin', '250'),
})
