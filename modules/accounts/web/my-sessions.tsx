import { useAct, useAnswer } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { useWords } from '#platform/web/language.ts'
import { PageState } from '#platform/web/page-state.tsx'
import { Panel } from '#platform/web/panel.tsx'
import { Refusal } from '#platform/web/refusal.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { mySessions, revokeSession } from '../contract.ts'
import { screenWords } from './screen-words.ts'

/** Where I am logged in, so that a lost phone can be shut out. */
export function MySessions() {
  const words = useWords(screenWords).account
  const format = useFormat()
  const answer = useAnswer(mySessions, {})
  const revoke = useAct(revokeSession)
  return (
    <Panel title={words.sessionsTitle} flush foot={<p className="caption">{words.sessionsHint}</p>}>
      <Refusal problem={revoke.problem} />
      <PageState answer={answer}>
        {({ rows }) => (
          <div className="scroll-x" tabIndex={0} role="group" aria-label={words.sessionsTitle}>
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{words.agent}</th>
                  <th scope="col">{words.since}</th>
                  <th scope="col">{words.lastSeen}</th>
                  <th scope="col">{words.until}</th>
                  <th scope="col">
                    <span className="unseen">{words.revoke}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((session) => (
                  <tr key={session.id}>
                    <td>{session.agent}</td>
                    <td>{format.shortTime(session.createdAt)}</td>
                    <td>{format.shortTime(session.lastSeenAt)}</td>
                    <td>{format.shortTime(session.expiresAt)}</td>
                    <td>
                      {session.isCurrent ? (
                        <span className="muted">{words.here}</span>
                      ) : (
                        <Button
                          size="small"
                          label={words.revokeNamed(session.agent)}
                          onClick={() => void revoke.run({ sessionId: session.id })}
                        >
                          {words.revoke}
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </PageState>
    </Panel>
  )
}
