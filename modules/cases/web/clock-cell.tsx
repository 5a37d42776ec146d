import { ClockLine } from '#platform/web/clock-line.tsx'
import { useWords } from '#platform/web/language.ts'
import type { ClockCard } from '../contract.ts'
import { caseWords } from './screen-words.ts'

/** The limit that ends first; a closed case, or one whose stage has no limit, has a dash. */
export function ClockCell({ clock }: { clock: ClockCard | null }) {
  const words = useWords(caseWords)
  if (!clock) return <span className="muted">{words.none}</span>
  return (
    <ClockLine
      clock={{
        state: clock.level,
        due: clock.dueAt,
        provisional: clock.isProvisional,
        ...(clock.extended && { extended: clock.extended }),
      }}
      withDate={false}
    />
  )
}
