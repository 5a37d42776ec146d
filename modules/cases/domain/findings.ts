import type { Finding } from '#kernel/finding.ts'
import type { CaseKind, Stage } from './stage.ts'

/** Each name is a sentence that is true when the law was kept. */
export type CaseFindingName = 'two-investigators-assigned'
export type CaseFinding = Finding & { readonly rule: CaseFindingName }

interface Standing {
  readonly kind: CaseKind
  readonly stage: Stage
  readonly hasSecond: boolean
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

/** What is irregular about a case as it stands. It warns; nothing that happened is kept from being recorded by it. */
export const findingsOn = (standing: Standing): readonly CaseFinding[] => [twoInvestigators(standing)].filter((finding) => finding !== null)
