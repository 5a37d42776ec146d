import { useAnswer } from '#platform/web/answer.ts'
import { useWords } from '#platform/web/language.ts'
import { PageLink } from '#platform/web/navigation.tsx'
import { PageState } from '#platform/web/page-state.tsx'
import { Panel } from '#platform/web/panel.tsx'
import { countByStateEndpoint } from '../contract.ts'
import { messageStates, type MessageState } from '../domain/message-state.ts'
import { messageWords } from './words.ts'

interface Count {
  readonly channel: string | null
  readonly state: MessageState
  readonly count: number
}

/** The messages of the last days by state and channel; each figure leads to its messages. */
export function StateCounts() {
  const words = useWords(messageWords).outgoing
  const answer = useAnswer(countByStateEndpoint, {}, { everyMs: 15_000 })
  return (
    <Panel title={words.counts} flush>
      <PageState answer={answer}>
        {({ counts }) => (counts.length === 0 ? <p className="panel-body muted">{words.noCounts}</p> : <Counts counts={counts} />)}
      </PageState>
    </Panel>
  )
}

export function Counts({ counts }: { counts: readonly Count[] }) {
  const words = useWords(messageWords)
  const channels = [...new Set(counts.map(({ channel }) => channel))]
  const states = messageStates.filter((state) => counts.some((one) => one.state === state))
  const nameOf = (channel: string | null) => (channel === null ? words.outgoing.noneYet : (words.channels[channel] ?? channel))
  return (
    <div className="scroll-x" tabIndex={0} role="group" aria-label={words.outgoing.counts}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.outgoing.channel}</th>
            {states.map((state) => (
              <th key={state} scope="col">
                {words.states[state]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {channels.map((channel) => (
            <tr key={channel ?? ''}>
              <td>{nameOf(channel)}</td>
              {states.map((state) => (
                <td key={state}>
                  <Figure
                    channel={channel}
                    state={state}
                    count={counts.find((one) => one.channel === channel && one.state === state)?.count ?? 0}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Figure({ channel, state, count }: Count) {
  if (count === 0) return '0'
  const search = new URLSearchParams({ view: 'all', state, ...(channel !== null && { channel }) })
  return <PageLink to={`/staff/stuck-messages?${search.toString()}`}>{String(count)}</PageLink>
}
