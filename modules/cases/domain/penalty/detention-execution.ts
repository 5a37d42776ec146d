import type { Bilingual } from '#kernel/bilingual.ts'
import type { PenaltyFacts } from './penalty-facts.ts'
import type { Edition } from './range.ts'
import { psapl, line, type SumLine } from './sum-line.ts'

export type Execution = 'executed' | 'not-executed' | 'may-be-executed'

interface Exemption extends Bilingual {
  readonly holds: (facts: PenaltyFacts) => boolean
  /** 2025: lifted where the act is grave and its effect bad. */
  readonly unlessGravelyBad: boolean
  /** 2025: lifted on the second violation within a year. */
  readonly unlessRepeated: boolean
}

const ageWithin = (from: number, to: number) => (facts: PenaltyFacts) => facts.age !== null && facts.age >= from && facts.age <= to

// law: PSAPL 2012 art.21, 2025 art.23. One exemption that stands is enough, whatever lifts another.
const exemptions: readonly Exemption[] = [
  {
    zh: '怀孕或者哺乳自己不满一周岁婴儿',
    en: 'pregnant, or nursing her own child under one year',
    holds: ({ pregnantOrNursing }) => pregnantOrNursing,
    unlessGravelyBad: false,
    unlessRepeated: false,
  },
  {
    zh: '已满十四周岁不满十六周岁',
    en: 'fourteen or fifteen years old',
    holds: ageWithin(14, 15),
    unlessGravelyBad: true,
    unlessRepeated: true,
  },
  {
    zh: '已满十六周岁不满十八周岁，初次违反治安管理',
    en: 'sixteen or seventeen years old, first violation',
    holds: (facts) => facts.firstTime && ageWithin(16, 17)(facts),
    unlessGravelyBad: true,
    unlessRepeated: false,
  },
  {
    zh: '七十周岁以上',
    en: 'seventy years or older',
    holds: ageWithin(70, Number.POSITIVE_INFINITY),
    unlessGravelyBad: true,
    unlessRepeated: true,
  },
]

/** What lifts this exemption, if anything does: only the edition of 2025 knows such exceptions. */
function liftedBy({ unlessGravelyBad, unlessRepeated }: Exemption, facts: PenaltyFacts, edition: Edition): Bilingual | null {
  if (edition === 2012) return null
  if (unlessGravelyBad && facts.gravelyBad) return { zh: '情节严重、影响恶劣', en: 'grave, with a bad effect' }
  if (unlessRepeated && facts.timesWithinYear >= 2)
    return { zh: `一年以内第${facts.timesWithinYear}次`, en: `violation number ${facts.timesWithinYear} within a year` }
  return null
}

/** Whether detention, if it is imposed, is served, with the line that says why. */
export function executionOf(facts: PenaltyFacts, edition: Edition): { readonly execution: Execution; readonly why: SumLine } {
  const basis = psapl(edition, edition === 2012 ? '21' : '23')
  const holding = exemptions
    .filter(({ holds }) => holds(facts))
    .map((exemption) => ({ exemption, lift: liftedBy(exemption, facts, edition) }))
  const standing = holding.find(({ lift }) => lift === null)
  if (standing) {
    const { zh, en } = standing.exemption
    return { execution: 'not-executed', why: line('detention', `${zh}：拘留不执行。`, `Detention is not executed: ${en}.`, basis) }
  }
  const [lifted] = holding
  if (lifted?.lift) {
    const { exemption, lift } = lifted
    return {
      execution: 'may-be-executed',
      why: line(
        'detention',
        `${exemption.zh}，但${lift.zh}：拘留可以执行。`,
        `Detention may be executed: ${exemption.en}, but ${lift.en}.`,
        basis,
      ),
    }
  }
  return {
    execution: 'executed',
    why: line(
      'detention',
      '没有不执行拘留的情形：决定拘留的，执行。',
      'Nothing keeps detention from being executed, where it is imposed.',
      basis,
    ),
  }
}
