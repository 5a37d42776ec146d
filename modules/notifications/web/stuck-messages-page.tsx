import { useWords } from '#platform/web/language.ts'
import { ListPage } from '#platform/web/list-page.tsx'
import type { ListFilter } from '#platform/web/list-state.ts'
import { useFormat } from '#platform/web/use-format.ts'
import { listOutgoingEndpoint, type OutgoingMessage } from '../contract.ts'
import { type HouseReason, type MessageState, messageStates } from '../domain/message-state.ts'
import { OutgoingParts } from './outgoing-parts.tsx'
import { StateCounts } from './state-counts.tsx'
import { StuckDeliveries } from './stuck-deliveries.tsx'
import { messageWords } from './words.ts'

type Words = (typeof messageWords)['zh']

/** How text messages go, what is stuck and why, never to whom or what was said; and follow-up work that stopped. */
export function StuckMessagesPage() {
  const words = useWords(messageWords)
  const format = useFormat()
  const { outgoing } = words
  const reasonOf = ({ reason }: OutgoingMessage) =>
    reason === null ? '—' : (words.reasons[reason as HouseReason] ?? outgoing.providerSays(reason))
  const stateOf = ({ state, isPossiblyTwice }: OutgoingMessage) =>
    isPossiblyTwice ? `${words.states[state]} · ${outgoing.twice}` : words.states[state]
  const channelOf = ({ channel }: OutgoingMessage) => (channel === null ? '—' : (words.channels[channel] ?? channel))
  return (
    <ListPage
      title={outgoing.title}
      endpoint={listOutgoingEndpoint}
      input={({ filters, after }) => ({
        ...(filters['only'] && { only: filters['only'] as 'stuck' | 'possibly-twice' }),
        ...(filters['state'] && { state: filters['state'] as MessageState }),
        ...(filters['channel'] && { channel: filters['channel'] }),
        ...(after && { after }),
      })}
      idOf={(message) => message.id}
      views={[
        { id: 'stuck', label: outgoing.stuck, filters: { only: 'stuck' } },
        { id: 'twice', label: outgoing.twice, filters: { only: 'possibly-twice' } },
        { id: 'all', label: outgoing.all, filters: {} },
      ]}
      filters={filtersIn(words)}
      columns={[
        { id: 'when', title: words.inbox.when, width: 110, card: 'head', cell: (message) => format.shortTime(message.createdAt) },
        { id: 'state', title: outgoing.state, width: 150, card: 'head', cell: stateOf },
        { id: 'template', title: outgoing.template, width: 230, opens: true, cell: (message) => message.template },
        { id: 'reason', title: outgoing.reason, cell: reasonOf },
        { id: 'channel', title: outgoing.channel, width: 110, drop: 1, cell: channelOf },
        { id: 'sendings', title: outgoing.sendings, width: 72, align: 'right', drop: 3, card: 'none', cell: (message) => message.sendings },
      ]}
      drawer={{
        title: stateOf,
        body: (message) => <OutgoingParts key={message.id} message={message} reason={reasonOf(message)} channel={channelOf(message)} />,
      }}
      empty={{ title: outgoing.empty, why: outgoing.explain }}
      below={
        <>
          <StateCounts />
          <StuckDeliveries />
        </>
      }
    />
  )
}

const filtersIn = ({ outgoing, states, channels }: Words): ListFilter[] => [
  {
    name: 'state',
    label: outgoing.state,
    kind: 'choice',
    options: messageStates.map((state) => ({ value: state, label: states[state] })),
  },
  {
    name: 'channel',
    label: outgoing.channel,
    kind: 'choice',
    options: Object.entries(channels).map(([value, label]) => ({ value, label })),
  },
]
