import './cases.css'
import { useAnswer } from '#platform/web/answer.ts'
import { numberParts } from '#platform/web/format.ts'
import { useLanguage, useWords } from '#platform/web/language.ts'
import { iHold, useMe } from '#platform/web/me.tsx'
import { PageLink } from '#platform/web/navigation.tsx'
import { PageState, Told } from '#platform/web/page-state.tsx'
import { Panel } from '#platform/web/panel.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { caseDuties } from '../contract.ts'
import type { CaseCard } from '../contract.ts'
import { causeTitle } from '../domain/cause.ts'
import { ClockCell } from './clock-cell.tsx'
import { caseWords } from './screen-words.ts'

const everyMs = 10_000

/** What waits for the leader's decision, the longest first; for everybody else, the cases past their limit. */
export function CaseDutiesPanel() {
  const words = useWords(caseWords).duties
  const decides = iHold(useMe(), 'leader')
  const answer = useAnswer(caseDuties, {}, { everyMs })
  const all = decides ? '/staff/cases?view=review' : '/staff/cases?view=overdue'
  const count = decides ? answer.data?.awaiting : answer.data?.overdue
  return (
    <Panel
      title={decides ? words.awaiting : words.overdue}
      flush
      {...(count !== undefined && { count })}
      aside={<PageLink to={all}>{words.all}</PageLink>}
    >
      <PageState answer={answer}>
        {({ rows, overdue }) => (
          <>
            {rows.length === 0 ? (
              <Told title={decides ? words.noneAwaiting : words.noneOverdue} why={decides ? words.noneAwaitingWhy : words.noneOverdueWhy} />
            ) : (
              <ul className="case-duties">
                {rows.map((row) => (
                  <DutyLine key={row.id} row={row} decides={decides} />
                ))}
              </ul>
            )}
            {decides && overdue > 0 && (
              <p className="panel-foot">
                <PageLink to="/staff/cases?view=overdue">{words.alsoOverdue(overdue)}</PageLink>
              </p>
            )}
          </>
        )}
      </PageState>
    </Panel>
  )
}

function DutyLine({ row, decides }: { row: CaseCard; decides: boolean }) {
  const words = useWords(caseWords)
  const language = useLanguage()
  const format = useFormat()
  const waited = format.duration(format.now.getTime() - Date.parse(row.stageSince))
  return (
    <li>
      <div>
        <PageLink to={`/staff/cases/${row.id}`}>
          <b>{numberParts(row.number).serial}</b> {causeTitle(row, language)}
        </PageLink>
        <p className="caption">
          {row.unitName} · {row.holderName} · {words.stages[row.stage]}
          {decides && ` · ${words.duties.waits(waited)}`}
        </p>
      </div>
      <ClockCell clock={row.clock} />
      {decides && (
        <PageLink className="button" to={`/staff/cases/${row.id}`}>
          {words.duties.decide}
        </PageLink>
      )}
    </li>
  )
}
