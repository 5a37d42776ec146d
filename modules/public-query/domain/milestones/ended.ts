import { defineMilestone, partyRoles, sensitiveKinds } from '../milestone.ts'
import { complain, resultFromUnit } from './common-sayings.ts'

// law: PROC-ADMIN 259 names the grounds; which of them it was may point to a person (a death), so it is not said here.
export const ended = defineMilestone({
  id: 'ended',
  reachedOn: 'cases.decided',
  kind: 'administrative',
  outcome: 'ended',
  roles: partyRoles,
  title: { zh: '终止调查', en: 'Investigation ended' },
  meaning: {
    zh: '公安机关依法终止了案件调查，没有作出处罚决定。理由不在网上显示。',
    en: 'The police have ended the investigation under the law, without a decision on a penalty. The reason is not shown online.',
  },
  nextStep: null,
  whatIsNext: [{ ...resultFromUnit, for: partyRoles }],
  remedy: [
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
    complain,
  ],
  remedyWhenLate: [],
  nextLimit: { none: { zh: '调查已终止，没有后续的办案期限。', en: 'The investigation has ended; no further limit runs.' } },
  hiddenIn: ['operational'],
  plainIn: sensitiveKinds,
  basis: [{ law: 'proc-admin', article: '259' }],
})
