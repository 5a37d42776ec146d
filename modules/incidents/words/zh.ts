import { namesOfRoles } from '#kernel/role-name.ts'
import type { CategoryGroup } from '../domain/category.ts'
import { importRefusalsZh } from './import-zh.ts'
import type { IncidentForm, ServiceWay } from '../domain/incident-paper.ts'
import type { Disposition, Grade, IncidentState, Source, Step } from '../domain/incident-state.ts'

type Facts = Readonly<Record<string, unknown>>

const states: Record<IncidentState, string> = {
  received: '已接警',
  dispatched: '已派警',
  signed: '已签收',
  arrived: '已到场',
  disposed: '已处置',
  merged: '已并入',
}
const steps: Record<Step, string> = {
  receive: '接警',
  dispatch: '派警',
  sign: '签收',
  arrive: '到场',
  dispose: '处置',
  'file-case': '立案',
  'refuse-case': '不予立案',
  recall: '撤回派警',
  'hand-on': '转办',
  correct: '更正处置结果',
  'hand-over': '移送交接',
  merge: '并入',
  unmerge: '撤销并入',
  'add-call': '追加来电',
}
const sources: Record<Source, string> = { '110': '110', counter: '窗口', online: '网上', transfer: '移交' }
const grades: Record<Grade, string> = { I: '危及生命或正在施暴', II: '刚发生或嫌疑人在场', III: '一般案件或纠纷', IV: '求助、咨询、非警务' }
const dispositions: Record<Disposition, string> = {
  'administrative-case': '行政案件立案',
  'criminal-case': '刑事案件受案',
  'not-accepted': '不予立案',
  mediated: '当场调解',
  transferred: '移送',
  helped: '帮助、当场处理',
  'no-police-matter': '非警务',
}
const forms: Record<IncidentForm, string> = {
  'refusal-notice': '不予立案告知书',
  'other-authority-notice': '告知书',
  'transfer-notice': '移送案件通知书',
  'evidence-list': '接受证据清单',
}
const serviceWays: Record<ServiceWay, string> = {
  'in-person': '当面送达',
  'left-behind': '留置送达',
  'by-post': '邮寄送达',
  electronic: '电子送达',
  'by-phone': '电话告知，本人自取',
}
const categoryGroups: Record<CategoryGroup, string> = {
  criminal: '刑事类',
  'public-order': '行政（治安）类',
  traffic: '道路交通类',
  dispute: '纠纷',
  help: '群众紧急求助',
  other: '其他',
}

const listed = (value: unknown, words: Record<string, string>): string =>
  Array.isArray(value) ? value.map((one) => words[String(one)] ?? String(one)).join('、') : ''

export const zh = {
  states,
  steps,
  sources,
  grades,
  dispositions,
  categoryGroups,
  forms,
  serviceWays,
  refusals: {
    ...importRefusalsZh,
    'incidents.incidentNotFound': '没有这件警情，或不在您的查看范围内。请核对编号。',
    'incidents.stepNotOpen': (facts: Facts) =>
      `警情${states[facts['state'] as IncidentState]}，不能${steps[facts['step'] as Step]}。${Array.isArray(facts['open']) && facts['open'].length > 0 ? `可以：${listed(facts['open'], steps)}。` : '没有后续步骤。'}`,
    'incidents.stepNotYours': (facts: Facts) => `“${steps[facts['step'] as Step]}”由承办单位的${namesOfRoles(facts['needs'], 'zh')}办理。`,
    'incidents.takenMeanwhile': '这件警情刚被他人办理过，请刷新后再看。',
    'incidents.mergesIntoItself': '不能并入自己，请选另一件。',
    'incidents.cannotMergeInto': (facts: Facts): string =>
      facts['intoNumber'] ? `${String(facts['number'])} 已并入 ${String(facts['intoNumber'])}，请并入后者。` : '这件警情不能并入。',
    'incidents.mergeWouldLose': (facts: Facts): string =>
      facts['what'] === 'units'
        ? '已有单位在处置这一件，而另一件还没有派警。请把另一件并入这一件。'
        : facts['what'] === 'paper'
          ? '这件警情已出具文书，编号要继续有效，不能并入。可以把另一件并入这一件。'
          : '已有警情并入这一件，请先撤销，或把这一件作为主警情。',
    'incidents.placeNotFound': '地点簿里没有这一条，或已删去。',
    'incidents.tellingDoesNotFit': (facts: Facts): string =>
      facts['disposition'] ? '处置结果不是“非警务”，不用登记告知。' : '警情还没有处置结果，先填处置结果再登记告知。',
    'incidents.tellingNotYours': (facts: Facts) => `告知由承办单位的${namesOfRoles(facts['needs'], 'zh')}登记。`,
    'incidents.notATransfer': '来源不是“移交”，不填移送机关。',
    'incidents.intakeNotYours': '地点簿和接警设置由本局指挥中心或管理员维护。',
    'incidents.unitNotFound': '没有这个单位，或不属于本局。请从列表中选择。',
    'incidents.onlyOwnUnit': '只能派给本单位。派给其他单位请交指挥中心。',
    'incidents.leadHasSigned': '主办单位已签收，不能直接改派。请先撤回并写明理由，再派其他单位；或由该单位转办。',
    'incidents.alreadySent': '这个单位已经派去了，请选别的单位。',
    'incidents.unitNotSent': '这个单位没有派去，或已撤回。请刷新后再看。',
    'incidents.nothingToHandOver': (facts: Facts): string =>
      facts['handedOverAt'] ? '这件警情已经登记过移送交接。' : '只有处置结果为“移送”的警情才登记交接。',
    'incidents.correctionHasCase': (facts: Facts): string =>
      `已有案件 ${String(facts['caseNumber'])}，处置结果不能在这里更正；请在案件里办理。`,
    'incidents.correctionHasPaper': (facts: Facts): string =>
      `已就这一结果出具文书 ${String(facts['paperNumber'])}，不能更正；请按文书写明的救济途径办理。`,
    'incidents.correctionHandedOver': '已经移送交接，不能再更正处置结果。',
    'incidents.nothingToCorrect': '和现在的处置结果一样，没有要更正的。',
    'incidents.unknownCategory': '没有这个类别，请从列表中选择。',
    'incidents.noteRequired': (facts: Facts): string =>
      facts['disposition'] === 'transferred'
        ? '请写明移送给谁。'
        : facts['disposition'] === 'not-accepted' || facts['disposition'] === 'no-police-matter'
          ? '请写明理由，理由会告知报警人。'
          : '请写明处理结果。',
    'incidents.causeRequired': '请选择案由；没有合适的选“其他”。',
    'incidents.causeTextRequired': '案由选“其他”的，请写明是什么事。法律和条款不清楚可以不填。',
    'incidents.matterRequired': '请写明案情摘要，会印在回执上。',
    'incidents.caseIdRequired': '请重新打开页面后再办理。',
    'incidents.reporterRequired': '请写明报案人姓名，回执要交给本人。',
    'incidents.trailNotYours': '谁看过这件警情，由承办民警、所队长、局领导、督察和案管中心查看。',
    'incidents.unmaskNotYours': '报警人身份由指挥中心和承办单位查看。本次操作已记录。',
    'incidents.paperNotFound': '没有这份文书，或您不能查看。请回到警情页重新打开。',
    'incidents.paperNotYours': (facts: Facts) =>
      `《${forms[facts['form'] as IncidentForm]}》由承办单位的${namesOfRoles(facts['needs'], 'zh')}办理。`,
    'incidents.paperDoesNotFit': (facts: Facts) =>
      facts['disposition']
        ? `处置结果是“${dispositions[facts['disposition'] as Disposition]}”，不能出具《${forms[facts['form'] as IncidentForm]}》。`
        : `警情还没有处置结果，不能出具《${forms[facts['form'] as IncidentForm]}》。`,
    'incidents.paperServedBefore': (facts: Facts) => `这份文书已于 ${String(facts['servedAt']).slice(0, 10)} 送达。`,
    'incidents.notAwaitingRefusal': (facts: Facts) =>
      facts['caseNumber'] ? `已立案，案件编号 ${String(facts['caseNumber'])}，不能再不予立案。` : '这件警情没有待决定的行政案件。',
    'incidents.notAwaitingFiling': (facts: Facts) =>
      facts['caseNumber'] ? `已立案，案件编号 ${String(facts['caseNumber'])}。` : '这件警情没有待立案的行政案件。',
  },
}
