import { defineMilestone, partyRoles } from '../milestone.ts'
import { complain, resultFromUnit, servedOnVictim } from './common-sayings.ts'

// law: records of public-order violations are sealed (PSAPL 136), so this says that it was decided, never what or about whom. It is read
// of a penalty, and of every result in a sensitive case, so no sentence of it may be untrue of another result.
export const decided = defineMilestone({
  id: 'decided',
  reachedOn: 'cases.decided',
  kind: 'administrative',
  outcome: 'penalty',
  roles: partyRoles,
  title: { zh: '已作出决定', en: 'Decided' },
  meaning: {
    zh: '公安机关已对您反映的事项作出决定。决定的内容依法不在网上显示。',
    en: 'The police have decided on what you reported. By law the content of the decision is not shown online.',
  },
  nextStep: null,
  whatIsNext: [servedOnVictim, resultFromUnit],
  remedy: [
    {
      for: ['victim'],
      text: {
        zh: '对决定不服的，可以自知道之日起 60 日内申请行政复议，或者 6 个月内提起行政诉讼。',
        en: 'If you disagree with the decision you may apply for administrative reconsideration within 60 days of learning of it, or sue within 6 months.',
      },
      basis: [
        { law: 'psapl-2025', article: '121' },
        { law: 'reconsideration-law', article: '20' },
        { law: 'litigation-law', article: '46' },
      ],
    },
    complain,
  ],
  remedyWhenLate: [],
  nextLimit: { none: { zh: '案件已作出决定，没有后续的办案期限。', en: 'The case is decided; no further limit runs.' } },
  hiddenIn: ['operational'],
  basis: [{ law: 'psapl-2025', article: '136' }],
})
