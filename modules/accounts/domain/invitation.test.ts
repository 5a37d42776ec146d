import { expect, it } from 'vitest'
import { invitationEnd, invitationState } from './invitation.ts'

const made = new Date('2026-03-02T02:00:00Z')
const later = (hours: number) => new Date(made.getTime() + hours * 3_600_000)
const open = { usedAt: null, withdrawnAt: null, expiresAt: invitationEnd(made) }

it.each([
  [open, 71, 'open'],
  [open, 72, 'expired'],
  [{ ...open, withdrawnAt: later(1) }, 2, 'withdrawn'],
  [{ ...open, usedAt: later(1) }, 100, 'used'],
] as const)('%j after %i hours is %s', (invitation, hours, state) => expect(invitationState(invitation, later(hours))).toBe(state))
