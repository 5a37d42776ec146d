import type { UnitCode } from '#kernel/unit-code.ts'
import type { CaseKind } from './category.ts'
import type { Random } from './random.ts'
import type { Scene } from './scene-story.ts'
import type { CaseMove, CaseParty, CaseStory, Step } from './story.ts'
import { days, minutes, type Timeline } from './timeline.ts'
import { isSmallLoss } from './vocabulary.ts'
import type { Workforce } from './workforce.ts'

const refusals = [
  { ground: 'no-crime', reason: '经调查，所报情况与查明的事实不符。' },
  { ground: 'plainly-minor', reason: '经调查，情节轻微，危害不大。' },
  { ground: 'no-crime', reason: '经调查，所报事项属于民事纠纷，可以向人民法院起诉。' },
  { ground: 'plainly-minor', reason: '经调查，未达到立案追诉标准，且没有其他应当追究刑事责任的情形。' },
  { ground: 'other-by-law', reason: '经调查，具有依法不追究刑事责任的其他情形。' },
] as const

const outcomes = [
  ['penalty', 62],
  ['mediated', 18],
  ['not-punished', 11],
  ['ended', 9],
] as const

const reportersOnly = ['gambling', 'drugs', 'vice', 'tip-off', 'drunk-driving', 'noise', 'obstruction']

function partyOf({ random, category, resident }: Scene, kind: CaseKind): CaseParty {
  const role = reportersOnly.includes(category.code)
    ? 'reporter'
    : random.weighted<CaseParty['role']>([
        ['victim', 50],
        ['reporter', 30],
        ['complainant', kind === 'criminal' ? 20 : 0],
      ])
  return { role, name: resident.name, phone: random.chance(0.015) ? null : resident.phone }
}

interface Work {
  readonly random: Random
  readonly timeline: Timeline
  readonly workforce: Workforce
  readonly unitCode: UnitCode
  readonly holderId: string
}

const move = (
  act: CaseMove['act'],
  step: Step | null,
  more: Partial<Pick<CaseMove, 'ground' | 'reason' | 'outcome'>> = {},
): readonly CaseMove[] => (step ? [{ ...step, act, ground: null, reason: null, outcome: null, ...more }] : [])

/** Decided in thirty days as a rule, a few late. What is still overdue is overdue by days, as in a bureau that looks at its clocks. */
function administrativeMoves({ random, timeline, workforce, unitCode }: Work): readonly CaseMove[] {
  const after = random.weighted([
    [random.int(1, 14), 70],
    [random.int(15, 28), 26],
    [random.int(31, 48), 4],
  ])
  const decidedBy = random.chance(0.75) ? workforce.anyone(random, 'unit-head', unitCode) : workforce.anyone(random, 'leader')
  return move('decide', timeline.officeStep(days(after), decidedBy), { outcome: random.weighted(outcomes) })
}

/** Filed or refused by the bureau's leader in three days as a rule. */
function criminalMoves({ random, timeline, workforce }: Work): readonly CaseMove[] {
  const leader = () => workforce.anyone(random, 'leader')
  const review = random.chance(0.07) ? days(random.int(4, 16)) : minutes(random.int(60, 3_400))
  const decided = timeline.officeStep(review, leader())
  if (random.chance(0.14)) return move('refuse', decided, random.pick(refusals))
  const filed = move('file', decided)
  return random.chance(0.55) ? [...filed, ...move('transfer', timeline.officeStep(days(random.int(12, 140)), leader()))] : filed
}

function serve({ random, timeline, holderId }: Work, party: CaseParty, moves: readonly CaseMove[]): Step | null {
  if (moves.at(-1)?.act !== 'refuse' || party.role !== 'complainant') return null
  const after = random.chance(0.06) ? days(random.int(4, 15)) : minutes(random.int(60, 3_600))
  // why: whoever holds the case, since a secret one is not known to the other officers.
  return timeline.officeStep(after, holderId)
}

/** What the case is about. Where the amount decides, it decides between crime and violation. */
export function chooseCause({ random, category, told }: Scene): { kind: CaseKind; causeCode: string } {
  const isSmall = category.isByAmount ? isSmallLoss(told.narrative) : null
  const wanted = isSmall === null ? null : isSmall ? 'administrative' : 'criminal'
  const fit = category.causes.filter(([kind]) => wanted === null || kind === wanted)
  return random.weighted(fit.map(([kind, causeCode, weight]) => [{ kind, causeCode }, weight] as const))
}

/** What became of a case; null when it would be opened after the end. */
export function playCase(scene: Scene, { kind, causeCode }: { kind: CaseKind; causeCode: string }, workforce: Workforce): CaseStory | null {
  const { random, timeline, told, disposed } = scene
  const { unitCode } = told
  if (!disposed) return null
  const holderId = disposed.by
  const opened =
    kind === 'criminal' ? disposed : timeline.step(minutes(random.int(8, 150)), workforce.anyone(random, 'unit-head', unitCode))
  if (!opened) return null
  const work = { random, timeline, workforce, unitCode, holderId }
  const moves = kind === 'criminal' ? criminalMoves(work) : administrativeMoves(work)
  const party = partyOf(scene, kind)
  return {
    id: random.id(opened.recordedAt),
    kind,
    causeCode,
    matter: `${told.matter}（${told.place}）`,
    unitCode,
    holderId,
    party,
    opened,
    moves,
    noticeServed: serve(work, party, moves),
  }
}
