import type { Role } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'
import type { CountyOfficer } from './county-officers.ts'
import type { Random } from './random.ts'

/** Whoever may do a piece of work in a unit; without one, in the whole bureau. */
export interface Workforce {
  anyone(random: Random, role: Role, unitCode?: UnitCode): string
}

export function workforceOf(officers: readonly CountyOfficer[], bureau: BureauCode): Workforce {
  const pairs = officers.flatMap(({ id, grants }) => grants.map(({ role, unitCode }) => ({ key: `${role}@${unitCode}`, id })))
  const grouped = Map.groupBy(pairs, ({ key }) => key)
  return {
    anyone(random, role, unitCode = bureau) {
      const fit = grouped.get(`${role}@${unitCode}`)
      if (!fit) throw new TypeError(`nobody in ${unitCode} is ${role}`)
      return random.pick(fit).id
    },
  }
}
