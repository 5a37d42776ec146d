import { useState } from 'react'
import { useAct, useAnswer } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { useWords } from '#platform/web/language.ts'
import { useMe } from '#platform/web/me.tsx'
import { PageState, SkeletonRows } from '#platform/web/page-state.tsx'
import { Panel } from '#platform/web/panel.tsx'
import { Refusal } from '#platform/web/refusal.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { endDelegation, myDelegations } from '../contract.ts'
import type { DelegationCard } from '../contract.ts'
import { isDelegable } from '../domain/delegation.ts'
import { useRoleNames } from '../parts.tsx'
import { DelegateDialog } from './delegate-dialog.tsx'
import { delegationWords } from './screen-words.ts'

/** Roles that I have handed to others for a time, or hold for others. */
export function DelegationsPanel() {
  const words = useWords(delegationWords)
  const me = useMe()
  const answer = useAnswer(myDelegations, {})
  const end = useAct(endDelegation)
  const [isOpen, setOpen] = useState(false)
  const mayHandOn = me.grants.some(({ role, onBehalfOf }) => isDelegable(role) && onBehalfOf === undefined)
  const add = mayHandOn && (
    <Button kind="link" size="small" onClick={() => setOpen(true)}>
      {words.add}
    </Button>
  )
  return (
    <Panel title={words.title} aside={add} foot={<p className="caption">{words.why}</p>}>
      <Refusal problem={end.problem} />
      <PageState answer={answer} skeleton={<SkeletonRows rows={1} />}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="muted">{words.none}</p>
          ) : (
            <ul className="stack">
              {rows.map((row) => (
                <Line key={row.id} row={row} onEnd={() => void end.run({ delegationId: row.id })} />
              ))}
            </ul>
          )
        }
      </PageState>
      {isOpen && <DelegateDialog onClose={() => setOpen(false)} />}
    </Panel>
  )
}

function Line({ row, onEnd }: { row: DelegationCard; onEnd: () => void }) {
  const words = useWords(delegationWords)
  const roleNames = useRoleNames()
  const format = useFormat()
  const other = row.isMine ? row.to : row.from
  const what = words[row.isMine ? 'given' : 'held'](roleNames[row.role], row.unitName, `${other.name} ${other.policeNumber}`)
  return (
    <li>
      <span className="row wrap">
        <span>{what}</span>
        {row.canEnd && (
          <Button kind="link" size="small" label={words.endNamed(what)} onClick={onEnd}>
            {words.end}
          </Button>
        )}
      </span>
      <p className="caption">
        {format.shortTime(row.fromAt)} – {format.shortTime(row.untilAt)} · {words.states[row.state]} · {row.reason}
      </p>
    </li>
  )
}
