import { defineMilestone, partyRoles, sensitiveKinds } from '../milestone.ts'
import { complain } from './common-sayings.ts'

// law: what was agreed is between the two; a reporter reads that it was, and no more (PSAPL 94, 136).
export const mediated = defineMilestone({
  id: 'mediated',
  reachedOn: 'cases.decided',
  kind: 'administrative',
  outcome: 'mediated',
  roles: partyRoles,
  title: { zh: '调解', en: 'Settled by mediation' },
  meaning: {
    zh: '经公安机关调解，当事人达成协议，依法不予处罚。协议的内容不在网上显示。',
    en: 'With the police as mediator the parties came to an agreement, and by law nobody is punished. What was agreed is not shown online.',
  },
  nextStep: null,
  whatIsNext: [
    {
      text: {
        zh: '协议不履行的，公安机关依法对违反治安管理行为作出处理，并告知当事人可以就民事争议向人民法院起诉。',
        en: 'If the agreement is not kept, the police deal with the violation under the law and tell the parties that they may sue in court over the civil dispute.',
      },
      basis: [{ law: 'psapl-2025', article: '9' }],
    },
    {
      text: {
        zh: '此时办案期限从协议不履行之日起重新计算。',
        en: 'The limit for deciding the case then begins anew on the day the agreement was not kept.',
      },
      basis: [{ law: 'proc-admin', article: '185' }],
    },
  ],
  remedy: [
    {
      for: ['victim'],
      text: {
        zh: '对方不履行协议的，告诉承办单位；也可以就民事争议依法向人民法院起诉。',
        en: 'If the other side does not keep the agreement, tell the handling unit; you may also sue in court over the civil dispute.',
      },
      basis: [{ law: 'psapl-2025', article: '9' }],
    },
    complain,
  ],
  remedyWhenLate: [],
  nextLimit: { none: { zh: '案件已调解，没有后续的办案期限。', en: 'The case is settled; no further limit runs.' } },
  hiddenIn: ['operational'],
  plainIn: sensitiveKinds,
  basis: [
    { law: 'psapl-2025', article: '9' },
    { law: 'proc-admin', article: '178' },
  ],
})
