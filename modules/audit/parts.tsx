import { useAnswer } from '#platform/web/answer.ts'
import { useWords } from '#platform/web/language.ts'
import { iHold, useMe } from '#platform/web/me.tsx'
import { PageLink } from '#platform/web/navigation.tsx'
import { PageState } from '#platform/web/page-state.tsx'
import { Panel } from '#platform/web/panel.tsx'
import { TimeLine } from '#platform/web/time-line.tsx'
import { listAudit, type TrailEntry } from './contract.ts'
import { OutcomeMark } from './web/outcome-mark.tsx'
import { actOf, whoOf } from './web/say-entry.ts'
import { trailPath } from './web/trail-path.ts'
import { auditWords } from './web/words.ts'

const lastFew = 20

/** Who looked at this and who acted on it; shown only to those who may ask, absent for everybody else. */
export function Trail({ subject }: { subject: string }) {
  return iHold(useMe(), 'supervisor', 'unit-head', 'leader') ? <ShownTrail subject={subject} /> : null
}

function ShownTrail({ subject }: { subject: string }) {
  const words = useWords(auditWords)
  const answer = useAnswer(listAudit, { subject, limit: lastFew })
  return (
    <Panel title={words.trail} foot={<PageLink to={trailPath({ subject })}>{words.trailMore}</PageLink>}>
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
