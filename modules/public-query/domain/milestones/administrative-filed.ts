import { defineMilestone, partyRoles } from '../milestone.ts'
import { complain } from './common-sayings.ts'

export const administrativeFiled = defineMilestone({
  id: 'administrative-filed',
  reachedOn: 'cases.filed',
  kind: 'administrative',
  roles: partyRoles,
  title: { zh: '立案', en: 'Filed' },
  meaning: {
    zh: '公安机关已正式开始调查您反映的事项。',
    en: 'The police have formally begun to investigate what you reported.',
  },
  nextStep: { zh: '作出处理决定', en: 'Decide the case' },
  whatIsNext: [
    {
      text: {
        zh: '2026 年起立案的治安案件，自立案起 30 日内作出决定；案情重大、复杂的，经批准可以延长 30 日，最多两次。鉴定、听证的时间不计入。',
        en: 'Public-order cases filed from 2026 on are decided within 30 days of filing; if a case is grave or complex this may be extended by 30 days, twice at most. Time for expert examination and hearings does not count.',
      },
      basis: [{ law: 'psapl-2025', article: '118' }],
    },
    {
      text: {
        zh: '依照其他法律给予行政处罚的案件，自立案起 90 日内作出决定；法律、法规、规章另有规定的，按照规定。',
        en: 'Cases of penalties under other laws are decided within 90 days of filing, unless a law, regulation or rule says otherwise.',
      },
      basis: [{ law: 'penalty-law', article: '60' }],
    },
  ],
  remedy: [complain],
  remedyWhenLate: [
    {
      text: {
        zh: '向承办单位要求说明原因；违法行为人不明或者逃跑的，公安机关继续调查，并应当向被侵害人说明。',
        en: 'Ask the handling unit for the reason; if the offender is unknown or has fled, the police go on investigating and must explain this to the victim.',
      },
      basis: [{ law: 'psapl-2025', article: '118' }],
    },
    {
      for: ['complainant', 'victim'],
      text: {
        zh: '认为公安机关不履行职责的，可以自知道之日起 60 日内申请行政复议，也可以依法提起行政诉讼。',
        en: 'If you think the police fail in their duty you may apply for administrative reconsideration within 60 days of learning of it, or sue under the law.',
      },
      basis: [
        { law: 'reconsideration-law', article: '20' },
        { law: 'litigation-law', article: '47' },
      ],
    },
  ],
  nextLimit: {
    rules: ['admin_case_limit_2025', 'admin_case_limit_2012', 'other_admin_penalty_limit'],
    otherwise: { zh: '最迟日期由承办单位告知您。', en: 'The handling unit will tell you the latest date.' },
  },
  hiddenIn: [],
  basis: [{ law: 'psapl-2025', article: '90' }],
})
