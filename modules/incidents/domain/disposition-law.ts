import type { Bilingual } from '#kernel/bilingual.ts'
import type { Citation } from '#kernel/citation.ts'
import type { Disposition } from './incident-state.ts'

/** When a disposition is the lawful one, in one line, and where the law says so. */
export interface DispositionLaw {
  readonly line: Bilingual
  readonly basis: readonly Citation[]
}

export const dispositionLaw: Readonly<Record<Disposition, DispositionLaw>> = {
  'administrative-case': {
    line: { zh: '违反治安管理，属本单位管辖：立即立案', en: 'A breach of public-order law within our jurisdiction: file at once' },
    basis: [
      { law: 'psapl', article: '90' },
      { law: 'reporting-filing-rules-2023', article: '12' },
    ],
  },
  'criminal-case': {
    line: { zh: '可能构成犯罪：当场受案、出具回执，再审查', en: 'May be a crime: accept, hand over the receipt, then review for filing' },
    basis: [
      { law: 'proc-crim', article: '171' },
      { law: 'reporting-filing-rules-2023', article: '4' },
    ],
  },
  'not-accepted': {
    line: { zh: '不属于违法犯罪：告知报案人并说明理由', en: 'Neither a breach of law nor a crime: tell the reporter and give the reason' },
    basis: [{ law: 'psapl', article: '90' }],
  },
  mediated: {
    line: { zh: '民间纠纷、情节较轻，双方自愿当场和解', en: 'A civil dispute, minor, which both sides are willing to settle on the spot' },
    basis: [
      { law: 'psapl', article: '9' },
      { law: 'proc-admin', article: '178' },
    ],
  },
  transferred: {
    line: {
      zh: '不属本单位管辖：24 小时内移送并告知报案人',
      en: 'Belongs to another unit: transfer within 24 hours and tell the reporter',
    },
    basis: [
      { law: 'proc-admin', article: '61(2)' },
      { law: 'proc-admin', article: '62' },
    ],
  },
  helped: {
    line: { zh: '群众遇险求助：给予救助，当场处理完毕', en: 'A person in danger or distress: help was given and nothing is left to do' },
    basis: [{ law: 'police-law', article: '21' }],
  },
  'no-police-matter': {
    line: { zh: '不属公安职责：当场口头告知应找的机关', en: 'Not for the police: tell the reporter at once which authority to go to' },
    basis: [{ law: 'proc-admin', article: '61(3)' }],
  },
}
