import type { leaderRequestsZh } from './leader-requests-zh.ts'

export const leaderRequestsEn: typeof leaderRequestsZh = {
  title: 'Leaders’ requests',
  none: 'None recorded.',
  record: 'Record a request',
  why: 'When a leader or a colleague asks after the case, puts in a word or tells you how to decide it, write it down in full and truly. Nobody can change or remove it. Who asked for what is read by the officers of the case, the writer and supervisors; others who see the case read only that there is a record.',
  hidden: 'Read by the officers of the case and by supervisors.',
  kind: 'What it was',
  kinds: {
    'within-duty': 'Guidance within one’s duty',
    'asks-after': 'Asked after the case',
    'asks-for-treatment': 'Asked for a certain treatment',
    unclear: 'Hard to say',
  },
  way: 'How',
  ways: { 'in-person': 'In person', phone: 'By phone', message: 'By message', written: 'In writing', 'through-others': 'Through others' },
  leaderName: 'Who asked',
  leaderPost: 'Unit and post',
  what: 'What was asked',
  whatHint: 'What was said and wanted, in their own words as far as you can.',
  when: 'When',
  save: 'Record',
  by: (name, at) => `Recorded by ${name} ${at}`,
  late: 'late entry',
}
