import type { Role } from '#kernel/actor.ts'
import type { Citation } from '#kernel/citation.ts'
import type { PartyRole } from './disclosure.ts'

export const caseKinds = ['administrative', 'criminal'] as const
export type CaseKind = (typeof caseKinds)[number]

/** 受案 · 立案 · 不予立案 · 移送起诉 · 作出决定 */
export const stages = ['accepted', 'filed', 'not-filed', 'transferred', 'decided'] as const
export type Stage = (typeof stages)[number]

/** How an administrative case ended. A reporter reads no more than this word. */
export const outcomes = ['penalty', 'not-punished', 'mediated', 'ended'] as const
export type Outcome = (typeof outcomes)[number]

export const acts = ['accept', 'file', 'refuse', 'transfer', 'decide'] as const
export type Act = (typeof acts)[number]

/** Under which law an administrative case is handled: 治安案件, or another law on penalties with its own limit. */
export const caseLaws = ['public-order', 'other-law'] as const
export type CaseLaw = (typeof caseLaws)[number]

/** A rule whose clock starts: always, for each party of this role, or where the case is handled under this law. */
type Started = string | { readonly rule: string; readonly for: PartyRole } | { readonly rule: string; readonly under: CaseLaw }

/** One lawful move of a case. A pair not listed cannot happen. */
export interface Move {
  readonly kind: CaseKind
  readonly act: Act
  /** Null: the move that opens the case. */
  readonly from: Stage | null
  readonly to: Stage
  readonly by: readonly Role[]
  /** Whose decision it is: the unit that holds the case, or the county bureau's leader. */
  readonly level: 'unit' | 'bureau'
  readonly needsReason: boolean
  /** Rules of `deadlines` whose clock ends with this move, and those that begin. */
  readonly ends: readonly string[]
  readonly starts: readonly Started[]
  readonly basis: readonly Citation[]
  /** Set where a case under another law than that on public order rests on other articles. */
  readonly basisUnderOtherLaw?: readonly Citation[]
}

export const moves: readonly Move[] = [
  {
    kind: 'criminal',
    act: 'accept',
    from: null,
    to: 'accepted',
    by: ['officer', 'unit-head'],
    level: 'unit',
    needsReason: false,
    ends: [],
    starts: ['crim_filing_review'],
    basis: [{ law: 'proc-crim', article: '171' }],
  },
  {
    kind: 'criminal',
    act: 'file',
    from: 'accepted',
    to: 'filed',
    by: ['leader'],
    level: 'bureau',
    needsReason: false,
    ends: ['crim_filing_review'],
    starts: [],
    basis: [{ law: 'proc-crim', article: '178' }],
  },
  {
    kind: 'criminal',
    act: 'refuse',
    from: 'accepted',
    to: 'not-filed',
    by: ['leader'],
    level: 'bureau',
    needsReason: true,
    ends: ['crim_filing_review'],
    // law: the notice, and with it the days of its service, is for a complainant alone (178).
    starts: [{ rule: 'no_filing_notice_service', for: 'complainant' }],
    basis: [{ law: 'proc-crim', article: '178' }],
  },
  {
    kind: 'criminal',
    act: 'transfer',
    from: 'filed',
    to: 'transferred',
    by: ['leader'],
    level: 'bureau',
    needsReason: false,
    ends: [],
    // why: the review that follows is the procuratorate's; a clock of ours would stand overdue with nobody here to stop it.
    starts: [],
    basis: [{ law: 'proc-crim', article: '289' }],
  },
  {
    kind: 'administrative',
    act: 'file',
    from: null,
    to: 'filed',
    by: ['unit-head'],
    level: 'unit',
    needsReason: false,
    ends: [],
    // law: thirty days are the limit of public-order cases alone (治安管理处罚法 118); any other penalty is decided in ninety (行政处罚法 60).
    starts: [
      { rule: 'admin_case_limit_2025', under: 'public-order' },
      { rule: 'other_admin_penalty_limit', under: 'other-law' },
    ],
    basis: [{ law: 'psapl', article: '90' }],
    basisUnderOtherLaw: [{ law: 'proc-admin', article: '61' }],
  },
  {
    kind: 'administrative',
    act: 'decide',
    from: 'filed',
    to: 'decided',
    by: ['unit-head', 'leader'],
    level: 'unit',
    needsReason: false,
    ends: ['admin_case_limit_2025', 'other_admin_penalty_limit'],
    starts: [],
    basis: [{ law: 'psapl', article: '109' }],
    basisUnderOtherLaw: [{ law: 'proc-admin', article: '172' }],
  },
]

export const moveBetween = (kind: CaseKind, from: Stage | null, act: Act): Move | undefined =>
  moves.find((move) => move.kind === kind && move.from === from && move.act === act)

/** The acts that are open to a case as it stands. */
export const openActs = (kind: CaseKind, from: Stage): readonly Move[] => moves.filter((move) => move.kind === kind && move.from === from)

export const openingMove = (kind: CaseKind): Move => moves.find((move) => move.kind === kind && move.from === null) as Move

/** Of a refusal, for each complainant by itself: it ends when the notice is served on that one. */
export const noticeServiceRule = 'no_filing_notice_service'

interface StartedRule {
  readonly rule: string
  /** Owed to each party of this role by itself; null: of the case. */
  readonly owedTo: PartyRole | null
}

/** The rules whose clocks a move starts under this law. */
export const startedRules = ({ starts }: Pick<Move, 'starts'>, law: CaseLaw): readonly StartedRule[] =>
  starts.flatMap((start): readonly StartedRule[] => {
    if (typeof start === 'string') return [{ rule: start, owedTo: null }]
    if ('under' in start) return start.under === law ? [{ rule: start.rule, owedTo: null }] : []
    return [{ rule: start.rule, owedTo: start.for }]
  })

/** The articles that a move rests on. */
export const basisOf = ({ basis, basisUnderOtherLaw }: Move, law: CaseLaw): readonly Citation[] =>
  law === 'other-law' && basisUnderOtherLaw ? basisUnderOtherLaw : basis

/** A case at its end for this system: nothing is left to do in it. */
export const isClosed = (stage: Stage): boolean => stage === 'not-filed' || stage === 'decided' || stage === 'transferred'
