import type { Day } from '#kernel/beijing-time.ts'
import { type County, inventCounty } from '../county/county.ts'
import { type Corps, inventOfficers } from '../county/county-officers.ts'
import { type CountyUnit, layOutCounty } from '../county/county-units.ts'
import { randomOf } from '../county/random.ts'
import { type Division, shanxiCities } from '../divisions/shanxi.ts'
import { apportion } from './apportion.ts'
import { inventUpperBureaus, type UpperBureau, upperStrength } from './upper-bureaus.ts'

export interface ProvinceOrder {
  readonly seed: string
  /** Everything happened before this day. */
  readonly anchorDay: Day
  /** How many years of 365 days. */
  readonly years: number
  /** Only the first so many counties, each as large as in the whole province; all 117 if left out. */
  readonly counties?: number | undefined
  /** Of the whole province, in a year. */
  readonly incidents?: number
  readonly cases?: number
}

/** One county of the province; its years are made when they are asked for. */
export interface ProvinceCounty {
  readonly corps: Corps
  readonly seed: string
  /** In a year. */
  readonly incidents: number
  readonly cases: number
  people(): Pick<County, 'bureau' | 'officers'>
  /** The county in one of its years: 0 is the last. */
  year(yearsBefore: number): County
}

export interface Province {
  /** Of all counties, whether anything happens in them or not; parents before children. */
  readonly units: readonly CountyUnit[]
  readonly upper: readonly UpperBureau[]
  readonly counties: readonly ProvinceCounty[]
}

const officers = 30_000
const leastStrength = 160
const firstPoliceNumber = 140_001

const weights: Readonly<Record<string, number>> = { 区: 1.5, 市: 1.3, 县: 0.8 }

/** Districts are busier than towns, towns than the country; each in its own measure. */
const weightOf = (seed: string, { code, name }: Division): number =>
  (weights[name.zh.slice(-1)] ?? 1) * (0.7 + 0.6 * randomOf(`${seed}/${code}/size`).next())

/** How the whole is spread over the counties, in the order of their codes. */
function sharesOf({ seed, incidents = 775_000, cases = 160_000 }: ProvinceOrder) {
  const places = shanxiCities.flatMap((city) => city.counties.map((county) => ({ city, county })))
  const weighed = places.map(({ county }) => weightOf(seed, county))
  const above = officers - upperStrength(shanxiCities.length) - leastStrength * places.length
  const [strengths, received, opened] = [above, incidents, cases].map((whole) => apportion(whole, weighed))
  let next = firstPoliceNumber
  return places.map(({ city, county }, at) => {
    const strength = leastStrength + (strengths?.[at] ?? 0)
    const corps: Corps = { layout: layOutCounty(county, city), strength, firstPoliceNumber: next }
    next += strength
    return { corps, seed: `${seed}/${county.code}`, incidents: received?.[at] ?? 0, cases: opened?.[at] ?? 0 }
  })
}

/** Shanxi with its real divisions and invented people and incidents; the same order gives the same province to the last letter. */
export function inventProvince(order: ProvinceOrder): Province {
  const shares = sharesOf(order)
  const upper = inventUpperBureaus(order.seed, shanxiCities, firstPoliceNumber + officers - upperStrength(shanxiCities.length))
  return {
    units: [...upper.flatMap(({ units }) => units), ...shares.flatMap(({ corps }) => corps.layout.units)],
    upper,
    counties: shares.slice(0, order.counties).map((share) => ({
      ...share,
      people: () => ({ bureau: share.corps.layout.bureau, officers: inventOfficers(share.seed, share.corps) }),
      year: (yearsBefore) => inventCounty({ ...share, anchorDay: order.anchorDay, yearsBefore }),
    })),
  }
}
