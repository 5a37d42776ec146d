import { useEffect } from 'react'
import { useAct } from '#platform/web/answer.ts'
import { useBilingual, useWords } from '#platform/web/language.ts'
import { ListPage } from '#platform/web/list-page.tsx'
import { PageLink } from '#platform/web/navigation.tsx'
import { Refusal } from '#platform/web/refusal.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { type InboxMessage, listMessagesEndpoint, markReadEndpoint } from '../contract.ts'
import { messageWords } from './words.ts'

/** What the house tells me: to open a message is to have read it. */
export function MessagesPage() {
  const words = useWords(messageWords).inbox
  const format = useFormat()
  return (
    <ListPage
      title={words.title}
      endpoint={listMessagesEndpoint}
      input={({ filters, after }) => ({ ...(filters['only'] === 'unread' && { only: 'unread' as const }), ...(after && { after }) })}
      idOf={(message) => message.id}
      views={[
        { id: 'all', label: words.all, filters: {} },
        { id: 'unread', label: words.unread, filters: { only: 'unread' } },
      ]}
      columns={[
        { id: 'when', title: words.when, width: 110, card: 'head', cell: (message) => format.shortTime(message.createdAt) },
        {
          id: 'state',
          title: words.state,
          width: 64,
          card: 'head',
          cell: (message) => (message.isRead ? words.read : <b>{words.unread}</b>),
        },
        { id: 'text', title: words.text, opens: true, cell: (message) => <MessageText message={message} /> },
      ]}
      drawer={{
        title: (message) => format.shortTime(message.createdAt),
        body: (message) => <OpenMessage key={message.id} message={message} />,
        foot: (message) => (
          <PageLink className="button primary" to={message.path}>
            {words.openSubject}
          </PageLink>
        ),
      }}
      empty={{ title: words.empty, why: words.emptyWhy }}
    />
  )
}

function MessageText({ message }: { message: InboxMessage }) {
  const text = useBilingual()(message.text)
  return message.isRead ? text : <b>{text}</b>
}

function OpenMessage({ message }: { message: InboxMessage }) {
  const inMyLanguage = useBilingual()
  const { run, problem } = useAct(markReadEndpoint)
  const { id, isRead } = message
  useEffect(() => {
    if (!isRead) void run({ id })
  }, [id, isRead, run])
  return (
    <div className="stack">
      <p>{inMyLanguage(message.text)}</p>
      <Refusal problem={problem} />
    </div>
  )
}
