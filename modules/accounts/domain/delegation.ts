import type { Role } from '#kernel/actor.ts'

/** Roles that may be handed to somebody for a time; never the right to give rights, and never supervision. */
export const delegableRoles = ['dispatcher', 'unit-head', 'legal-officer', 'case-centre', 'leader'] as const satisfies readonly Role[]
export type DelegableRole = (typeof delegableRoles)[number]

export const isDelegable = (role: Role): role is DelegableRole => (delegableRoles as readonly Role[]).includes(role)

export const longestDelegationDays = 30

const dayMs = 86_400_000

export type DelegationFault = 'ends-before-it-begins' | 'over-already' | 'too-long'

/** What is wrong with the time of a delegation; null if it will do. */
export function delegationFault({ from, until }: { readonly from: Date; readonly until: Date }, now: Date): DelegationFault | null {
  if (until <= from) return 'ends-before-it-begins'
  if (until <= now) return 'over-already'
  return until.getTime() - from.getTime() > longestDelegationDays * dayMs ? 'too-long' : null
}

export const delegationStates = ['coming', 'running', 'over', 'ended'] as const
export type DelegationState = (typeof delegationStates)[number]

interface Timed {
  readonly from: Date
  readonly until: Date
  readonly endedAt: Date | null
}

export function delegationState({ from, until, endedAt }: Timed, now: Date): DelegationState {
  if (endedAt) return 'ended'
  if (until <= now) return 'over'
  return from > now ? 'coming' : 'running'
}
