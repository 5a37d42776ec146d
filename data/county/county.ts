import { type Day, startOf } from '#kernel/beijing-time.ts'
import { allCategories } from './categories/all-categories.ts'
import { chooseCause, playCase } from './case-story.ts'
import { type CountyOfficer, inventOfficers } from './county-officers.ts'
import { countyDivision, countyUnits, type CountyUnit } from './county-units.ts'
import { inventResidents } from './people.ts'
import { type Random, randomOf } from './random.ts'
import { drawInstant, yearBefore } from './rhythm.ts'
import { playScene, reporterOf, type Scene } from './scene-story.ts'
import type { IncidentStory, Step } from './story.ts'
import { type Workforce, workforceOf } from './workforce.ts'

export interface CountyOrder {
  readonly seed: string
  /** Day of the first start: everything happened in the 365 days before it. */
  readonly anchorDay: Day
  readonly incidents?: number
  readonly cases?: number
}

export interface County {
  readonly division: typeof countyDivision
  readonly units: readonly CountyUnit[]
  /** The first eight stand for one role each, in the order of dispatcher, officer, unit head, legal officer, case centre, leader, supervisor, administrator. */
  readonly officers: readonly CountyOfficer[]
  /** In the order in which they were received. */
  readonly incidents: readonly IncidentStory[]
}

// why: a case needs time to be opened after the scene; what ends later than this becomes none.
const lastCaseMs = 8 * 3_600_000

const shares = allCategories.map((category) => [category, category.weight] as const)

function callsOf({ seed, anchorDay }: CountyOrder, count: number) {
  const random = randomOf(`${seed}/calls`)
  const days = yearBefore(anchorDay)
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

function endWithoutCase({ random, category, fill }: Scene, disposed: Step): IncidentStory['disposed'] {
  const [disposition, results] = random.weighted(
    category.endings.map(([ending, weight, texts]) => [[ending, texts] as const, weight] as const),
  )
  return { ...disposed, disposition, result: fill(random.pick(results)) }
}

const caseResults = {
  administrative: '涉嫌违反治安管理，依法立为行政案件调查。',
  criminal: '涉嫌犯罪，依法受理为刑事案件。',
} as const

function endOf(scene: Scene, isCase: boolean, workforce: Workforce): IncidentStory {
  const { told, disposed } = scene
  const incident = { ...told, reporter: reporterOf(scene) }
  if (!disposed) return { ...incident, disposed: null, case: null }
  if (!isCase) return { ...incident, disposed: endWithoutCase(scene, disposed), case: null }
  const chosen = chooseCause(scene)
  const story = playCase(scene, chosen, workforce)
  if (!story) return { ...incident, disposed: endWithoutCase(scene, disposed), case: null }
  const ending = { ...disposed, disposition: `${chosen.kind}-case` as const, result: caseResults[chosen.kind] }
  return {
    ...incident,
    reporter: { ...incident.reporter, name: story.party.name, phone: story.party.phone },
    disposed: ending,
    case: story,
  }
}

/** The demo county: the same seed and day give the same county to the last letter. Nobody and nothing in it is real. */
export function inventCounty(order: CountyOrder): County {
  const { seed, anchorDay, incidents: incidentCount = 30_000, cases: caseCount = 8_000 } = order
  const end = startOf(anchorDay)
  const officers = inventOfficers(seed)
  const workforce = workforceOf(officers)
  const residents = inventResidents(randomOf(`${seed}/residents`))
  const scenes = callsOf(order, incidentCount).flatMap(({ category, at }, index) => {
    const scene = playScene({ random: randomOf(`${seed}/call/${index}`), category, at, end, residents, workforce })
    return scene ? [scene] : []
  })
  const cases = chooseCases(randomOf(`${seed}/cases`), scenes, { count: caseCount, end })
  return {
    division: countyDivision,
    units: countyUnits,
    officers,
    incidents: scenes.map((scene) => endOf(scene, cases.has(scene), workforce)),
  }
}
