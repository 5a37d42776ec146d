import type { CaseDetail, ChangeMade, ClockCard } from '../contract.ts'

type Move = CaseDetail['history'][number]
type PartyChange = CaseDetail['partyChanges'][number]
type Measure = CaseDetail['measures'][number]
type Paper = CaseDetail['papers'][number]

/** One thing that happened in a case. */
export type LineItem =
  | { readonly kind: 'move'; readonly at: string; readonly move: Move }
  | { readonly kind: 'change'; readonly at: string; readonly change: ChangeMade }
  | { readonly kind: 'paper'; readonly at: string; readonly paper: Paper }
  | { readonly kind: 'service'; readonly at: string; readonly paper: Paper }
  | { readonly kind: 'party'; readonly at: string; readonly change: PartyChange }
  | { readonly kind: 'measure' | 'measure-end'; readonly at: string; readonly measure: Measure }
  | { readonly kind: 'clock'; readonly at: string; readonly clock: ClockCard }

type Lined = Pick<CaseDetail, 'history' | 'changes' | 'papers' | 'clocks' | 'partyChanges' | 'measures'>

/** Moves, changes of the record, measures, what was done for parties, papers and the ends of clocks in one line, newest first; of one moment the move stands below what it led to. */
export function caseLine({ history, changes, papers, clocks, partyChanges, measures }: Lined): readonly LineItem[] {
  const items: LineItem[] = [
    ...history.map((move) => ({ kind: 'move' as const, at: move.occurredAt, move })),
    ...changes.map((change) => ({ kind: 'change' as const, at: change.occurredAt, change })),
    ...clocks.flatMap((clock) => (clock.metAt === null ? [] : [{ kind: 'clock' as const, at: clock.metAt, clock }])),
    ...partyChanges.map((change) => ({ kind: 'party' as const, at: change.occurredAt, change })),
    ...measures.map((measure) => ({ kind: 'measure' as const, at: measure.beganAt, measure })),
    ...measures.flatMap((measure) => (measure.endedAt === null ? [] : [{ kind: 'measure-end' as const, at: measure.endedAt, measure }])),
    ...papers.map((paper) => ({ kind: 'paper' as const, at: paper.issuedAt, paper })),
    ...papers.flatMap((paper) => (paper.served ? [{ kind: 'service' as const, at: paper.served.at, paper }] : [])),
  ]
  return items.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at)).toReversed()
}
