import type { Bilingual } from '#kernel/bilingual.ts'
import type { Role } from '#kernel/actor.ts'
import { bureauCode, type BureauCode, unitCode, type UnitCode } from '#kernel/unit-code.ts'
import type { CountyOfficer } from '../county/county-officers.ts'
import type { CountyUnit } from '../county/county-units.ts'
import { inventName } from '../county/people.ts'
import { type Random, randomOf } from '../county/random.ts'
import { type City, type Division, shanxiProvince } from '../divisions/shanxi.ts'

/** The bureau of a city or of the province: it leads and supervises, and holds no incidents of its own. */
export interface UpperBureau {
  readonly bureau: BureauCode
  readonly units: readonly CountyUnit[]
  readonly officers: readonly CountyOfficer[]
}

interface Place {
  readonly division: Division
  readonly parent: BureauCode | null
  readonly name: Bilingual
  readonly shortName: string
  /** Bureaus below it, which its supervisors reach. */
  readonly below: readonly BureauCode[]
  readonly posts: readonly Post[]
}

interface Post {
  /** In the bureau itself, or in the unit of this suffix. */
  readonly suffix: keyof typeof units | null
  readonly position: string
  readonly count: number
  readonly role: Role
}

const units = {
  '010000': ['centre', '指挥', '指挥中心', 'Command Centre'],
  '020000': ['department', '法制', '法制部门', 'Legal Affairs'],
  '050000': ['department', '督察', '督察部门', 'Supervision'],
} as const

const posts = (size: number): readonly Post[] => [
  { suffix: null, position: '领导', count: 5, role: 'leader' },
  { suffix: '050000', position: '督察民警', count: 5 * size, role: 'supervisor' },
  { suffix: '020000', position: '法制民警', count: 10 * size, role: 'legal-officer' },
  { suffix: '010000', position: '系统管理员', count: 2 * size, role: 'administrator' },
]
const citySize = 2
const provinceSize = 5

/** How many officers serve above the counties. */
export const upperStrength = (cities: number): number => {
  const strength = (size: number) => posts(size).reduce((sum, { count }) => sum + count, 0)
  return cities * strength(citySize) + strength(provinceSize)
}

const codeOf = ({ code }: Division): BureauCode => bureauCode(`${code}000000`)

function unitsOf({ division, parent, name, shortName }: Place): readonly CountyUnit[] {
  const bureau = codeOf(division)
  const one = { bureauCode: bureau, phone: '19900000001', address: '府前街1号' }
  const below = Object.entries(units).map(([suffix, [kind, short, zh, en]]): CountyUnit => ({
    ...one,
    code: unitCode(`${division.code}${suffix}`),
    parentCode: bureau,
    kind,
    name: { zh, en },
    shortName: short,
  }))
  return [{ ...one, code: bureau, parentCode: parent, kind: 'bureau', name, shortName }, ...below]
}

const joinedAt = new Date('2025-01-01T00:00:00+08:00')

/** Supervision reaches the bureaus below, each by a grant of its own, since no grant crosses the border of a bureau. */
function grantsOf(role: Role, bureau: BureauCode, below: readonly BureauCode[]): CountyOfficer['grants'] {
  const reached: readonly UnitCode[] = role === 'supervisor' ? [bureau, ...below] : [bureau]
  return reached.map((code) => ({ role, unitCode: code }))
}

function bureauOf(random: Random, place: Place, firstPoliceNumber: number): UpperBureau {
  const bureau = codeOf(place.division)
  const enlisted = place.posts.flatMap((post) => Array.from({ length: post.count }, () => post))
  const officers = enlisted.map(({ suffix, position, role }, serial) => ({
    id: random.id(joinedAt),
    policeNumber: String(firstPoliceNumber + serial),
    name: inventName(random),
    unitCode: suffix === null ? bureau : unitCode(`${place.division.code}${suffix}`),
    position,
    officePhone: '19900000002',
    grants: grantsOf(role, bureau, place.below),
  }))
  return { bureau, units: unitsOf(place), officers }
}

function placesOf(cities: readonly City[]): readonly Place[] {
  const province = codeOf(shanxiProvince)
  const counties = (city: City) => city.counties.map(codeOf)
  return [
    {
      division: shanxiProvince,
      parent: null,
      name: { zh: '山西省公安厅', en: 'Shanxi Public Security Department' },
      shortName: '晋公',
      below: cities.flatMap((city) => [codeOf(city), ...counties(city)]),
      posts: posts(provinceSize),
    },
    ...cities.map((city) => ({
      division: city,
      parent: province,
      name: { zh: `${city.name.zh}公安局`, en: `${city.name.en} Public Security Bureau` },
      shortName: `${Array.from(city.name.zh)[0]}公`,
      below: counties(city),
      posts: posts(citySize),
    })),
  ]
}

/** The bureaus of the province and its cities, the province's first. */
export function inventUpperBureaus(seed: string, cities: readonly City[], firstPoliceNumber: number): readonly UpperBureau[] {
  let next = firstPoliceNumber
  return placesOf(cities).map((place) => {
    const made = bureauOf(randomOf(`${seed}/${place.division.code}/officers`), place, next)
    next += made.officers.length
    return made
  })
}
