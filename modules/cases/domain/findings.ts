import type { Finding } from '#kernel/finding.ts'
import type { CaseKind, Stage } from './stage.ts'

/** Each name is a sentence that is true when the law was kept. */
export const caseFindings = ['two-investigators-assigned', 'measure-follows-filing'] as const
export type CaseFinding = Finding & { readonly rule: (typeof caseFindings)[number] }

interface Standing {
  readonly kind: CaseKind
  readonly stage: Stage
  readonly hasSecond: boolean
  readonly hasMeasure: boolean
}

/** 两名办案人: an investigation is conducted by two officers at least. */
function twoInvestigators({ kind, stage, hasSecond }: Standing): CaseFinding | null {
  if (stage !== 'filed' || hasSecond) return null
  return {
    rule: 'two-investigators-assigned',
    severity: 'warn',
    // law: one officer suffices in the places and ways that article 108 names, which this rule cannot know.
    basis: kind === 'administrative' ? [{ law: 'psapl', article: '108' }] : [{ law: 'cpl', article: '118' }],
    facts: {},
  }
}

/** 立案前不得采取强制措施: what was done is on the record all the same. */
function measureFollowsFiling({ stage, hasMeasure }: Standing): CaseFinding | null {
  if (!hasMeasure || (stage !== 'accepted' && stage !== 'not-filed')) return null
  return { rule: 'measure-follows-filing', severity: 'warn', basis: [{ law: 'proc-crim', article: '174' }], facts: {} }
}

/** What is irregular about a case as it stands. It warns; nothing that happened is kept from being recorded by it. */
export const findingsOn = (standing: Standing): readonly CaseFinding[] =>
  [twoInvestigators(standing), measureFollowsFiling(standing)].filter((finding) => finding !== null)
