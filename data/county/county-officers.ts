import type { Role } from '#kernel/actor.ts'
import type { UnitCode } from '#kernel/unit-code.ts'
import { bureau, countyUnits, type CountyUnit } from './county-units.ts'
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

// why: these come first and so have the lowest numbers, one role each; the log-in page of a demo shows them.
const wellKnown: readonly (readonly [name: string, unit: string, position: string, role: Role])[] = [
  ['段青禾', '指挥', '接警员', 'dispatcher'],
  ['赵启明', '城关', '民警', 'officer'],
  ['梁守诚', '城关', '所长', 'unit-head'],
  ['王晓芸', '法制', '法制员', 'legal-officer'],
  ['冯若谷', '案管', '案管员', 'case-centre'],
  ['武静安', '汾公', '副局长', 'leader'],
  ['贺岚', '督察', '督察民警', 'supervisor'],
  ['宋以宁', '指挥', '系统管理员', 'administrator'],
]

const staffing: readonly Staffing[] = [
  { unit: '汾公', posts: [post('局长', 1, 'leader'), post('政治委员', 1, 'leader'), post('副局长', 3, 'leader')] },
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
  bureauWide.includes(role) || (role === 'legal-officer' && unit.kind !== 'station') ? bureau : unit.code

const joinedAt = new Date('2025-01-01T00:00:00+08:00')
const firstNumber = 140_001
const firstPhone = 40

function officerOf(random: Random, serial: number, { name, unit, position, roles }: Enlisted): CountyOfficer {
  return {
    id: random.id(joinedAt),
    policeNumber: String(firstNumber + serial),
    name,
    unitCode: unit.code,
    position,
    // why: two hundred lines from 0040 on, below the residents' numbers.
    officePhone: `1990000${String(firstPhone + serial).padStart(4, '0')}`,
    grants: roles.map((role) => ({ role, unitCode: grantUnit(role, unit) })),
  }
}

interface Enlisted {
  readonly name: string
  readonly unit: CountyUnit
  readonly position: string
  readonly roles: readonly Role[]
}

/** Who is already among the well-known is not enlisted a second time. */
function enlisted(random: Random): readonly Enlisted[] {
  const units = new Map(countyUnits.map((unit) => [unit.shortName, unit]))
  const unitNamed = (shortName: string) => units.get(shortName) as CountyUnit
  const known = wellKnown.map(([name, unit, position, role]) => ({ name, unit: unitNamed(unit), position, roles: [role] }))
  const taken = (unit: string, position: string) => wellKnown.filter(([, of, as]) => of === unit && as === position).length
  const others = staffing.flatMap(({ unit, posts }) =>
    posts.flatMap(({ position, count, roles }) =>
      Array.from({ length: count - taken(unit, position) }, () => ({ name: inventName(random), unit: unitNamed(unit), position, roles })),
    ),
  )
  return [...known, ...others]
}

/** Two hundred officers. The first eight have one role each. */
export function inventOfficers(seed: string): readonly CountyOfficer[] {
  const random = randomOf(`${seed}/officers`)
  return enlisted(random).map((one, serial) => officerOf(random, serial, one))
}
