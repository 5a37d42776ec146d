import type { Refusal } from '#platform/server/refusal.ts'
import { passwordFault, shortestPassword } from '../domain/password-rule.ts'
import { refusals } from './refusals.ts'

const faults = {
  'too-short': () => refusals.passwordTooShort(shortestPassword),
  'holds-police-number': () => refusals.passwordHoldsPoliceNumber(),
  unchanged: () => refusals.passwordUnchanged(),
}

/** Why a new password will not do; null if it will. */
export function passwordRefusal(chosen: string, of: { readonly policeNumber: string; readonly old: string }): Refusal | null {
  const fault = passwordFault(chosen, of)
  return fault && faults[fault]()
}
