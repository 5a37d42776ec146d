import { useState } from 'react'
import { useAnswer } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { useWords } from '#platform/web/language.ts'
import { PageState, SkeletonRows } from '#platform/web/page-state.tsx'
import { Panel } from '#platform/web/panel.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { listLeaderRequests } from '../contract.ts'
import type { LeaderRequestCard } from '../contract.ts'
import { LeaderRequestDialog } from './leader-request-dialog.tsx'
import { caseWords } from './screen-words.ts'

/** What leaders asked about this case: in full for who handles or supervises it, for others that there is a record. */
export function LeaderRequests({ caseId }: { caseId: string }) {
  const words = useWords(caseWords).leaderRequests
  const answer = useAnswer(listLeaderRequests, { caseId }, { isRecorded: true })
  const [isOpen, setOpen] = useState(false)
  const { rows = [], canRecord = false } = answer.data ?? {}
  if (answer.data && rows.length === 0 && !canRecord) return null
  const record = canRecord && (
    <Button kind="link" size="small" onClick={() => setOpen(true)}>
      {words.record}
    </Button>
  )
  return (
    <Panel title={words.title} count={rows.length} aside={record}>
      <PageState answer={answer} skeleton={<SkeletonRows rows={1} />}>
        {() => (
          <>
            {rows.length === 0 && <p className="muted">{words.none}</p>}
            <ul className="stack">
              {rows.map((row) => (
                <RequestLine key={row.id} row={row} />
              ))}
            </ul>
          </>
        )}
      </PageState>
      {isOpen && <LeaderRequestDialog caseId={caseId} onClose={() => setOpen(false)} />}
    </Panel>
  )
}

function RequestLine({ row }: { row: LeaderRequestCard }) {
  const words = useWords(caseWords).leaderRequests
  const format = useFormat()
  const { kind, way, occurredAt, recordedAt, isLateEntry, byName, asked } = row
  return (
    <li>
      <span className="row wrap">
        <span className="plain-label">{words.kinds[kind]}</span>
        <span>
          {format.shortTime(occurredAt)} · {words.ways[way]}
        </span>
      </span>
      {asked ? (
        <>
          <p>
            {asked.leaderName} · {asked.leaderPost}
          </p>
          <p>{asked.what}</p>
        </>
      ) : (
        <p className="muted">{words.hidden}</p>
      )}
      <p className="caption">
        {words.by(byName, format.shortTime(recordedAt))}
        {isLateEntry && ` · ${words.late}`}
      </p>
    </li>
  )
}
