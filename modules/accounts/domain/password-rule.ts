export const shortestPassword = 10

export type PasswordFault = 'too-short' | 'holds-police-number' | 'unchanged'

/** What is wrong with a new password; null if it will do. */
export function passwordFault(chosen: string, { policeNumber, old }: { policeNumber: string; old: string }): PasswordFault | null {
  if (chosen === old) return 'unchanged'
  if (chosen.includes(policeNumber)) return 'holds-police-number'
  return [...chosen].length < shortestPassword ? 'too-short' : null
}
