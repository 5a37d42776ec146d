import { direction, directionsOf } from './circumstance.ts'
import type { Execution } from './detention-execution.ts'
import { isMinor, type PenaltyFacts } from './penalty-facts.ts'
import type { Edition } from './range.ts'
import { type Direction, line, psapl, type SumLine } from './sum-line.ts'

/** Why nobody may be penalised, and what is done instead. */
export interface NoLiability {
  readonly why: SumLine
  readonly directions: readonly Direction[]
}

const penaltyLawOnCapacity = { law: 'penalty-law', article: '31' }

/** Below fourteen, or without capacity at the act: no penalty, whatever the cause. Otherwise null. */
export function noLiability({ age, capacity }: PenaltyFacts, edition: Edition): NoLiability | null {
  if (age !== null && age < 14) {
    const basis = psapl(edition, '12')
    const education = direction('education', '不满十四周岁', 'Under fourteen', psapl(2025, '24'))
    return {
      why: line('age', `行为时${age}周岁，不满十四周岁：不予处罚。`, `${age} years old at the act, under fourteen: no penalty.`, basis),
      directions: [direction('guardian', '不满十四周岁', 'Under fourteen', basis), ...(edition === 2025 ? [education] : [])],
    }
  }
  if (capacity === 'none') {
    const basis = psapl(edition, '13')
    return {
      why: line('capacity', '行为时不能辨认或者不能控制自己行为：不予处罚。', 'Could not recognise or control the act: no penalty.', [
        ...basis,
        penaltyLawOnCapacity,
      ]),
      directions: [direction('guardian', '由监护人加强看护管理和治疗', 'Care and treatment by the guardian', basis)],
    }
  }
  return null
}

/** That age and capacity stand in nobody's way. */
export function liable({ age, capacity }: PenaltyFacts, edition: Edition): readonly SumLine[] {
  const shownAge =
    age === null
      ? line('age', '未注明年龄，按成年人计算。', 'No age given: taken as an adult.', psapl(edition, '12'))
      : line(
          'age',
          `行为时${age}周岁，已满十四周岁：应予处罚。`,
          `${age} years old at the act, fourteen or older: liable.`,
          psapl(edition, '12'),
        )
  if (capacity === 'full') return [shownAge]
  return [
    shownAge,
    line(
      'capacity',
      '辨认或者控制能力减弱，尚未完全丧失：应予处罚，可以从轻或者减轻。',
      'Capacity diminished, not lost: liable, may be lighter or reduced.',
      diminishedBasis(edition),
    ),
  ]
}

// law: the edition of 2012 is silent on diminished capacity; Penalty Law art.31 speaks for every penalty.
const diminishedBasis = (edition: Edition) => (edition === 2012 ? [penaltyLawOnCapacity] : [...psapl(2025, '13'), penaltyLawOnCapacity])

// law: PSAPL 2012 art.20 counts penalties of six months, 2025 art.22 those of a year; violations within a year tell the second alone.
function repeated({ timesWithinYear }: PenaltyFacts, edition: Edition): readonly Direction[] {
  if (timesWithinYear < 2) return []
  if (edition === 2012) {
    return [
      direction(
        'check',
        `一年内第${timesWithinYear}次；六个月内曾受处罚的从重`,
        `Violation number ${timesWithinYear} within a year; heavier if penalised within six months`,
        psapl(2012, '20'),
      ),
    ]
  }
  return [
    direction(
      'heavier',
      `一年内第${timesWithinYear}次，前次已受处罚的`,
      `Violation number ${timesWithinYear} within a year, if the earlier one was penalised`,
      psapl(2025, '22'),
    ),
  ]
}

function ofMinors(facts: PenaltyFacts, edition: Edition, execution: Execution | null): readonly Direction[] {
  if (!isMinor(facts)) return []
  const isServed = execution === 'executed' || execution === 'may-be-executed'
  return [
    direction('lighter-or-reduced', '已满十四周岁不满十八周岁', 'Fourteen to seventeen', psapl(edition, '12')),
    ...(edition === 2025 && execution === 'not-executed'
      ? [direction('education', '未成年人不执行拘留', 'A minor whose detention is not executed', psapl(2025, '24'))]
      : []),
    // why: a hearing is procedure, which follows the day of the decision.
    ...(isServed && facts.decidedOn >= '2026-01-01'
      ? [direction('hearing', '未成年人可能执行拘留', 'A minor who may serve detention', psapl(2025, '117'))]
      : []),
  ]
}

/** Everything that makes the penalty milder or heavier, or has to be done beside it. `execution` is null where there is no detention. */
export const personDirections = (facts: PenaltyFacts, edition: Edition, execution: Execution | null): readonly Direction[] => [
  ...ofMinors(facts, edition, execution),
  ...(facts.capacity === 'diminished'
    ? [direction('may-be-lighter-or-reduced', '尚未完全丧失辨认或者控制能力', 'Capacity diminished, not lost', diminishedBasis(edition))]
    : []),
  ...repeated(facts, edition),
  ...directionsOf(facts.circumstances, edition),
]
