import type { Role } from '#kernel/actor.ts'
import type { Bilingual, Language } from '#kernel/bilingual.ts'
import { useWords } from '#platform/web/language.ts'
import { en } from './words/en.ts'
import { zh } from './words/zh.ts'

const roleNames = { zh: zh.roles, en: en.roles }

/** What each role is called, in the reader's language. */
export const useRoleNames = (): Readonly<Record<Role, string>> => useWords(roleNames)

export const roleNameOf = (role: Role, language: Language): string => roleNames[language][role]

interface Granted {
  readonly unitCode: string
  readonly grants: readonly { readonly role: Role; readonly unitCode: string }[]
}

/** How an officer is called in the bar: the roles in the own unit or, lacking those, all roles. */
export function roleTitleOf({ unitCode, grants }: Granted): Bilingual {
  const own = grants.filter((grant) => grant.unitCode === unitCode)
  const roles = [...new Set((own.length > 0 ? own : grants).map(({ role }) => role))]
  return { zh: roles.map((role) => zh.roles[role]).join('、'), en: roles.map((role) => en.roles[role]).join(', ') }
}
