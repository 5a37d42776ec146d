import type { recordZh } from './record-zh.ts'

export const recordEn: typeof recordZh = {
  cause: {
    text: 'What it is',
    textHint: 'Stands in the cause, such as: resale of tickets',
    law: 'Law',
    lawHint: 'May be left out if you do not know it',
    article: 'Article',
    known: 'Law',
  },
  officers: {
    title: 'Officers',
    receiver: 'Took the report',
    holder: 'Holder',
    second: 'Second investigator',
    none: 'not named',
    choose: 'Choose',
    noSecond: 'None for now',
    secretHint: 'A secret case is known to its two investigators, the unit head and the leader; who is replaced no longer sees it.',
  },
  acts: {
    cause: 'Change the cause',
    officers: 'Name the investigators',
    disclosure: 'Change secrecy',
    review: 'Lengthen the review',
  },
  form: {
    reason: 'Reason',
    reasonHint: 'Stays in the history.',
    missing: 'Still missing:',
    save: 'Save',
    decidedAt: 'Decided at',
    basis: 'Basis',
    tier: 'Circumstances',
    noTier: 'Choose the circumstances',
    disclosureHint: 'Once secret, others, the online query and messages show nothing of the case; once lifted, it is shown again.',
    reviewHint: 'Counted from acceptance; what has ended cannot be made longer. The online query says that it was extended.',
  },
  ground: { label: 'Ground of the law', hint: 'Printed on the notice together with the reason below.', choose: 'Choose' },
  tiers: {
    'leads-to-verify': 'Leads have to be verified: 7 days in all',
    'major-complex': 'Major, difficult or complex: 30 days in all (approved by the leader)',
  },
  findings: {
    'two-investigators-assigned': 'Two investigators were not named',
    'measure-follows-filing': 'A coercive measure was taken before the case was filed; put this right',
  },
  next: (acts, level, who) => `Next: ${acts.join(' or ').toLowerCase()}, decided at the ${level} by: ${who}.`,
  became: {
    fromTo: (was: string, became: string) => `${was} → ${became}`,
    officers: (holder: string, second: string) => `holder ${holder}, second ${second}`,
    days: (days: number, day: string) => `${days} days in all, until ${day}`,
  },
}
