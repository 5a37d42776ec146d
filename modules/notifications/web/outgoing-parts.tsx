import { useState } from 'react'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { useWords } from '#platform/web/language.ts'
import { Done, Refusal } from '#platform/web/refusal.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { type OutgoingMessage, tryAgainEndpoint } from '../contract.ts'
import { messageWords } from './words.ts'

interface Props {
  readonly message: OutgoingMessage
  readonly reason: string
  readonly channel: string
}

/** One message as its operator sees it, and *try again* where that may help. */
export function OutgoingParts({ message, reason, channel }: Props) {
  const all = useWords(messageWords)
  const words = all.outgoing
  const format = useFormat()
  const time = (at: string | null) => (at === null ? '—' : format.shortTime(at))
  const facts = [
    [words.template, message.template],
    [words.kind, all.kinds[message.kind]],
    [words.channel, channel],
    [words.attempts, String(message.attempts)],
    [words.sendings, String(message.sendings)],
    [words.queuedAt, time(message.createdAt)],
    [words.sentAt, time(message.sentAt)],
    [words.deliveredAt, time(message.deliveredAt)],
    [words.next, time(message.nextAttemptAt)],
    [words.until, time(message.expiresAt)],
  ] as const
  const canTry = message.state === 'failed' || message.nextAttemptAt !== null
  return (
    <div className="stack">
      <p>{reason}</p>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="caption">{message.reason === 'answer-lost' ? words.explainLost : words.explain}</p>
      {canTry && <TryAgain id={message.id} />}
    </div>
  )
}

function TryAgain({ id }: { id: string }) {
  const words = useWords(messageWords).outgoing
  const { run, pending, problem } = useAct(tryAgainEndpoint)
  const [isQueued, setQueued] = useState(false)
  const send = async () => setQueued((await run({ id })) !== undefined)
  return (
    <>
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
    </>
  )
}
