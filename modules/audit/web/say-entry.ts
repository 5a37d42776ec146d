import type { Role } from '#kernel/actor.ts'
import type { TrailEntry } from '../contract.ts'
import type { auditWords } from './words.ts'

type Words = (typeof auditWords)['zh']
type RoleNames = Readonly<Record<Role, string>>

export const whoOf = ({ actorKind, actorName, actorId }: TrailEntry, words: Words): string => {
  if (actorKind === 'job') return words.job(actorId)
  return actorKind === 'party' ? words.party : (actorName ?? actorId)
}

export const actOf = ({ action }: TrailEntry, words: Words): string => words.actions[action] ?? action

/** `案件 8f2c41`: the kind, and enough of the id to tell two of them apart. */
export function subjectOf({ subject }: TrailEntry, words: Words): string {
  if (subject === null) return words.noSubject
  const [kind = '', id = ''] = subject.split(':')
  return `${words.subjectKinds[kind] ?? kind} ${id.slice(-6)}`
}

/** Each role once; one held for somebody else with whose it is. */
export const rolesOf = ({ actorRoles }: TrailEntry, names: RoleNames, words: Pick<Words, 'onBehalf'>): string =>
  [...new Set(actorRoles)]
    .map((held) => {
      const [role = '', of] = held.split('^')
      const name = names[role as Role] ?? role
      return of === undefined ? name : words.onBehalf(name, of)
    })
    .join(' · ')
