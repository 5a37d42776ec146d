import { useState } from 'react'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { useWords } from '#platform/web/language.ts'
import { ListPage } from '#platform/web/list-page.tsx'
import { Done, Refusal } from '#platform/web/refusal.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { listStuckMessagesEndpoint, type StuckMessage, tryAgainEndpoint } from '../contract.ts'
import type { HouseReason } from '../domain/message-state.ts'
import { StuckDeliveries } from './stuck-deliveries.tsx'
import { messageWords } from './words.ts'

/** What waits for the administrator: text messages that did not leave, never to whom or what was said, and follow-up work that stopped. */
export function StuckMessagesPage() {
  const words = useWords(messageWords)
  const format = useFormat()
  const reasonOf = ({ reason }: StuckMessage) => (reason === null ? '—' : (words.reasons[reason as HouseReason] ?? reason))
  return (
    <ListPage
      title={words.stuck.title}
      endpoint={listStuckMessagesEndpoint}
      input={({ after }) => ({ ...(after && { after }) })}
      idOf={(message) => message.id}
      columns={[
        { id: 'when', title: words.inbox.when, width: 110, card: 'head', cell: (message) => format.shortTime(message.createdAt) },
        { id: 'state', title: words.stuck.state, width: 90, card: 'head', cell: (message) => words.states[message.state] },
        { id: 'reason', title: words.stuck.reason, opens: true, cell: reasonOf },
        { id: 'template', title: words.stuck.template, width: 190, drop: 2, cell: (message) => message.template },
        { id: 'attempts', title: words.stuck.attempts, width: 72, align: 'right', drop: 3, cell: (message) => message.attempts },
        { id: 'until', title: words.stuck.until, width: 110, drop: 1, cell: (message) => format.shortTime(message.expiresAt) },
      ]}
      drawer={{
        title: (message) => words.states[message.state],
        body: (message) => <StuckMessageParts key={message.id} message={message} reason={reasonOf(message)} />,
      }}
      empty={{ title: words.stuck.empty, why: words.stuck.explain }}
      below={<StuckDeliveries />}
    />
  )
}

function StuckMessageParts({ message, reason }: { message: StuckMessage; reason: string }) {
  const words = useWords(messageWords).stuck
  const { run, pending, problem } = useAct(tryAgainEndpoint)
  const [isQueued, setQueued] = useState(false)
  const send = async () => setQueued((await run({ id: message.id })) !== undefined)
  return (
    <div className="stack">
      <p>{reason}</p>
      <p className="caption">{words.explain}</p>
      <Refusal problem={problem} />
      {isQueued ? (
        <Done title={words.queuedAgain} />
      ) : (
        <div className="row">
          <Button kind="primary" pending={pending} onClick={() => void send()}>
            {words.tryAgain}
          </Button>
        </div>
      )}
    </div>
  )
}
