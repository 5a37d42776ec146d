import type { BureauCode, UnitCode } from './unit-code.ts'

/** What an officer may be asked to do. A role counts only in the unit it was granted for. */
export const roles = [
  'dispatcher',
  'officer',
  'unit-head',
  'legal-officer',
  'case-centre',
  'leader',
  'supervisor',
  'administrator',
] as const
export type Role = (typeof roles)[number]

/**
 * One role in one unit, with the units it reaches: those below the granted one, inside one bureau.
 * `units: 'all'` stands for every unit of the bureau, so that a bureau-wide right needs no long list.
 */
export interface Grant {
  readonly role: Role
  readonly unitCode: UnitCode
  readonly bureauCode: BureauCode
  readonly units: 'all' | readonly UnitCode[]
  /** Held for a time for somebody else: the police number of whose role it is. */
  readonly onBehalfOf?: string
}

/** An officer who is signed in. Name and unit are as they are now; the audit trail keeps them as they were. */
export interface Officer {
  readonly kind: 'officer'
  readonly id: string
  readonly name: string
  readonly policeNumber: string
  readonly unitCode: UnitCode
  readonly bureauCode: BureauCode
  readonly grants: readonly Grant[]
}

/** A citizen who proved to be the holder of a receipt. */
export interface Party {
  readonly kind: 'party'
  readonly id: string
  readonly bureauCode: BureauCode
}

/** A named piece of work that no person started, such as a subscriber or an import. */
export interface Job {
  readonly kind: 'job'
  readonly id: string
  readonly bureauCode: BureauCode
}

export type Actor = Officer | Party | Job

export const holds = (actor: Actor, ...wanted: readonly Role[]): boolean =>
  actor.kind === 'officer' && actor.grants.some((grant) => wanted.includes(grant.role))

/** True if one of these roles was granted for this very unit or for one above it. */
export const holdsFor = (actor: Actor, bureauCode: BureauCode, unitCode: UnitCode, ...wanted: readonly Role[]): boolean =>
  actor.kind === 'officer' &&
  actor.grants.some(
    (grant) => wanted.includes(grant.role) && grant.bureauCode === bureauCode && (grant.units === 'all' || grant.units.includes(unitCode)),
  )
