import type { PartyRole } from './disclosure.ts'
import type { CaseKind, Stage } from './stage.ts'

/** What may be done about a party, each with a line of its own in the history. */
export const partyChanges = ['added', 'phone-changed', 'receipt-reissued', 'identity-secret', 'identity-open'] as const
export type PartyChange = (typeof partyChanges)[number]

/** How it was made sure who stood at the counter. What was seen is named, its number is not kept. */
export const identityChecks = ['id-card', 'other-document', 'known', 'representative'] as const
export type IdentityCheck = (typeof identityChecks)[number]

/**
 * A party is one role of one person: whoever reported and was harmed too stands twice, each time with a receipt of its own,
 * since papers and remedies follow the role.
 */
export const roleWord = (role: PartyRole, kind: CaseKind): string => {
  if (role === 'reporter') return '报案人'
  if (role === 'complainant') return '控告人'
  // law: PROC-CRIM speaks of 被害人, PROC-ADMIN of 被侵害人.
  return kind === 'criminal' ? '被害人' : '被侵害人'
}

/** How a notice reached the person: 当面 · 留置 · 邮寄 · 电子 · 电话告知后自取 */
export const serviceWays = ['in-person', 'left-behind', 'by-post', 'electronic', 'by-phone'] as const
export type ServiceWay = (typeof serviceWays)[number]

/**
 * Whether a receipt may still be issued to somebody new: while the case is here. A refusal is no end of it for a complainant,
 * who may come forward later and has the remedies of 程序规定 178、179.
 */
export const takesParty = (stage: Stage, role: PartyRole): boolean =>
  stage === 'accepted' || stage === 'filed' || (stage === 'not-filed' && role === 'complainant')
