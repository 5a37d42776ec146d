/** Kinds of case of which no message is sent by itself, and of which a reporter reads only what the law allows (domain.md §4.4). */
export const sensitivities = ['none', 'domestic', 'sexual', 'minor', 'operational'] as const
export type Sensitivity = (typeof sensitivities)[number]

export const secrecies = ['ordinary', 'secret'] as const
export type Secrecy = (typeof secrecies)[number]

export const partyRoles = ['reporter', 'complainant', 'victim'] as const
export type PartyRole = (typeof partyRoles)[number]

/** No automatic message: the phone may be in the hands of the very person who must not know. */
export const isSilent = (sensitivity: Sensitivity, secrecy: Secrecy): boolean => sensitivity !== 'none' || secrecy !== 'ordinary'
