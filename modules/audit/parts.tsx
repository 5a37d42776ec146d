import { useWords } from '#platform/web/language.ts'
import { iHold, useMe } from '#platform/web/me.tsx'
import { PageLink } from '#platform/web/navigation.tsx'
import { type Asked, PageState } from '#platform/web/page-state.tsx'
import { Panel } from '#platform/web/panel.tsx'
import { TimeLine } from '#platform/web/time-line.tsx'
import type { Page } from '#platform/shared/page.ts'
import type { TrailEntry } from './contract.ts'
import { OutcomeMark } from './web/outcome-mark.tsx'
import { actOf, whoOf } from './web/say-entry.ts'
import { trailPath } from './web/trail-path.ts'
import { auditWords } from './web/words.ts'

/** How many lines a page of something shows of its trail. */
export const lastFew = 20

interface TrailProps {
  readonly subject: string
  /** From the module that keeps the subject, which decides who may see its trail. */
  readonly answer: Asked<Page<TrailEntry>>
}

/** Who looked at this and who acted on it. The whole list is for those who supervise. */
export function Trail({ subject, answer }: TrailProps) {
  const words = useWords(auditWords)
  const supervises = iHold(useMe(), 'supervisor', 'unit-head', 'leader')
  const foot = supervises && <PageLink to={trailPath({ subject })}>{words.trailMore}</PageLink>
  return (
    <Panel title={words.trail} {...(foot && { foot })}>
      <PageState answer={answer}>
        {({ rows }) =>
          rows.length === 0 ? <p className="muted">{words.trailNone}</p> : <TimeLine entries={rows.map((entry) => lineOf(entry, words))} />
        }
      </PageState>
    </Panel>
  )
}

const lineOf = (entry: TrailEntry, words: (typeof auditWords)['zh']) => ({
  id: entry.id,
  at: entry.at,
  kind: entry.outcomeKind === 'read' ? ('look' as const) : ('stage' as const),
  sentence: (
    <>
      {whoOf(entry, words)} {actOf(entry, words)} {entry.outcomeKind === 'refused' && <OutcomeMark entry={entry} />}
    </>
  ),
  detail: entry.actorUnitName ?? undefined,
})
