import { type Day, dayOf, startOf } from '#kernel/beijing-time.ts'
import { calendar, dueAt, ruleInForce } from '#modules/deadlines/index.ts'
import { citationWords } from '#modules/law-library/index.ts'
import { type Penalty, penaltyOf } from '../../domain/penalty/penalty.ts'
import type { DirectionKind, Line, SumKind } from '../../domain/penalty/sum-line.ts'
import { type ReadPenaltyCase, readPenaltyCases } from './penalty-case.ts'

/** A line of the sum, or a direction, in both languages and with its articles written out. */
interface ShownLine<Kind extends string> {
  readonly kind: Kind
  readonly zh: string
  readonly en: string
  readonly basis: readonly { readonly zh: string; readonly en: string }[]
}

/** What is answered on a case; one that names no known cause and tier, or whose days contradict each other, is refused. */
export type PenaltyAnswer =
  | ({ readonly id: string; readonly directions: readonly ShownLine<DirectionKind>[]; readonly why: readonly ShownLine<SumKind>[] } & Omit<
      Penalty,
      'directions' | 'why'
    >)
  | { readonly id: string; readonly refused: true; readonly why: readonly ShownLine<SumKind>[] }

const shown = <Kind extends string>({ kind, text, basis }: Line<Kind>): ShownLine<Kind> => ({
  kind,
  zh: text.zh,
  en: text.en,
  basis: basis.map(citationWords),
})

/** By the same rule as every other period: the day six months on, of a month's last day the last of that month. */
export function limitationEnd(act: Day): Day {
  const start = startOf(act)
  const rule = ruleInForce('public_security_limitation', start)
  const answer = rule && dueAt(rule, start, [], calendar())
  if (!answer || 'refused' in answer) throw new Error(`no limitation of public-order penalties on ${act}`)
  return dayOf(answer.due)
}

function answerTo({ id, facts }: ReadPenaltyCase): PenaltyAnswer {
  const answer = penaltyOf(facts, limitationEnd)
  if ('refused' in answer) return { id, refused: true, why: answer.why.map(shown) }
  const { outcome, edition, article, options, detention, directions, why } = answer
  return { id, outcome, edition, article, options, detention, directions: directions.map(shown), why: why.map(shown) }
}

/** Answers every case of a file of penalty cases. Throws a PenaltyCaseFault on the first that cannot be read, so that nothing is answered by half. */
export const answerPenalties = (text: string): readonly PenaltyAnswer[] => readPenaltyCases(text).map(answerTo)
