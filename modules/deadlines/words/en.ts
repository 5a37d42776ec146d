import type { Bilingual } from '#kernel/bilingual.ts'
import type { zh } from './zh.ts'

export const en: typeof zh = {
  howCounted: 'How it is counted',
  unconfirmed: 'The source of this period was not yet checked in the article; it reminds inside only.',
  ended: { metInTime: 'Done in time', metLate: 'Done late', cancelled: 'No longer counted' },
  refusals: {
    'deadlines.clockNotFound': 'There is no such clock, or it lies outside what you may see.',
    'deadlines.noRuleInForce': (facts) =>
      `No rule ${String(facts['rule'])} was in force on ${String(facts['at']).slice(0, 10)}. Check the time.`,
    'deadlines.notLawful': (facts) => (facts['text'] as Bilingual).en,
  },
}
