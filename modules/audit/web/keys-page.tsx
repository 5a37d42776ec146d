import { useAnswer } from '#platform/web/answer.ts'
import { useWords } from '#platform/web/language.ts'
import { PageState } from '#platform/web/page-state.tsx'
import { Facts, Panel } from '#platform/web/panel.tsx'
import { type KeysNow, readKeys } from '../contract.ts'
import { auditWords } from './words.ts'

type Words = (typeof auditWords)['zh']['keys']

const everyMs = 5_000
const whole = 100
const shareOf = (done: number, total: number) => (total === 0 ? whole : Math.floor((done / total) * whole))

/** Which keys seal personal data, and how far a change of key has come. */
export function KeysPage() {
  const { keys: words } = useWords(auditWords)
  const answer = useAnswer(readKeys, {}, { everyMs })
  return (
    <div className="page stack">
      <header className="page-head">
        <h1>{words.title}</h1>
      </header>
      <PageState answer={answer}>
        {(now) => (
          <div className="stack">
            <Ring now={now} words={words} />
            <Panel title={words.progress} flush={now.tables.length > 0}>
              {now.tables.length === 0 ? <p className="muted">{words.unchanged}</p> : <Progress now={now} words={words} />}
            </Panel>
          </div>
        )}
      </PageState>
    </div>
  )
}

function Ring({ now, words }: { now: KeysNow; words: Words }) {
  return (
    <Panel title={words.ring}>
      <div className="stack">
        <Facts
          facts={[
            { label: words.kind, value: words.kinds[now.kind] },
            ...now.keys.map((key, at) => ({ label: key, value: at === now.keys.length - 1 ? words.inUse : words.older })).toReversed(),
          ]}
        />
        <p className="muted">{words.explain}</p>
      </div>
    </Panel>
  )
}

function Progress({ now, words }: { now: KeysNow; words: Words }) {
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{words.table}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.anew}</th>
          <th scope="col">{words.unreadable}</th>
        </tr>
      </thead>
      <tbody>
        {now.tables.map(({ table, done, total, sealedAnew, unreadable, isFinished }) => (
          <tr key={table}>
            <td>
              <code>{table}</code>
            </td>
            <td>{isFinished ? words.finished : words.percent(shareOf(done, total))}</td>
            <td>{sealedAnew.toLocaleString('en')}</td>
            <td className={unreadable > 0 ? 'strong tone-urgent' : undefined}>{unreadable}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
