import type { Officer } from '#kernel/actor.ts'
import type { UnitCode } from '#kernel/unit-code.ts'
import type { World } from '#platform/testing/world.ts'
import { hashPassword } from '../server/password.ts'
import { insertOfficers, insertUnits, type Unit } from '../index.ts'

export const testPassword = 'a long enough word'

interface Enrolment {
  readonly password?: string
  /** Units that are children of another than the bureau. */
  readonly parents?: Readonly<Record<UnitCode, UnitCode>>
}

/** Writes officers of a world, with their units, into the database, so that they can sign in and be looked up. */
export async function enrol(
  world: Pick<World, 'open' | 'bureau'>,
  officers: readonly Officer[],
  { password, parents = {} }: Enrolment = {},
): Promise<void> {
  const codes = new Set(officers.flatMap((officer) => [officer.unitCode, ...officer.grants.map((grant) => grant.unitCode)]))
  for (const [child, parent] of Object.entries(parents)) codes.add(child as UnitCode).add(parent)
  codes.delete(world.bureau)
  await insertUnits(world.open, [
    unit(world, world.bureau, null),
    ...[...codes].map((code) => unit(world, code, parents[code] ?? world.bureau)),
  ])
  const passwordVerifier = await hashPassword(password ?? testPassword)
  await insertOfficers(
    world.open,
    officers.map(({ id, bureauCode, policeNumber, name, unitCode, grants }) => ({
      id,
      bureauCode,
      policeNumber,
      name,
      unitCode,
      position: '民警',
      officePhone: null,
      passwordVerifier,
      grants: grants.map((grant) => ({ role: grant.role, unitCode: grant.unitCode })),
    })),
  )
}

const unit = (world: Pick<World, 'bureau'>, code: UnitCode, parentCode: UnitCode | null): Unit => ({
  code,
  parentCode,
  bureauCode: world.bureau,
  kind: parentCode === null ? 'bureau' : 'station',
  nameZh: parentCode === null ? '测试县公安局' : `第${code.slice(8, 10)}派出所`,
  nameEn: parentCode === null ? 'Test County Bureau' : `Station ${code.slice(8, 10)}`,
  shortName: parentCode === null ? '县局' : `${code.slice(8, 10)}所`,
  phone: null,
  address: null,
})
