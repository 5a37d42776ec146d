import type { ReactNode } from 'react'
import { useFormat } from './use-format.ts'

export type TimeLineKind = 'stage' | 'clock' | 'return' | 'look'

export interface TimeLineEntry {
  readonly id: string
  readonly at: Date | string
  readonly kind: TimeLineKind
  readonly sentence: ReactNode
  /** Who did it, and what belongs to it, in grey below. */
  readonly detail?: ReactNode
  /** The paper that proves it. */
  readonly paper?: ReactNode
}

const dots: Record<TimeLineKind, ReactNode> = {
  stage: <circle cx="5" cy="5" r="4.5" fill="var(--selection)" />,
  clock: <rect x="1" y="1" width="8" height="8" fill="var(--surface)" stroke="var(--link)" strokeWidth="1.8" />,
  return: <circle cx="5" cy="5" r="4.5" fill="var(--due-soon)" />,
  look: <circle cx="5" cy="5" r="3.6" fill="var(--surface)" stroke="var(--line-strong)" strokeWidth="1.8" />,
}

/** What happened, newest first. Give the entries in that order. */
export function TimeLine({ entries }: { entries: readonly TimeLineEntry[] }) {
  const format = useFormat()
  return (
    <ol className="time-line">
      {entries.map((entry) => (
        <li key={entry.id} className="time-line-entry">
          <time dateTime={new Date(entry.at).toISOString()}>{format.shortTime(entry.at)}</time>
          <span className="time-line-dot">
            <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
              {dots[entry.kind]}
            </svg>
          </span>
          <span>
            {entry.sentence}
            {entry.detail && <span className="caption time-line-detail">{entry.detail}</span>}
          </span>
          {entry.paper && <span>{entry.paper}</span>}
        </li>
      ))}
    </ol>
  )
}
