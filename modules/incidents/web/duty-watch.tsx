import { useEffect, useRef } from 'react'
import { useAnswer } from '#platform/web/answer.ts'
import { useBeat } from '#platform/web/use-beat.ts'
import { unitDuties } from '../contract.ts'
import { countedTitle, hasNews, unsignedIds } from './duty-news.ts'
import { ring } from './duty-sound.ts'

const everyMs = 3_000

/** Whatever page is open: what waits on my unit's screens is asked for every three seconds; something new is heard, and counted in the title. */
export function DutyWatch() {
  const { data, refetch } = useAnswer(unitDuties, {})
  const before = useRef<ReadonlySet<string> | null>(null)
  useBeat(everyMs, refetch)
  useEffect(() => {
    if (!data) return
    const now = unsignedIds(data.rows)
    if (hasNews(before.current, now)) void ring()
    before.current = now
  }, [data])
  useCountedTitle(data?.unsigned ?? 0)
  return null
}

/** Keeps the count before the title, whichever page writes its own. */
function useCountedTitle(count: number): void {
  useEffect(() => {
    const write = () => {
      const title = countedTitle(document.title, count)
      if (title !== document.title) document.title = title
    }
    write()
    const observer = new MutationObserver(write)
    observer.observe(document.head, { childList: true, characterData: true, subtree: true })
    return () => {
      observer.disconnect()
      document.title = countedTitle(document.title, 0)
    }
  }, [count])
}
