import type { Bilingual } from '#kernel/bilingual.ts'
import type { Length } from './length.ts'

export const pauseReasons = [
  'appraisal',
  'item-appraisal',
  'psychiatric-appraisal',
  'hearing',
  'drunk-restraint',
  'approved-leave',
  'travel-or-mail-transit',
  'returned-for-supplement',
] as const
export type PauseReason = (typeof pauseReasons)[number]

export const restartReasons = [
  'jurisdiction-transfer',
  'mediation-failed-or-not-performed',
  'identity-established',
  'new-important-crime',
  'resubmitted',
  'returned-to-unit',
  'approved-examination-finished',
] as const
export type RestartReason = (typeof restartReasons)[number]

export const approvers = [
  'case-unit-head',
  'county-duty-leader',
  'county-leader-in-charge',
  'county-leader',
  'next-higher-bureau',
  'next-higher-procuratorate',
  'provincial-procuratorate',
] as const
export type Approver = (typeof approvers)[number]

interface Rank {
  readonly side: 'police' | 'procuratorate'
  readonly level: number
}
// law: the leader in charge is one of the leaders of the bureau (县级以上公安机关负责人), so what these decide he decides too.
const ranks: Record<Approver, Rank> = {
  'case-unit-head': { side: 'police', level: 1 },
  'county-duty-leader': { side: 'police', level: 2 },
  'county-leader-in-charge': { side: 'police', level: 3 },
  'county-leader': { side: 'police', level: 3 },
  'next-higher-bureau': { side: 'police', level: 4 },
  'next-higher-procuratorate': { side: 'procuratorate', level: 1 },
  'provincial-procuratorate': { side: 'procuratorate', level: 2 },
}

/** Whether this office is the other one, its equal, or above it on the same side. */
export const ranksAtLeast = (approver: Approver, least: Approver): boolean =>
  ranks[approver].side === ranks[least].side && ranks[approver].level >= ranks[least].level

export const extensionGrounds = ['roaming-repeat-gang', 'crime-group', 'ten-years-or-more'] as const
export type ExtensionGround = (typeof extensionGrounds)[number]

export const tiers = [
  'leads-to-verify',
  'major-complex',
  'many-people-or-identity-unknown',
  'complex-and-detention-possible',
  'vulnerable-person',
  'in-custody',
] as const
export type Tier = (typeof tiers)[number]

interface Extension {
  /** When it was decided. */
  readonly at?: Date
  /** When it was asked for; asking after the end is as late as deciding after it. */
  readonly requestedAt?: Date
  readonly approver?: Approver
  readonly ground?: ExtensionGround
}

/**
 * What happened to a running clock. What the law gives no effect leaves the clock as it is.
 * A `tier` with a time was found while the clock ran, and lengthened it; without one the case was of that kind from the start.
 * `paused` without `to` is a stop that still lasts; `paused-for` counts units of the rule's own kind.
 */
export type ClockEvent =
  | { readonly kind: 'tier'; readonly tier: Tier; readonly at?: Date }
  | { readonly kind: 'decided'; readonly count: number }
  | { readonly kind: 'paused'; readonly reason: PauseReason; readonly from: Date; readonly to: Date | null }
  | { readonly kind: 'paused-for'; readonly reason: PauseReason; readonly count: number }
  | { readonly kind: 'restarted'; readonly reason: RestartReason; readonly at: Date }
  | ({ readonly kind: 'extended'; readonly adds: Length } & Extension)
  | ({ readonly kind: 'extended-to'; readonly total: Length } & Extension)

export type ExtensionEvent = Extract<ClockEvent, { kind: 'extended' | 'extended-to' }>

export const pauseReasonWords: Record<PauseReason, Bilingual> = {
  appraisal: { zh: '鉴定', en: 'appraisal' },
  'item-appraisal': { zh: '物品检测鉴定', en: 'appraisal of an item' },
  'psychiatric-appraisal': { zh: '精神病鉴定', en: 'psychiatric appraisal' },
  hearing: { zh: '听证', en: 'hearing' },
  'drunk-restraint': { zh: '醉酒约束', en: 'protective restraint while drunk' },
  'approved-leave': { zh: '批准出所', en: 'approved leave' },
  'travel-or-mail-transit': { zh: '路途时间', en: 'travel or postal transit' },
  'returned-for-supplement': { zh: '退回补充侦查', en: 'returned for supplementary investigation' },
}

export const restartReasonWords: Record<RestartReason, Bilingual> = {
  'jurisdiction-transfer': { zh: '改变管辖', en: 'change of jurisdiction' },
  'mediation-failed-or-not-performed': { zh: '调解未达成协议或者协议不履行', en: 'mediation failed or its agreement was not performed' },
  'identity-established': { zh: '查清身份', en: 'identity established' },
  'new-important-crime': { zh: '发现另有重要罪行', en: 'a further important crime was found' },
  resubmitted: { zh: '补充侦查后再次移送', en: 'submitted again after supplementary investigation' },
  'returned-to-unit': { zh: '返回单位', en: 'return to the unit' },
  'approved-examination-finished': { zh: '经批准的检验鉴定完成', en: 'the approved examination was finished' },
}

export const approverWords: Record<Approver, Bilingual> = {
  'case-unit-head': { zh: '办案部门负责人', en: 'head of the case unit' },
  'county-duty-leader': { zh: '县级公安机关值班负责人', en: 'duty leader of the county bureau' },
  'county-leader-in-charge': { zh: '县级公安机关主管负责人', en: 'leader in charge of the county bureau' },
  'county-leader': { zh: '县级以上公安机关负责人', en: 'leader of a bureau at county level or above' },
  'next-higher-bureau': { zh: '上一级公安机关', en: 'next higher public security bureau' },
  'next-higher-procuratorate': { zh: '上一级人民检察院', en: 'next higher procuratorate' },
  'provincial-procuratorate': { zh: '省级人民检察院', en: 'provincial procuratorate' },
}

export const tierWords: Record<Tier, Bilingual> = {
  'leads-to-verify': { zh: '线索需要查证', en: 'leads have to be verified' },
  'major-complex': { zh: '重大、疑难、复杂', en: 'major, difficult or complex' },
  'many-people-or-identity-unknown': { zh: '涉案人数众多、身份不明', en: 'many people or identity unknown' },
  'complex-and-detention-possible': { zh: '情况复杂且可能处以拘留', en: 'complex and detention possible' },
  'vulnerable-person': { zh: '特殊对象', en: 'vulnerable person' },
  'in-custody': { zh: '犯罪嫌疑人在押', en: 'suspect in custody' },
}
