import { defineMilestone, partyRoles } from '../milestone.ts'
import { askProcuratorate, complain } from './common-sayings.ts'

export const notFiled = defineMilestone({
  id: 'not-filed',
  reachedOn: 'cases.refused',
  kind: 'criminal',
  roles: partyRoles,
  title: { zh: '不予立案', en: 'Not filed' },
  meaning: {
    zh: '经审查，公安机关认为没有犯罪事实、情节显著轻微，或者依法不应追究刑事责任，决定不立案。',
    en: 'After examination the police hold that there was no crime, that it was plainly minor, or that the law does not hold anybody liable, and decided not to file.',
  },
  nextStep: { zh: '送达《不予立案通知书》', en: 'Serve the notice of refusal to file' },
  nextStepDone: { zh: '《不予立案通知书》已送达', en: 'The notice was served' },
  whatIsNext: [
    {
      for: ['complainant'],
      text: {
        zh: '3 日内把《不予立案通知书》送给您，写明理由。',
        en: 'The notice of refusal, with its reasons, is served on you within 3 days.',
      },
      basis: [{ law: 'proc-crim', article: '178' }],
    },
    {
      for: ['reporter', 'victim'],
      text: {
        zh: '《不予立案通知书》依法送达控告人。想了解理由，可以向承办单位询问。',
        en: 'By law the notice of refusal is served on the complainant. To learn the reasons you may ask the handling unit.',
      },
      basis: [{ law: 'proc-crim', article: '178' }],
    },
  ],
  remedy: [
    {
      for: ['complainant'],
      text: {
        zh: '收到通知书后 7 日内，可以向作出决定的公安机关申请复议；对复议决定不服的，收到后 7 日内可以向上一级公安机关申请复核。',
        en: 'Within 7 days of receiving the notice you may ask the same bureau for reconsideration; within 7 days of its answer, the next higher bureau for review.',
      },
      basis: [{ law: 'proc-crim', article: '179' }],
    },
    askProcuratorate,
    {
      for: ['complainant', 'victim'],
      text: {
        zh: '您是被害人，并且有证据证明对方侵犯您的人身、财产权利、应当追究刑事责任的，可以直接向人民法院起诉。',
        en: 'If you are the victim and have evidence that your person or property was harmed by a crime, you may sue in court yourself.',
      },
      basis: [{ law: 'cpl', article: '210' }],
    },
    complain,
  ],
  remedyWhenLate: [],
  nextLimit: {
    rules: ['no_filing_notice_service'],
    for: ['complainant'],
    otherwise: { zh: '对您没有后续的法定期限。', en: 'No further statutory date concerns you.' },
  },
  hiddenIn: [],
  basis: [
    { law: 'cpl', article: '112' },
    { law: 'proc-crim', article: '178' },
  ],
})
