import { defineMilestone, partyRoles } from '../milestone.ts'
import { complain } from './common-sayings.ts'

export const transferred = defineMilestone({
  id: 'transferred',
  reachedOn: 'cases.transferredForProsecution',
  kind: 'criminal',
  roles: partyRoles,
  title: { zh: '移送起诉', en: 'Transferred for prosecution' },
  meaning: {
    zh: '公安机关侦查终结，已把案件移送人民检察院审查起诉。',
    en: 'The police have ended the investigation and handed the case to the procuratorate for review.',
  },
  nextStep: { zh: '人民检察院审查起诉', en: 'Review by the procuratorate' },
  whatIsNext: [
    {
      text: {
        zh: '人民检察院应当在 1 个月内作出决定，重大、复杂的可以延长 15 日；补充侦查后再次移送的，重新计算。',
        en: 'The procuratorate decides within one month, 15 days more in major or complex cases; after supplementary investigation the period begins anew.',
      },
      basis: [
        { law: 'cpl', article: '172' },
        { law: 'cpl', article: '175' },
      ],
    },
  ],
  remedy: [
    {
      for: ['victim'],
      text: { zh: '从现在起，您可以委托诉讼代理人。', en: 'From now on you may appoint an agent for the proceedings.' },
      basis: [{ law: 'cpl', article: '46' }],
    },
    {
      for: ['victim'],
      text: {
        zh: '人民检察院决定不起诉的，您收到决定书后 7 日内可以向上一级人民检察院申诉，也可以直接向人民法院起诉。',
        en: 'If the procuratorate does not prosecute, you may appeal to the next higher one within 7 days of receiving the decision, or sue in court yourself.',
      },
      basis: [{ law: 'cpl', article: '180' }],
    },
    complain,
  ],
  remedyWhenLate: [],
  nextLimit: {
    none: {
      zh: '审查期限由人民检察院掌握，从它收到案件起算，请向检察院询问。',
      en: 'The period is that of the procuratorate and runs from its receipt of the case; please ask there.',
    },
  },
  hiddenIn: ['operational'],
  basis: [
    { law: 'cpl', article: '162' },
    { law: 'proc-crim', article: '289' },
  ],
})
