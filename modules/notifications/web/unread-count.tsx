import { useAnswer } from '#platform/web/answer.ts'
import { BarLink } from '#platform/web/bar-link.tsx'
import { useWords } from '#platform/web/language.ts'
import { countUnreadEndpoint } from '../contract.ts'
import { messageWords } from './words.ts'

/** Messages in the bar, with how many are unread. */
export function UnreadCount() {
  const words = useWords(messageWords)
  const unread = useAnswer(countUnreadEndpoint, {}, { everyMs: 15_000 })
  return <BarLink icon="bell" label={words.inbox.title} count={unread.data?.count} to="/staff/messages" />
}
