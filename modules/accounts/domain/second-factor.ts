import type { Role } from '#kernel/actor.ts'

/** How the person at the other end of a session was last proved to be the officer. */
export const proofs = ['password', 'second-factor', 'recovery-code', 'passkey', 'single-sign-on'] as const
export type Proof = (typeof proofs)[number]

/** Who decides, sees across units, or hands out rights: a stolen password alone must not be enough for these. */
const privilegedRoles: readonly Role[] = ['administrator', 'leader', 'supervisor', 'unit-head']

const strongProofs: readonly Proof[] = ['second-factor', 'recovery-code', 'passkey']

export const isStrong = (proof: Proof): boolean => strongProofs.includes(proof)

export const needsSecondFactor = (grants: readonly { readonly role: Role }[]): boolean =>
  grants.some(({ role }) => privilegedRoles.includes(role))

interface HeldBack<Grant> {
  readonly grants: readonly Grant[]
  readonly withheldRoles: readonly Role[]
}

/** The grants that count in a session: those of privileged roles only once a second factor was shown. A demo demands none. */
export function inForce<Grant extends { readonly role: Role }>(
  grants: readonly Grant[],
  { proof, isDemo }: { readonly proof: Proof; readonly isDemo: boolean },
): HeldBack<Grant> {
  if (isDemo || isStrong(proof)) return { grants, withheldRoles: [] }
  const held = grants.filter(({ role }) => privilegedRoles.includes(role))
  return { grants: grants.filter((grant) => !held.includes(grant)), withheldRoles: [...new Set(held.map(({ role }) => role))] }
}

/** For how long after a proof sensitive acts need no new one. */
export const proofLastsMinutes = 15

export const isFresh = (provedAt: Date, now: Date): boolean => now.getTime() - provedAt.getTime() < proofLastsMinutes * 60_000
