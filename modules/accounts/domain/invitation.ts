/** Long enough to hand it over by the next day's meeting, short enough not to lie about. */
export const invitationLastsHours = 72

export const invitationEnd = (madeAt: Date): Date => new Date(madeAt.getTime() + invitationLastsHours * 3_600_000)

export const invitationStates = ['open', 'used', 'expired', 'withdrawn'] as const
export type InvitationState = (typeof invitationStates)[number]

interface Invitation {
  readonly usedAt: Date | null
  readonly withdrawnAt: Date | null
  readonly expiresAt: Date
}

export function invitationState({ usedAt, withdrawnAt, expiresAt }: Invitation, now: Date): InvitationState {
  if (usedAt) return 'used'
  if (withdrawnAt) return 'withdrawn'
  return expiresAt <= now ? 'expired' : 'open'
}
