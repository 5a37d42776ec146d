import { useEffect, useRef } from 'react'
import { useAnswer } from '#platform/web/answer.ts'
import { useLanguage } from '#platform/web/language.ts'
import { unitDuties } from '../contract.ts'
import { countedTitle, hasNews, unsignedIds } from './duty-news.ts'
import { ring } from './duty-sound.ts'

const everyMs = 3_000

/** What waits on my unit's screens, asked for every three seconds; something new is heard, and counted in the title. */
export function useDuties() {
  const answer = useAnswer(unitDuties, {}, { everyMs, inBackground: true })
  const { data } = answer
  const before = useRef<ReadonlySet<string> | null>(null)
  useEffect(() => {
    if (!data) return
    const now = unsignedIds(data.rows)
    if (hasNews(before.current, now)) void ring()
    before.current = now
  }, [data])
  useCountedTitle(data?.unsigned ?? 0)
  return answer
}

function useCountedTitle(count: number): void {
  const language = useLanguage()
  useEffect(() => {
    // why: the page writes its own title after its parts were shown.
    const timer = setTimeout(() => {
      document.title = countedTitle(document.title, count)
    }, 0)
    return () => clearTimeout(timer)
  }, [count, language])
  useEffect(
    () => () => {
      document.title = countedTitle(document.title, 0)
    },
    [],
  )
}
