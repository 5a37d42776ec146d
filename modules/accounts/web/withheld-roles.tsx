import { useWords } from '#platform/web/language.ts'
import { useMe } from '#platform/web/me.tsx'
import { PageLink } from '#platform/web/navigation.tsx'
import { Attention } from '#platform/web/refusal.tsx'
import { useRoleNames } from '../parts.tsx'
import { secondFactorWords } from './screen-words.ts'

/** Tells on my day which of my roles wait for a second factor. */
export function WithheldRoles() {
  const words = useWords(secondFactorWords)
  const roleNames = useRoleNames()
  const me = useMe()
  return (
    <Attention title={words.withheldTitle}>
      <p>{words.withheldWhy(me.withheldRoles.map((role) => roleNames[role]).join(' · '))}</p>
      <PageLink className="button" to="/staff/account">
        {words.withheldAct}
      </PageLink>
    </Attention>
  )
}
