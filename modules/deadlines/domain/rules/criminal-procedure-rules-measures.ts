import { day } from '#kernel/beijing-time.ts'
import { cite, criminalCounting, defineRule } from '../deadline-rule.ts'
import { days, hours } from '../length.ts'
import { investigativeCustody } from './criminal-procedure-law-custody.ts'

// 公安机关办理刑事案件程序规定：逮捕、取保候审、保证人、涉外措施。
const common = { inForce: { from: null, to: null }, standing: 'confirmed', counting: criminalCounting } as const

export const arrestRefusalReconsideration = defineRule({
  ...common,
  id: 'arrest_refusal_reconsideration',
  title: { zh: '对不批准逮捕申请复议', en: 'Asking for reconsideration of a refused arrest' },
  startsWith: { zh: '收到决定', en: 'Receipt' },
  limit: days(5),
  rollsOver: 'always',
  basis: cite('proc-crim', '141'),
})

export const arrestRefusalReconsideration2 = defineRule({
  ...common,
  id: 'arrest_refusal_reconsideration.2',
  title: { zh: '对不批准逮捕申请复核', en: 'Asking for review of a refused arrest' },
  startsWith: { zh: '收到复议决定', en: 'Receipt of the decision' },
  limit: days(5),
  rollsOver: 'always',
  basis: cite('proc-crim', '141'),
})

export const arrestExecutionReceipt = defineRule({
  ...common,
  id: 'arrest_execution_receipt',
  title: { zh: '送回逮捕执行回执', en: 'Returning the receipt of an executed arrest' },
  startsWith: { zh: '执行逮捕', en: 'Execution of the arrest' },
  limit: days(3),
  rollsOver: 'always',
  basis: cite('proc-crim', '142'),
})

/** 自逮捕起算的羁押期限届满七日前提请；届满后提请的，不予受理。 */
export const custodyExtensionRequest = defineRule({
  ...common,
  id: 'custody_extension_request',
  title: { zh: '提请延长侦查羁押期限', en: 'Asking for longer investigative custody' },
  startsWith: { zh: '执行逮捕', en: 'Arrest executed' },
  limit: days(7),
  countsBackFrom: investigativeCustody,
  rollsOver: 'never',
  basis: [...cite('proc-crim', '148', '149', '150'), ...cite('spp-rules', '309')],
})

export const custodyRecalculationReport = defineRule({
  ...common,
  id: 'custody_recalculation_report',
  title: { zh: '报请重新计算侦查羁押期限', en: 'Reporting a newly found important crime' },
  startsWith: { zh: '发现另有重要罪行', en: 'Discovery' },
  inForce: { from: day('2020-09-01'), to: null },
  limit: days(5),
  rollsOver: 'never',
  basis: cite('proc-crim', '151'),
})

export const bailForfeiture = defineRule({
  ...common,
  id: 'bail_forfeiture',
  title: { zh: '宣布没收保证金决定', en: 'Announcing the forfeiture of bail' },
  startsWith: { zh: '作出决定', en: 'Decision' },
  limit: days(3),
  rollsOver: 'always',
  basis: [...cite('proc-crim', '97'), ...cite('bail-rules-2022', '30')],
})

export const bailForfeiture2 = defineRule({
  ...common,
  id: 'bail_forfeiture.2',
  title: { zh: '对没收保证金申请复议', en: 'Asking for reconsideration of the forfeiture' },
  startsWith: { zh: '收到决定', en: 'Receipt' },
  limit: days(5),
  rollsOver: 'always',
  basis: [...cite('proc-crim', '98'), ...cite('bail-rules-2022', '30')],
})

export const bailForfeiture3 = defineRule({
  ...common,
  id: 'bail_forfeiture.3',
  title: { zh: '对没收保证金复议作出决定', en: 'Deciding that reconsideration' },
  startsWith: { zh: '收到复议申请', en: 'Receipt of the application' },
  limit: days(7),
  rollsOver: 'always',
  basis: cite('proc-crim', '98'),
})

export const bailForfeiture4 = defineRule({
  ...common,
  id: 'bail_forfeiture.4',
  title: { zh: '对没收保证金申请复核', en: 'Asking for review of the forfeiture' },
  startsWith: { zh: '收到复议决定', en: 'Receipt of the decision' },
  limit: days(5),
  rollsOver: 'always',
  basis: cite('proc-crim', '98', '99'),
})

export const bailForfeiture5 = defineRule({
  ...common,
  id: 'bail_forfeiture.5',
  title: { zh: '对没收保证金复核作出决定', en: 'Deciding that review' },
  startsWith: { zh: '收到复核申请', en: 'Receipt of the application' },
  limit: days(7),
  rollsOver: 'always',
  basis: cite('proc-crim', '98', '99'),
})

export const guarantorFine = defineRule({
  ...common,
  id: 'guarantor_fine',
  title: { zh: '向保证人送达罚款决定', en: 'Serving a fine on the guarantor' },
  startsWith: { zh: '作出决定', en: 'Decision' },
  limit: days(3),
  rollsOver: 'always',
  basis: cite('proc-crim', '103'),
})

export const guarantorFine2 = defineRule({
  ...common,
  id: 'guarantor_fine.2',
  title: { zh: '保证人申请复议', en: 'The guarantor asks for reconsideration' },
  startsWith: { zh: '收到决定', en: 'Receipt' },
  limit: days(5),
  rollsOver: 'always',
  basis: cite('proc-crim', '104'),
})

export const guarantorFine3 = defineRule({
  ...common,
  id: 'guarantor_fine.3',
  title: { zh: '对保证人复议作出决定', en: 'Deciding that reconsideration' },
  startsWith: { zh: '收到复议申请', en: 'Receipt of the application' },
  limit: days(7),
  rollsOver: 'always',
  basis: cite('proc-crim', '104'),
})

export const guarantorFine4 = defineRule({
  ...common,
  id: 'guarantor_fine.4',
  title: { zh: '保证人申请复核', en: 'The guarantor asks for review' },
  startsWith: { zh: '收到复议决定', en: 'Receipt of the decision' },
  limit: days(5),
  rollsOver: 'always',
  basis: cite('proc-crim', '104'),
})

export const guarantorFine5 = defineRule({
  ...common,
  id: 'guarantor_fine.5',
  title: { zh: '对保证人复核作出决定', en: 'Deciding that review' },
  startsWith: { zh: '收到复核申请', en: 'Receipt of the application' },
  limit: days(7),
  rollsOver: 'always',
  basis: cite('proc-crim', '104'),
})

export const noncustodialExecutionAssignment = defineRule({
  ...common,
  id: 'noncustodial_execution_assignment',
  title: { zh: '指定派出所执行取保候审、监视居住', en: 'Assigning the station that executes bail or surveillance' },
  startsWith: { zh: '收到文书', en: 'Documents received' },
  limit: hours(24),
  rollsOver: 'never',
  basis: cite('proc-crim', '92', '118'),
})

export const noncustodialNoticeToDecider = defineRule({
  ...common,
  id: 'noncustodial_notice_to_decider',
  title: { zh: '通知决定机关没收、罚款、保证人变动', en: 'Telling the deciding organ of forfeiture, fine or guarantor' },
  startsWith: { zh: '决定或者发现', en: 'Decision or discovery' },
  limit: days(3),
  rollsOver: 'always',
  basis: cite('proc-crim', '100', '105', '106'),
})

export const remoteCaptureInterrogation = defineRule({
  ...common,
  id: 'remote_capture_interrogation',
  title: { zh: '异地执行拘留、逮捕后的讯问', en: 'Interrogation by the cooperating bureau after a capture elsewhere' },
  startsWith: { zh: '拘留或者逮捕', en: 'Detention or arrest' },
  limit: hours(24),
  rollsOver: 'never',
  restrictsLiberty: true,
  basis: cite('proc-crim', '351'),
})

export const crimForeignerReport = defineRule({
  ...common,
  id: 'crim_foreigner_report',
  title: { zh: '外国人强制措施报省级公安机关', en: 'Reporting a compulsory measure on a foreigner to the province' },
  startsWith: { zh: '采取措施', en: 'Measure' },
  limit: hours(48),
  rollsOver: 'never',
  basis: cite('proc-crim', '367'),
})
