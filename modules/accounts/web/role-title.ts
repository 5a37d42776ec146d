import type { Role } from '#kernel/actor.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { roleName } from '#kernel/role-name.ts'

interface Grant {
  readonly role: Role
  readonly unitCode: string
  readonly onBehalfOf?: string | undefined
}

interface Granted {
  readonly unitCode: string
  readonly grants: readonly Grant[]
}

const titleOf = ({ role, onBehalfOf }: Grant): Bilingual =>
  onBehalfOf === undefined
    ? roleName[role]
    : { zh: `${roleName[role].zh}（代 ${onBehalfOf}）`, en: `${roleName[role].en} (for ${onBehalfOf})` }

/** How an officer is called in the bar: the roles in the own unit or, lacking those, all roles; and those held for others. */
export function roleTitle({ unitCode, grants }: Granted): Bilingual {
  const own = grants.filter((grant) => grant.unitCode === unitCode || grant.onBehalfOf !== undefined)
  const titles = (own.length > 0 ? own : grants).map(titleOf)
  const join = (language: keyof Bilingual, comma: string) => [...new Set(titles.map((title) => title[language]))].join(comma)
  return { zh: join('zh', '、'), en: join('en', ', ') }
}
