import { addDays, type Day, startOf } from '#kernel/beijing-time.ts'
import { allCategories } from './categories/all-categories.ts'
import { chooseCause, playCase } from './case-story.ts'
import { type Corps, type CountyOfficer, inventOfficers } from './county-officers.ts'
import { type CountyLayout, demoCounty } from './county-units.ts'
import { inventResidents } from './people.ts'
import { type Random, randomOf } from './random.ts'
import { recipientIn } from './recipient.ts'
import { drawInstant, yearBefore } from './rhythm.ts'
import { playScene, reporterOf, type Scene } from './scene-story.ts'
import type { IncidentStory, Step } from './story.ts'
import { minutes } from './timeline.ts'
import { type Workforce, workforceOf } from './workforce.ts'

export interface CountyOrder {
  readonly seed: string
  /** Day of the first start: everything happened in the 365 days before it. */
  readonly anchorDay: Day
  /** So many years earlier, as seen from the same anchor day; the people are those of the last year. */
  readonly yearsBefore?: number
  /** Left out, the demo county. */
  readonly corps?: Corps
  readonly incidents?: number
  readonly cases?: number
}

export interface County extends Pick<CountyLayout, 'division' | 'bureau' | 'units'> {
  /** In the demo county the first eight stand for one role each, in the order of dispatcher, officer, unit head, legal officer, case centre, leader, supervisor, administrator. */
  readonly officers: readonly CountyOfficer[]
  /** In the order in which they were received. */
  readonly incidents: readonly IncidentStory[]
}

// why: a case needs time to be opened after the scene; what ends later than this becomes none.
const lastCaseMs = 8 * 3_600_000

const shares = allCategories.map((category) => [category, category.weight] as const)

const daysOfYear = 365

function callsOf(seed: string, { anchorDay, yearsBefore = 0 }: CountyOrder, count: number) {
  const random = randomOf(`${seed}/calls`)
  const days = yearBefore(addDays(anchorDay, -yearsBefore * daysOfYear))
  const calls = Array.from({ length: count }, () => {
    const category = random.weighted(shares)
    return { category, at: drawInstant(random, days, category) }
  })
  return calls.sort((one, other) => one.at.getTime() - other.at.getTime())
}

/** Exactly so many of the scenes become cases, the likelier kinds more often: the smallest of weighted exponential draws. */
function chooseCases(random: Random, scenes: readonly Scene[], { count, end }: { count: number; end: Date }): ReadonlySet<Scene> {
  const mayBecome = scenes.filter(
    ({ category, disposed }) => category.caseOdds > 0 && disposed !== null && disposed.recordedAt.getTime() + lastCaseMs < end.getTime(),
  )
  const drawn = mayBecome.map((scene) => ({ scene, key: -Math.log(1 - random.next()) / scene.category.caseOdds }))
  drawn.sort((one, other) => one.key - other.key)
  return new Set(drawn.slice(0, count).map(({ scene }) => scene))
}

/** Within its 24 hours as a rule, by whoever found that it belongs elsewhere. */
function handOver({ random, timeline }: Scene, disposed: Step, result: string): IncidentStory['handedOver'] {
  const after = random.chance(0.03) ? random.int(1_450, 2_400) : random.int(15, 720)
  const step = timeline.step(minutes(after), disposed.by)
  return step && { ...step, to: recipientIn(result) }
}

type Ending = Pick<IncidentStory, 'disposed' | 'refused' | 'handedOver' | 'case'>

function endWithoutCase(scene: Scene, disposed: Step, workforce: Workforce): Ending {
  const { random, category, fill, timeline, told } = scene
  const [disposition, results] = random.weighted(
    category.endings.map(([ending, weight, texts]) => [[ending, texts] as const, weight] as const),
  )
  const result = fill(random.pick(results))
  const decides =
    disposition === 'not-accepted' && timeline.step(minutes(random.int(8, 180)), workforce.anyone(random, 'unit-head', told.unitCode))
  return {
    disposed: { ...disposed, disposition, result },
    refused: decides || null,
    handedOver: disposition === 'transferred' ? handOver(scene, disposed, result) : null,
    case: null,
  }
}

const caseResults = {
  administrative: '涉嫌违反治安管理，依法立为行政案件调查。',
  criminal: '涉嫌犯罪，依法受理为刑事案件。',
} as const

function endOf(scene: Scene, isCase: boolean, workforce: Workforce): IncidentStory {
  const { told, disposed } = scene
  const incident = { ...told, reporter: reporterOf(scene) }
  if (!disposed) return { ...incident, disposed: null, refused: null, handedOver: null, case: null }
  if (!isCase) return { ...incident, ...endWithoutCase(scene, disposed, workforce) }
  const chosen = chooseCause(scene)
  const story = playCase(scene, chosen, workforce)
  if (!story) return { ...incident, ...endWithoutCase(scene, disposed, workforce) }
  const ending = { ...disposed, disposition: `${chosen.kind}-case` as const, result: caseResults[chosen.kind] }
  return {
    ...incident,
    reporter: { ...incident.reporter, name: story.party.name, phone: story.party.phone },
    disposed: ending,
    refused: null,
    handedOver: null,
    case: story,
  }
}

/** A county, the demo county as a rule: the same order gives the same county to the last letter. Nobody in it is real, and nothing that happens. */
export function inventCounty(order: CountyOrder): County {
  const { seed, anchorDay, yearsBefore = 0, corps, incidents: incidentCount = 30_000, cases: caseCount = 8_000 } = order
  const layout = corps?.layout ?? demoCounty
  const end = startOf(anchorDay)
  const officers = inventOfficers(seed, corps)
  const workforce = workforceOf(officers, layout.bureau)
  const residents = inventResidents(randomOf(`${seed}/residents`))
  const yearSeed = yearsBefore === 0 ? seed : `${seed}/${yearsBefore}-years-before`
  const scenes = callsOf(yearSeed, order, incidentCount).flatMap(({ category, at }, index) => {
    const scene = playScene({ layout, random: randomOf(`${yearSeed}/call/${index}`), category, at, end, residents, workforce })
    return scene ? [scene] : []
  })
  const cases = chooseCases(randomOf(`${yearSeed}/cases`), scenes, { count: caseCount, end })
  const { division, bureau, units } = layout
  return { division, bureau, units, officers, incidents: scenes.map((scene) => endOf(scene, cases.has(scene), workforce)) }
}
