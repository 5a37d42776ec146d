import { type Actor, holdsFor, type Role } from '#kernel/actor.ts'
import type { BureauCode, UnitCode } from '#kernel/unit-code.ts'

/** A role in a unit, as it is given. */
export interface GivenGrant {
  readonly role: Role
  readonly unitCode: UnitCode
}

/** Whether this administrator may give or take grants in the unit. */
export const mayGrantIn = (actor: Actor, bureauCode: BureauCode, unitCode: UnitCode): boolean =>
  holdsFor(actor, bureauCode, unitCode, 'administrator')

const nameOf = ({ role, unitCode }: GivenGrant): string => `${role}@${unitCode}`

interface Change {
  readonly given: readonly GivenGrant[]
  readonly taken: readonly GivenGrant[]
}

/** From the grants held to those wanted. */
export function changeOfGrants(held: readonly GivenGrant[], wanted: readonly GivenGrant[]): Change {
  const [before, after] = [new Set(held.map(nameOf)), new Set(wanted.map(nameOf))]
  return {
    given: [...new Map(wanted.map((grant) => [nameOf(grant), grant])).values()].filter((grant) => !before.has(nameOf(grant))),
    taken: held.filter((grant) => !after.has(nameOf(grant))),
  }
}
