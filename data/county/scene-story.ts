import type { UnitCode } from '#kernel/unit-code.ts'
import type { Category, Grade, Sensitivity } from './category.ts'
import type { CountyLayout } from './county-units.ts'
import { courteous, type Resident } from './people.ts'
import { areaShares, inventPlace } from './places.ts'
import type { Random } from './random.ts'
import type { IncidentStory, Step } from './story.ts'
import { minutes, seconds, type Timeline, timelineFrom } from './timeline.ts'
import { addition, tell } from './vocabulary.ts'
import type { Workforce } from './workforce.ts'

/** A call up to the moment its officer says how it ended; whether a case comes of it is drawn over all calls together. */
export interface Scene {
  readonly random: Random
  readonly category: Category
  readonly timeline: Timeline
  readonly resident: Resident
  readonly told: Omit<IncidentStory, 'disposed' | 'refused' | 'handedOver' | 'case' | 'reporter'>
  readonly disposed: Step | null
  /** Fills the slots of what the officer wrote as those of the tale were filled. */
  fill(text: string): string
}

interface Call {
  readonly layout: CountyLayout
  readonly random: Random
  readonly category: Category
  readonly at: Date
  readonly end: Date
  readonly residents: readonly Resident[]
  readonly workforce: Workforce
}

const sources = [
  ['110', 84],
  ['counter', 9],
  ['online', 5],
  ['transfer', 2],
] as const

const unitNamed = ({ units }: CountyLayout, shortName: string): UnitCode => {
  const found = units.find((unit) => unit.shortName === shortName)
  if (!found) throw new TypeError(`the county has no unit called ${shortName}`)
  return found.code
}

function unitFor({ random, category, layout }: Call, station: string): UnitCode {
  const [brigade, share] = category.brigade ?? ['刑侦', 0]
  return unitNamed(layout, random.chance(share) ? brigade : station)
}

/** Minutes on the road: the urgent ones first, and the hills take longer. */
function minutesToScene(random: Random, grade: Grade, station: string): number {
  const far = ['云岭', '石门', '清溪', '河西'].includes(station) ? 9 : 0
  const slow = random.chance(0.03) ? random.int(20, 60) : 0
  return random.int(3, grade === 'I' || grade === 'II' ? 12 : 28) + random.int(0, far) + slow
}

interface Drive {
  readonly grade: Grade
  readonly station: string
  readonly unitCode: UnitCode
}

function drive({ random, category, workforce, at, end }: Call, { grade, station, unitCode }: Drive) {
  const timeline = timelineFrom(random, at, end)
  const dispatcher = workforce.anyone(random, 'dispatcher')
  const officer = workforce.anyone(random, 'officer', unitCode)
  const received = timeline.step(0, dispatcher)
  const dispatched = timeline.stepAtOnce(
    seconds(random.chance(0.02) ? random.int(600, 2_400) : random.int(20, grade === 'IV' ? 420 : 150)),
    dispatcher,
  )
  // why: what nobody signs for is noticed within hours, so only the latest calls still stand open.
  const isLatest = end.getTime() - at.getTime() < minutes(240)
  if (isLatest && random.chance(0.4)) timeline.stop()
  const signed = timeline.stepAtOnce(seconds(random.chance(0.03) ? random.int(185, 900) : random.int(8, 110)), officer)
  const arrived = timeline.step(minutes(minutesToScene(random, grade, station)), officer)
  const [from, to] = category.minutesOnScene
  const disposed = timeline.step(minutes(random.chance(0.012) ? random.int(300, 1_500) : random.int(from, to)), officer)
  return { timeline, received, dispatched, signed, arrived, disposed }
}

/** Null when even the call itself would be written down after the end. */
export function playScene(call: Call): Scene | null {
  const { random, category, at, residents, layout } = call
  const station = random.weighted(areaShares)
  const grade = random.weighted(category.grades)
  const unitCode = unitFor(call, station)
  const { timeline, disposed, received, ...steps } = drive(call, { grade, station, unitCode })
  if (!received) return null
  const [matter, narrative, places = category.places] = random.pick(category.tales)
  const fill = tell(random)
  const sensitivity: Sensitivity = category.sensitivity ? random.weighted(category.sensitivity) : 'none'
  return {
    random,
    category,
    timeline,
    resident: random.pick(residents),
    disposed,
    fill,
    told: {
      id: random.id(at),
      kind: category.code,
      categoryCode: category.filedUnder,
      grade,
      source: random.weighted(sources),
      place: inventPlace(random, { station, stem: layout.stem }, places),
      matter: fill(matter),
      narrative: fill(narrative) + addition(random, ['public-order', 'dispute'].includes(category.group)),
      sensitivity,
      secrecy: random.chance(category.secretShare ?? 0) ? 'secret' : 'ordinary',
      unitCode,
      received,
      ...steps,
    },
  }
}

/** How a caller names himself; who tips off rather does not. */
export function reporterOf({ random, category, resident }: Scene): IncidentStory['reporter'] {
  const isTip = ['gambling', 'drugs', 'vice', 'tip-off', 'drunk-driving'].includes(category.code)
  const name = random.weighted([
    [resident.name, isTip ? 15 : 68],
    [courteous(resident), isTip ? 45 : 29],
    [null, isTip ? 40 : 3],
  ])
  return { name, phone: random.chance(0.012) ? null : resident.phone }
}
