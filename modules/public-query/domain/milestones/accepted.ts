import { defineMilestone, partyRoles } from '../milestone.ts'
import { askProcuratorate, complain } from './common-sayings.ts'

export const accepted = defineMilestone({
  id: 'accepted',
  reachedOn: 'cases.accepted',
  kind: 'criminal',
  roles: partyRoles,
  title: { zh: '受案', en: 'Accepted' },
  meaning: {
    zh: '公安机关已登记您反映的事项，正在审查有没有犯罪事实、归不归本单位管。',
    en: 'The police have registered what you reported and are examining whether a crime took place and whether it is theirs to handle.',
  },
  nextStep: { zh: '决定是否立案', en: 'Decide whether to file the case' },
  whatIsNext: [
    {
      text: {
        zh: '自受案起 3 日内决定是否立案；线索需要查证的，7 日；重大、疑难、复杂的，经批准 30 日。',
        en: 'Whether to file is decided within 3 days of acceptance; within 7 days if leads have to be verified; within 30 days, with approval, if the case is major, difficult or complex.',
      },
      basis: [{ law: 'opinion-2015', article: '二(一)2' }],
    },
    {
      for: ['complainant'],
      text: {
        zh: '不予立案的，必须给您书面通知，您可以申请复议。',
        en: 'If it is not filed you must be told in writing, and you may ask for reconsideration.',
      },
      basis: [
        { law: 'proc-crim', article: '178' },
        { law: 'proc-crim', article: '179' },
      ],
    },
  ],
  remedy: [complain],
  remedyWhenLate: [askProcuratorate],
  nextLimit: {
    rules: ['crim_filing_review'],
    otherwise: { zh: '最迟日期由承办单位告知您。', en: 'The handling unit will tell you the latest date.' },
  },
  hiddenIn: [],
  basis: [{ law: 'proc-crim', article: '171' }],
})
