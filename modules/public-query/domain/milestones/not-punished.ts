import { defineMilestone, partyRoles, sensitiveKinds } from '../milestone.ts'
import { complain, resultFromUnit, servedOnVictim } from './common-sayings.ts'

// law: the result may be told (Disclosure Rules; PSAPL 116 gives a victim the decision itself); of whom and why is sealed (PSAPL 136).
export const notPunished = defineMilestone({
  id: 'not-punished',
  reachedOn: 'cases.decided',
  kind: 'administrative',
  outcome: 'not-punished',
  roles: partyRoles,
  title: { zh: '不予处罚', en: 'Not punished' },
  meaning: {
    zh: '公安机关调查后，决定不予处罚。理由写在决定书上，依法不在网上显示。',
    en: 'After investigating, the police decided not to punish. The reasons stand in the decision and by law are not shown online.',
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
        { law: 'reconsideration-law', article: '20' },
        { law: 'litigation-law', article: '46' },
      ],
    },
    complain,
  ],
  remedyWhenLate: [],
  nextLimit: { none: { zh: '案件已作出决定，没有后续的办案期限。', en: 'The case is decided; no further limit runs.' } },
  hiddenIn: ['operational'],
  // law: that nobody was punished can show that the other one is a child; so sensitive kinds read the plain word.
  plainIn: sensitiveKinds,
  basis: [
    { law: 'proc-admin', article: '172' },
    { law: 'psapl-2025', article: '136' },
  ],
})
