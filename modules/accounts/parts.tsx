import { type Role, roles } from '#kernel/actor.ts'
import type { Bilingual, Language } from '#kernel/bilingual.ts'
import { roleName } from '#kernel/role-name.ts'
import { useWords } from '#platform/web/language.ts'

const namesIn = (language: Language) => Object.fromEntries(roles.map((role) => [role, roleName[role][language]])) as Record<Role, string>
const roleNames = { zh: namesIn('zh'), en: namesIn('en') }

/** What each role is called, in the reader's language. */
export const useRoleNames = (): Readonly<Record<Role, string>> => useWords(roleNames)

interface Granted {
  readonly unitCode: string
  readonly grants: readonly { readonly role: Role; readonly unitCode: string }[]
}

/** How an officer is called in the bar: the roles in the own unit or, lacking those, all roles. */
export function roleNameOf({ unitCode, grants }: Granted): Bilingual {
  const own = grants.filter((grant) => grant.unitCode === unitCode)
  const held = [...new Set((own.length > 0 ? own : grants).map(({ role }) => role))]
  return { zh: held.map((role) => roleName[role].zh).join('、'), en: held.map((role) => roleName[role].en).join(', ') }
}
