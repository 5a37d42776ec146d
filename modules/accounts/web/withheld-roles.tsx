import { useAnswer } from '#platform/web/answer.ts'
import { useWords } from '#platform/web/language.ts'
import { useMe } from '#platform/web/me.tsx'
import { PageLink } from '#platform/web/navigation.tsx'
import { Attention } from '#platform/web/refusal.tsx'
import { mySecondFactor } from '../contract.ts'
import { useRoleNames } from '../parts.tsx'
import { ProveAgainForm } from './prove-again-form.tsx'
import { secondFactorWords } from './screen-words.ts'

/** Tells on my day which of my roles wait for a second factor. */
export function WithheldRoles() {
  const words = useWords(secondFactorWords)
  const roleNames = useRoleNames()
  const me = useMe()
  const factor = useAnswer(mySecondFactor, {}).data
  const names = me.withheldRoles.map((role) => roleNames[role]).join(' · ')
  if (factor && factor.confirmedAt !== null)
    return (
      <Attention title={words.withheldTitle}>
        <p>{words.withheldShow(names)}</p>
        <ProveAgainForm onProved={() => undefined} />
      </Attention>
    )
  return (
    <Attention title={words.withheldTitle}>
      <p>{words.withheldWhy(names)}</p>
      <PageLink className="button" to="/staff/account">
        {words.withheldAct}
      </PageLink>
    </Attention>
  )
}
