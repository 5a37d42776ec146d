import { useAct, useAnswer } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { useWords } from '#platform/web/language.ts'
import { PageState } from '#platform/web/page-state.tsx'
import { Panel } from '#platform/web/panel.tsx'
import { Refusal } from '#platform/web/refusal.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { listStuckDeliveriesEndpoint, type StuckDelivery, retryDeliveryEndpoint } from '../contract.ts'
import { messageWords } from './words.ts'

/** Follow-up work that the program has given up on, for the administrator: which part, on what, and why, with *try again*. */
export function StuckDeliveries() {
  const words = useWords(messageWords).deliveries
  const answer = useAnswer(listStuckDeliveriesEndpoint, {}, { everyMs: 5_000 })
  const retry = useAct(retryDeliveryEndpoint)
  return (
    <Panel title={words.title} {...(answer.data && { count: answer.data.count })} flush foot={<p className="caption">{words.explain}</p>}>
      <Refusal problem={retry.problem} />
      <PageState answer={answer}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="panel-body muted">{words.empty}</p>
          ) : (
            <Deliveries
              rows={rows}
              isPending={retry.pending}
              tryAgain={({ eventId, subscriber }) => void retry.run({ eventId, subscriber })}
            />
          )
        }
      </PageState>
    </Panel>
  )
}

interface DeliveriesProps {
  readonly rows: readonly StuckDelivery[]
  readonly isPending: boolean
  readonly tryAgain: (delivery: StuckDelivery) => void
}

export function Deliveries({ rows, isPending, tryAgain }: DeliveriesProps) {
  const words = useWords(messageWords).deliveries
  const format = useFormat()
  return (
    <div className="scroll-x" tabIndex={0} role="group" aria-label={words.title}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.since}</th>
            <th scope="col">{words.subscriber}</th>
            <th scope="col">{words.event}</th>
            <th scope="col">{words.subject}</th>
            <th scope="col">{words.attempts}</th>
            <th scope="col">{words.error}</th>
            <th scope="col">
              <span className="unseen">{words.tryAgain}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.eventId} ${row.subscriber}`}>
              <td>{format.shortTime(row.since)}</td>
              <td>{row.subscriber}</td>
              <td>{row.event}</td>
              <td>
                {words.subjectKinds[row.subjectKind] ?? row.subjectKind} {row.subjectId.slice(-6)}
              </td>
              <td>{row.attempts}</td>
              <td>{row.error ?? '—'}</td>
              <td>
                <Button size="small" pending={isPending} label={words.tryAgainNamed(row.subscriber)} onClick={() => tryAgain(row)}>
                  {words.tryAgain}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
