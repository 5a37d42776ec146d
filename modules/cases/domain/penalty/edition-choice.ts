import type { Day } from '#kernel/beijing-time.ts'
import { type CauseInEdition, type CauseRanges, type Edition, type PenaltyTier, tierNamed } from './range.ts'
import { optionsText } from './range-words.ts'
import { compareSeverity } from './severity.ts'
import { line, type SumLine } from './sum-line.ts'

export const revisedFrom = '2026-01-01'
const amendedFrom = '2013-01-01'

export const editionOn = (date: Day): Edition => (date < revisedFrom ? 2012 : 2025)
export const otherEdition = (edition: Edition): Edition => (edition === 2012 ? 2025 : 2012)

/** The law that a penalty is taken from, with the lines that led to it. */
export interface ChosenLaw {
  readonly edition: Edition
  readonly law: CauseInEdition
  readonly tier: PenaltyTier
  readonly why: readonly SumLine[]
}

interface Act {
  readonly actDate: Day
  readonly decidedOn: Day
  readonly cause: CauseRanges
  /** The cause and the tier in the edition of the act. */
  readonly law: CauseInEdition
  readonly tier: PenaltyTier
}

const oldOrLighter = { law: 'penalty-law', article: '37' }

const ofAct = (actDate: Day, edition: Edition): readonly SumLine[] => [
  line('edition', `行为日 ${actDate}：适用《治安管理处罚法》${edition}版。`, `Act on ${actDate}: edition of ${edition}.`, [oldOrLighter]),
  ...(actDate < amendedFrom
    ? [
        line(
          'review' as const,
          '行为早于2013-01-01，当时施行2012年修正以前的文本：请复核。',
          'The act is older than the amendment of 2012, in force from 2013-01-01: review the text of that time.',
        ),
      ]
    : []),
]

const lacksTier = (edition: Edition): SumLine =>
  line(
    'review',
    `${edition}版没有同名档次，无法自动比较轻重：适用行为时的版本，请法制人员复核。`,
    `The edition of ${edition} has no tier of that name, so the two cannot be compared: that of the act applies; legal review needed.`,
    [oldOrLighter],
  )

function compared(law: PenaltyTier, later: PenaltyTier, sign: number): SumLine {
  const [first, second] = [optionsText(law.options), optionsText(later.options)]
  const zh = sign > 0 ? '2025版较轻，适用2025版' : sign < 0 ? '2012版较轻，适用2012版' : '轻重相同，适用行为时的2012版'
  const en =
    sign > 0
      ? 'that of 2025 is lighter and applies'
      : sign < 0
        ? 'that of 2012 is lighter and applies'
        : 'equal: that of the act, 2012, applies'
  return line(
    'comparison',
    `决定日在2026-01-01以后，从旧兼从轻：2012版 ${first.zh}；2025版 ${second.zh}。${zh}。`,
    `Decided from 2026-01-01 on, old or lighter: 2012 ${first.en}; 2025 ${second.en}; ${en}.`,
    [oldOrLighter],
  )
}

/**
 * The edition of the act, or the later one if the decision falls under it and its range is lighter (从旧兼从轻, Penalty Law 37).
 * Where the later one lacks the tier, the edition of the act, with a call for review.
 */
export function chooseLaw({ actDate, decidedOn, cause, law, tier }: Act): ChosenLaw {
  const edition = editionOn(actDate)
  const why = ofAct(actDate, edition)
  const decidedUnder = editionOn(decidedOn)
  if (decidedUnder === edition) return { edition, law, tier, why }
  const laterLaw = cause.editions[decidedUnder]
  const laterTier = tierNamed(laterLaw, tier.tier)
  if (!laterLaw || !laterTier) return { edition, law, tier, why: [...why, lacksTier(decidedUnder)] }
  const sign = compareSeverity(tier.options, laterTier.options)
  const lines = [...why, compared(tier, laterTier, sign), ...differing(cause)]
  return sign > 0 ? { edition: decidedUnder, law: laterLaw, tier: laterTier, why: lines } : { edition, law, tier, why: lines }
}

const differing = ({ differs }: CauseRanges): readonly SumLine[] =>
  differs ? [line('review', `${differs.zh}请复核此行为在两版下的认定。`, `${differs.en} Review how the act stands under each.`)] : []
