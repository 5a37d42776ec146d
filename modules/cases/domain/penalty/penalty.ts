import type { Day } from '#kernel/beijing-time.ts'
import { complainedInTime, complainedInTimeZh } from './circumstance.ts'
import { type Execution, executionOf } from './detention-execution.ts'
import { chooseLaw, editionOn, otherEdition } from './edition-choice.ts'
import type { PenaltyFacts } from './penalty-facts.ts'
import { liable, noLiability, personDirections } from './person-rules.ts'
import { type CauseInEdition, type CauseRanges, type Edition, type PenaltyOption, rangesOf, tierNamed } from './range.ts'
import { optionsText, tierText } from './range-words.ts'
import { causeBasis, type Direction, line, psapl, type SumLine } from './sum-line.ts'

/** What the law says on one case. `options` is the range before anything in `directions` is applied to it. */
export interface Penalty {
  readonly outcome: 'penalty' | 'no-penalty' | 'time-barred'
  readonly edition: Edition
  /** As the edition prints it, e.g. `50(1)(2)`; null where it does not know the cause. */
  readonly article: string | null
  readonly options: readonly PenaltyOption[]
  /** null where no option has detention. */
  readonly detention: Execution | null
  readonly directions: readonly Direction[]
  readonly why: readonly SumLine[]
}

export interface RefusedPenalty {
  readonly refused: true
  readonly why: readonly SumLine[]
}

/** The last day on which the police may still have discovered an act of this day: six months on (`public_security_limitation`). */
export type LimitationEnd = (act: Day) => Day

const refusal = (zh: string, en: string): RefusedPenalty => ({ refused: true, why: [line('refused', zh, en)] })

function noSuchTier(cause: CauseRanges, law: CauseInEdition | null, tier: string): RefusedPenalty {
  const known = (law?.tiers ?? []).map((one) => one.tier)
  const [zh, en] = [known.map((one) => tierText(one).zh).join('、'), known.join('; ')]
  if (known.length === 0) {
    return refusal(
      `“${cause.name}”没有自己的处罚幅度，按所符合的其他案由处罚。`,
      `“${cause.en}” has no range of its own: it is punished under the cause that the act matches.`,
    )
  }
  return tier === 'base'
    ? refusal(`“${cause.name}”没有一般情节，须注明档次：${zh}。`, `“${cause.en}” has no ordinary tier; name one of: ${en}.`)
    : refusal(`“${cause.name}”没有档次“${tier}”；有：${zh}。`, `“${cause.en}” has no tier “${tier}”; it has: ${en}.`)
}

/** Dates that contradict each other cannot be reckoned with; a continuing act may be discovered before it ends. */
function contradiction({ actDate, decidedOn, discoveredOn }: PenaltyFacts): RefusedPenalty | null {
  if (decidedOn < actDate)
    return refusal(`决定日 ${decidedOn} 早于行为日 ${actDate}。`, `Decided on ${decidedOn}, before the act of ${actDate}.`)
  if (discoveredOn !== null && discoveredOn > decidedOn) {
    return refusal(`发现日 ${discoveredOn} 晚于决定日 ${decidedOn}。`, `Discovered on ${discoveredOn}, after the decision of ${decidedOn}.`)
  }
  return null
}

const saysComplained = ({ circumstances }: PenaltyFacts): boolean =>
  circumstances.includes(complainedInTime) || circumstances.includes(complainedInTimeZh)

function limitation(
  facts: PenaltyFacts,
  edition: Edition,
  limitationEnd: LimitationEnd,
): { readonly isBarred: boolean; readonly why: SumLine } {
  const { actDate, discoveredOn } = facts
  const basis = psapl(edition, edition === 2012 ? '22' : '25')
  const last = limitationEnd(actDate)
  const until = {
    zh: `追究时效自行为日（终了日）${actDate}起六个月，至 ${last}`,
    en: `Limitation of six months from the act (or its end) on ${actDate}, until ${last}`,
  }
  if (discoveredOn === null)
    return {
      isBarred: false,
      why: line('limitation', `${until.zh}；视为在期限内发现。`, `${until.en}; taken as discovered in time.`, basis),
    }
  if (discoveredOn <= last) {
    return {
      isBarred: false,
      why: line(
        'limitation',
        `${until.zh}；${discoveredOn} 发现，在期限内。`,
        `${until.en}; discovered on ${discoveredOn}, in time.`,
        basis,
      ),
    }
  }
  if (saysComplained(facts)) {
    return {
      isBarred: false,
      why: line(
        'limitation',
        `${until.zh}；${discoveredOn} 发现，但被侵害人在期限内控告，不受时效限制。`,
        `${until.en}; discovered on ${discoveredOn}, but the victim had complained in time: not barred.`,
        [{ law: 'proc-admin', article: '154' }],
      ),
    }
  }
  return {
    isBarred: true,
    why: line(
      'limitation',
      `${until.zh}；${discoveredOn} 发现，已超过：不再处罚。`,
      `${until.en}; discovered on ${discoveredOn}, too late: no longer punished.`,
      basis,
    ),
  }
}

function causeLine({ name, en }: CauseRanges, law: CauseInEdition | null, edition: Edition): SumLine {
  return law
    ? line(
        'cause',
        `案由：${name}，${edition}版第${law.article}条。`,
        `Cause: ${en}, art. ${law.article} of the edition of ${edition}.`,
        causeBasis(edition, law.article),
      )
    : line('cause', `案由：${name}，${edition}版没有规定。`, `Cause: ${en}, unknown to the edition of ${edition}.`)
}

const withoutPenalty = (
  outcome: 'no-penalty' | 'time-barred',
  { edition, law, why }: { readonly edition: Edition; readonly law: CauseInEdition | null; readonly why: readonly SumLine[] },
  directions: readonly Direction[] = [],
): Penalty => ({ outcome, edition, article: law?.article ?? null, options: [], detention: null, directions, why })

const timesReview = ({ firstTime, timesWithinYear }: PenaltyFacts): readonly SumLine[] =>
  firstTime && timesWithinYear > 1
    ? [
        line(
          'review',
          `注明初次，又注明一年内第${timesWithinYear}次：按初次计算，请复核。`,
          `Given as the first time and as number ${timesWithinYear} within a year: taken as the first; review.`,
        ),
      ]
    : []

/** The range of the chosen law, and what becomes of detention in it. */
function penalised(facts: PenaltyFacts, cause: CauseRanges, before: readonly SumLine[], chosen: ReturnType<typeof chooseLaw>): Penalty {
  const { edition, law, tier } = chosen
  const range = optionsText(tier.options)
  const hasDetention = tier.options.some(({ main }) => main.kind === 'detention')
  const executed = hasDetention ? executionOf(facts, edition) : null
  const ofDetention = executed
    ? [
        line(
          'cap' as const,
          '数行为分别决定、合并执行的拘留，最长不超过二十日。',
          'Detention for several acts, executed together, is at most twenty days.',
          psapl(edition, '16'),
        ),
        executed.why,
      ]
    : []
  const tierName = tierText(tier.tier)
  const rangeLine = line(
    'range',
    `${edition}版第${law.article}条，${tierName.zh}：${range.zh}。`,
    `Edition of ${edition}, art. ${law.article}, tier ${tierName.en}: ${range.en}.`,
    causeBasis(edition, law.article),
  )
  const ownNote = cause.note ? [line('check' as const, cause.note.zh, cause.note.en, causeBasis(edition, law.article))] : []
  return {
    outcome: 'penalty',
    edition,
    article: law.article,
    options: tier.options,
    detention: executed?.execution ?? null,
    directions: [...personDirections(facts, edition, executed?.execution ?? null), ...ownNote],
    why: [...before, ...chosen.why, rangeLine, ...ofDetention, ...timesReview(facts)],
  }
}

/**
 * The statutory range of one public-order case, with the sum behind it. In this order: cause and tier, limitation, age and capacity, whether
 * the edition of the act knows the cause, the lighter edition (domain.md 0.3, 8.3). Pure, never throws.
 */
export function penaltyOf(facts: PenaltyFacts, limitationEnd: LimitationEnd): Penalty | RefusedPenalty {
  const cause = rangesOf(facts.cause)
  if (!cause) return refusal(`没有案由“${facts.cause}”。`, `There is no cause “${facts.cause}”.`)
  const edition = editionOn(facts.actDate)
  const law = cause.editions[edition]
  const lookedUp = law ?? cause.editions[otherEdition(edition)]
  const tier = tierNamed(lookedUp, facts.tier)
  if (!tier) return noSuchTier(cause, lookedUp, facts.tier)
  const wrong = contradiction(facts)
  if (wrong) return wrong

  const about = causeLine(cause, law, edition)
  const { isBarred, why: limit } = limitation(facts, edition, limitationEnd)
  if (isBarred) return withoutPenalty('time-barred', { edition, law, why: [about, limit] })
  const innocent = noLiability(facts, edition)
  if (innocent) return withoutPenalty('no-penalty', { edition, law, why: [about, limit, innocent.why] }, innocent.directions)
  const before = [about, limit, ...liable(facts, edition)]
  if (!law) return withoutPenalty('no-penalty', { edition, law, why: [...before, unknownThen(facts, edition)] })
  return penalised(facts, cause, before, chooseLaw({ actDate: facts.actDate, decidedOn: facts.decidedOn, cause, law, tier }))
}

const unknownThen = ({ actDate }: PenaltyFacts, edition: Edition): SumLine =>
  line(
    'edition',
    `行为日 ${actDate} 适用${edition}版，该版没有规定此行为：不予处罚。`,
    `Act on ${actDate}: the edition of ${edition} does not know it, so there is no penalty.`,
    [{ law: 'penalty-law', article: '37' }],
  )
