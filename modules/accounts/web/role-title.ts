import type { Role } from '#kernel/actor.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { roleName } from '#kernel/role-name.ts'

interface Granted {
  readonly unitCode: string
  readonly grants: readonly { readonly role: Role; readonly unitCode: string }[]
}

/** How an officer is called in the bar: the roles in the own unit or, lacking those, all roles. */
export function roleTitle({ unitCode, grants }: Granted): Bilingual {
  const own = grants.filter((grant) => grant.unitCode === unitCode)
  const roles = [...new Set((own.length > 0 ? own : grants).map(({ role }) => role))]
  return { zh: roles.map((role) => roleName[role].zh).join('、'), en: roles.map((role) => roleName[role].en).join(', ') }
}
