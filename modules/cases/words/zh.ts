import { namesOfRoles } from '#kernel/role-name.ts'
import type { ChangeKind } from '../domain/change.ts'
import type { PartyRole, Secrecy, Sensitivity } from '../domain/disclosure.ts'
import type { MeasureKind } from '../domain/measure.ts'
import type { Act, CaseKind, Outcome, Stage } from '../domain/stage.ts'

type Facts = Readonly<Record<string, unknown>>

const kinds: Record<CaseKind, string> = { administrative: '行政案件', criminal: '刑事案件' }
const stages: Record<Stage, string> = {
  accepted: '受案',
  filed: '立案',
  'not-filed': '不予立案',
  transferred: '移送起诉',
  decided: '已作出决定',
}
const acts: Record<Act, string> = { accept: '受案', file: '立案', refuse: '不予立案', transfer: '移送起诉', decide: '作出决定' }
const outcomes: Record<Outcome, string> = { penalty: '处罚', 'not-punished': '不予处罚', mediated: '调解', ended: '终止调查' }
const partyRoles: Record<PartyRole, string> = { reporter: '报案人', complainant: '控告人', victim: '被害人' }
const secrecies: Record<Secrecy, string> = { ordinary: '普通', secret: '保密' }
const sensitivities: Record<Sensitivity, string> = {
  none: '否',
  domestic: '家庭暴力',
  sexual: '性侵害',
  minor: '涉未成年人',
  operational: '正在侦办',
}
const forms = { 'acceptance-receipt': '受案回执', 'admin-filing-notice': '行政案件立案告知书', 'no-filing-notice': '不予立案通知书' }
const levels = { unit: '办案单位', bureau: '县级公安机关' }

const changes: Record<ChangeKind, string> = {
  cause: '变更案由',
  officers: '指定办案民警',
  disclosure: '变更保密和敏感',
  review: '延长立案审查',
}

const measures: Record<MeasureKind, string> = {
  'compelled-appearance': '拘传',
  bail: '取保候审',
  'residential-surveillance': '监视居住',
  detention: '拘留',
  arrest: '逮捕',
}

const listed = (value: unknown, words: Record<string, string>): string =>
  Array.isArray(value) ? value.map((one) => words[String(one)] ?? String(one)).join('、') : ''

export const zh = {
  kinds,
  stages,
  acts,
  outcomes,
  partyRoles,
  secrecies,
  sensitivities,
  forms,
  levels,
  changes,
  measures,
  refusals: {
    'cases.caseNotFound': '没有这件案件，或不在您的查看范围内。请核对编号。',
    'cases.paperNotFound': '没有这份文书。请回到案件页重新打开。',
    'cases.partyNotFound': '没有这个人，或您不能查看其身份。',
    'cases.moveNotAllowed': (facts: Facts) =>
      `案件现为“${stages[facts['from'] as Stage]}”，不能${acts[facts['act'] as Act]}。${Array.isArray(facts['open']) && facts['open'].length > 0 ? `可以：${listed(facts['open'], acts)}。` : '没有后续步骤。'}`,
    'cases.moveNotYours': (facts: Facts) =>
      `“${acts[facts['act'] as Act]}”由${levels[facts['level'] as 'unit' | 'bureau']}的${namesOfRoles(facts['needs'], 'zh')}决定。`,
    'cases.movedMeanwhile': '这件案件刚被他人办理过，请刷新后再看。',
    'cases.reasonRequired': (facts: Facts) => `“${acts[facts['act'] as Act]}”要写明理由，理由会写进文书。`,
    'cases.outcomeNotAsked': (facts: Facts) => `“${acts[facts['act'] as Act]}”没有处理结果可选。`,
    'cases.groundRequired': '请选择不予立案的法定情形，会印在通知书上。',
    'cases.groundNotAsked': (facts: Facts) => `“${acts[facts['act'] as Act]}”没有不予立案的法定理由可选。`,
    'cases.outcomeRequired': '请选择处理结果。',
    'cases.causeDoesNotFit': (facts: Facts) => `这个案由不属于${kinds[facts['kind'] as CaseKind]}，请重选，或选“其他”。`,
    'cases.identityKeptSecret': '此人要求身份保密，只有主办民警和单位负责人能为其办理。',
    'cases.partyNotTaken': (facts: Facts) =>
      `案件现为“${stages[facts['stage'] as Stage]}”，不再为${partyRoles[facts['role'] as PartyRole]}出具回执。`,
    'cases.partyActNotYours': (facts: Facts) => `人员和回执由办案单位的${namesOfRoles(facts['needs'], 'zh')}办理。`,
    'cases.samePhone': '与现在登记的号码相同，没有变更。',
    'cases.identityCheckRequired': '请选择身份核对方式：解除保密只能由本人提出。',
    'cases.secrecyUnchanged': (facts: Facts): string => (facts['isSecret'] ? '此人的身份已经保密。' : '此人的身份没有保密。'),
    'cases.causeTextRequired': '案由选“其他”的，请写明是什么事。法律和条款不清楚可以不填。',
    'cases.changeNotYours': (facts: Facts) =>
      `“${changes[facts['kind'] as ChangeKind]}”由${levels[facts['level'] as 'unit' | 'bureau']}的${namesOfRoles(facts['needs'], 'zh')}办理。`,
    'cases.nothingChanged': (facts: Facts) => `“${changes[facts['kind'] as ChangeKind]}”：与现在相同，没有变更。`,
    'cases.sameOfficerTwice': '主办和协办应为两名民警。',
    'cases.officerNotOfUnit': '请从办案单位的在职民警中选择。',
    'cases.noReviewRunning': (facts: Facts) => `案件现为“${stages[facts['stage'] as Stage]}”，没有在走的立案审查期限。`,
    'cases.requestNotYours': '过问由办理本案的民警记录。',
    'cases.measureNotYours': '强制措施由办案单位的民警、所队长或局领导登记。',
    'cases.measureNeedsCrime': '行政案件没有强制措施。',
    'cases.measureNotFound': '本案没有这项强制措施。',
    'cases.measureEnded': (facts: Facts) => `这项强制措施已于 ${String(facts['endedAt']).slice(0, 10)} 结束。`,
    'cases.personNameRequired': '请填写犯罪嫌疑人姓名。',
    'cases.trailNotYours': '谁看过本案，由主办、协办、所队长、局领导、督察和案管中心查看。',
    'cases.noticeNotDue': '本案没有待送达的不予立案通知书。',
    'cases.whoseNotice': '有不止一名控告人的通知书待送达，请选择送达给谁。',
    'cases.noticeAlreadyServed': (facts: Facts) => `通知书已于 ${String(facts['servedAt']).slice(0, 10)} 送达。`,
  },
}
