import type { Role } from '#kernel/actor.ts'
import type { UnitCode } from '#kernel/unit-code.ts'
import { type CountyLayout, type CountyUnit, demoCounty } from './county-units.ts'
import { inventName } from './people.ts'
import { type Random, randomOf } from './random.ts'

export interface CountyOfficer {
  readonly id: string
  readonly policeNumber: string
  readonly name: string
  readonly unitCode: UnitCode
  readonly position: string
  readonly officePhone: string
  readonly grants: readonly { readonly role: Role; readonly unitCode: UnitCode }[]
}

interface Post {
  readonly position: string
  readonly count: number
  readonly roles: readonly Role[]
}
interface Staffing {
  readonly unit: string
  readonly posts: readonly Post[]
}

const post = (position: string, count: number, ...roles: readonly Role[]): Post => ({ position, count, roles })

const station = (unit: string, count: number): Staffing => ({
  unit,
  posts: [
    post('所长', 1, 'unit-head'),
    post('教导员', 1, 'unit-head', 'officer'),
    post('副所长', 1, 'unit-head', 'officer'),
    post('法制员', 1, 'legal-officer', 'officer'),
    post('民警', count - 4, 'officer'),
  ],
})
const brigade = (unit: string, count: number): Staffing => ({
  unit,
  posts: [post('大队长', 1, 'unit-head'), post('副大队长', 1, 'unit-head', 'officer'), post('民警', count - 2, 'officer')],
})

/** Stands for the bureau itself, whose short name is another in each county. */
const ownBureau = ''

// why: these come first and so have the lowest numbers, one role each; the log-in page of a demo shows them.
const wellKnown: readonly (readonly [name: string, unit: string, position: string, role: Role])[] = [
  ['段青禾', '指挥', '接警员', 'dispatcher'],
  ['赵启明', '城关', '民警', 'officer'],
  ['梁守诚', '城关', '所长', 'unit-head'],
  ['王晓芸', '法制', '法制员', 'legal-officer'],
  ['冯若谷', '案管', '案管员', 'case-centre'],
  ['武静安', ownBureau, '副局长', 'leader'],
  ['贺岚', '督察', '督察民警', 'supervisor'],
  ['宋以宁', '指挥', '系统管理员', 'administrator'],
]

const staffing: readonly Staffing[] = [
  { unit: ownBureau, posts: [post('局长', 1, 'leader'), post('政治委员', 1, 'leader'), post('副局长', 3, 'leader')] },
  {
    unit: '指挥',
    posts: [post('主任', 1, 'unit-head', 'dispatcher'), post('接警员', 16, 'dispatcher'), post('系统管理员', 2, 'administrator')],
  },
  { unit: '法制', posts: [post('大队长', 1, 'unit-head', 'legal-officer'), post('法制员', 9, 'legal-officer')] },
  brigade('刑侦', 28),
  brigade('治安', 20),
  { unit: '督察', posts: [post('大队长', 1, 'unit-head', 'supervisor'), post('督察民警', 7, 'supervisor')] },
  { unit: '案管', posts: [post('主任', 1, 'unit-head', 'case-centre'), post('案管员', 11, 'case-centre')] },
  station('城关', 29),
  station('南关', 20),
  station('河西', 14),
  station('云岭', 12),
  station('石门', 12),
  station('清溪', 11),
]

/** Work for the whole bureau is granted at the bureau, so that it reaches every unit below. */
const bureauWide: readonly Role[] = ['dispatcher', 'leader', 'supervisor', 'administrator', 'case-centre']

const grantUnit = (role: Role, unit: CountyUnit): UnitCode =>
  bureauWide.includes(role) || (role === 'legal-officer' && unit.kind !== 'station') ? unit.bureauCode : unit.code

const joinedAt = new Date('2025-01-01T00:00:00+08:00')
const firstPhone = 40
const officePhones = 260

export interface Corps {
  readonly layout: CountyLayout
  /** How many officers the county has; the demo county has two hundred. More of them or fewer serve at its stations and brigades. */
  readonly strength: number
  readonly firstPoliceNumber: number
}

const demoCorps: Corps = { layout: demoCounty, strength: 200, firstPoliceNumber: 140_001 }

function officerOf(random: Random, serial: number, policeNumber: number, { name, unit, position, roles }: Enlisted): CountyOfficer {
  return {
    id: random.id(joinedAt),
    policeNumber: String(policeNumber),
    name,
    unitCode: unit.code,
    position,
    // why: two hundred and sixty lines from 0040 on, below the residents' numbers.
    officePhone: `1990000${String(firstPhone + (serial % officePhones)).padStart(4, '0')}`,
    grants: roles.map((role) => ({ role, unitCode: grantUnit(role, unit) })),
  }
}

interface Enlisted {
  readonly name: string
  readonly unit: CountyUnit
  readonly position: string
  readonly roles: readonly Role[]
}

const strengthOf = (posts: readonly Post[]): number => posts.reduce((sum, { count }) => sum + count, 0)
const regularStrength = staffing.reduce((sum, { posts }) => sum + strengthOf(posts), 0)

/** The posts of a county of this strength: what it has more than two hundred is spread over those who patrol and investigate. */
function staffingFor(strength: number): readonly Staffing[] {
  const isLine = ({ position, count }: Post) => position === '民警' && count > 1
  const line = staffing.reduce((sum, { posts }) => sum + strengthOf(posts.filter(isLine)), 0)
  const wanted = line + strength - regularStrength
  let [before, given] = [0, 0]
  return staffing.map(({ unit, posts }) => ({
    unit,
    posts: posts.map((one) => {
      if (!isLine(one)) return one
      before += one.count
      const count = Math.round((wanted * before) / line) - given
      given += count
      return { ...one, count }
    }),
  }))
}

/** Who is already among the well-known is not enlisted a second time; they serve in the demo county alone. */
function enlisted(random: Random, { layout, strength }: Corps): readonly Enlisted[] {
  const units = new Map(layout.units.map((unit) => [unit.code === layout.bureau ? ownBureau : unit.shortName, unit]))
  const unitNamed = (shortName: string) => units.get(shortName) as CountyUnit
  const here = layout === demoCounty ? wellKnown : []
  const known = here.map(([name, unit, position, role]) => ({ name, unit: unitNamed(unit), position, roles: [role] }))
  const taken = (unit: string, position: string) => here.filter(([, of, as]) => of === unit && as === position).length
  const others = staffingFor(strength).flatMap(({ unit, posts }) =>
    posts.flatMap(({ position, count, roles }) =>
      Array.from({ length: count - taken(unit, position) }, () => ({ name: inventName(random), unit: unitNamed(unit), position, roles })),
    ),
  )
  return [...known, ...others]
}

/** The officers of one county. In the demo county the first eight have one role each. */
export function inventOfficers(seed: string, corps: Corps = demoCorps): readonly CountyOfficer[] {
  const random = randomOf(`${seed}/officers`)
  return enlisted(random, corps).map((one, serial) => officerOf(random, serial, corps.firstPoliceNumber + serial, one))
}
