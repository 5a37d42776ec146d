import type { Finding } from '#kernel/finding.ts'
import type { OfficersState } from './change.ts'
import type { CaseKind, Stage } from './stage.ts'

/** Each name is a sentence that is true when the law was kept. */
export const caseFindings = ['two-investigators-assigned', 'measure-follows-filing'] as const
export type CaseFinding = Finding & { readonly rule: (typeof caseFindings)[number] }

interface OfficersChanged {
  readonly at: Date
  readonly was: OfficersState
}

/** Who investigated at a moment: whom the first change after it replaced, else those of today. The changes come oldest first. */
export const officersThen = (today: OfficersState, changes: readonly OfficersChanged[], at: Date): OfficersState =>
  changes.find((change) => change.at > at)?.was ?? today

interface Standing {
  readonly kind: CaseKind
  readonly stage: Stage
  /** Of today while the case goes on, else those who had it when it was decided or transferred. */
  readonly officers: OfficersState
  readonly filedAt: Date | null
  /** When each coercive measure began. */
  readonly measuresBegan: readonly Date[]
}

const investigated: readonly Stage[] = ['filed', 'decided', 'transferred']

/** 两名办案人: an investigation is conducted by two officers at least. A second one named after its end conducted nothing. */
function twoInvestigators({ kind, stage, officers }: Standing): CaseFinding | null {
  if (!investigated.includes(stage) || officers.second) return null
  return {
    rule: 'two-investigators-assigned',
    severity: 'warn',
    // law: one officer suffices in the places and ways that article 108 names, which this rule cannot know.
    basis: kind === 'administrative' ? [{ law: 'psapl', article: '108' }] : [{ law: 'cpl', article: '118' }],
    facts: {},
  }
}

/** 立案前不得采取强制措施: what was done is on the record all the same, and a filing that follows does not make it lawful. */
function measureFollowsFiling({ filedAt, measuresBegan }: Standing): CaseFinding | null {
  if (measuresBegan.every((began) => filedAt !== null && began >= filedAt)) return null
  return { rule: 'measure-follows-filing', severity: 'warn', basis: [{ law: 'proc-crim', article: '174' }], facts: {} }
}

/** What is irregular about a case as it stands. It warns; nothing that happened is kept from being recorded by it. */
export const findingsOn = (standing: Standing): readonly CaseFinding[] =>
  [twoInvestigators(standing), measureFollowsFiling(standing)].filter((finding) => finding !== null)
