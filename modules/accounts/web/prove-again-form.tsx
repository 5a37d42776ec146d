import { useState } from 'react'
import type { FormEvent } from 'react'
import { useAct, useAnswer } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { Field } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { useStanding } from '#platform/web/me.tsx'
import { PageState, SkeletonRows } from '#platform/web/page-state.tsx'
import { fieldProblem, Refusal } from '#platform/web/refusal.tsx'
import { mySecondFactor, proveAgain } from '../contract.ts'
import { secondFactorWords } from './screen-words.ts'
import { CodeField } from './sign-in-code.tsx'
import { useWait } from './use-wait.ts'

/** Asks once more for a proof of who sits there, over a page where a sensitive act waits for it. */
export function ProveAgainForm({ onProved }: { onProved: () => void }) {
  const answer = useAnswer(mySecondFactor, {})
  return (
    <PageState answer={answer} skeleton={<SkeletonRows rows={2} />}>
      {({ confirmedAt }) => <Proof byCode={confirmedAt !== null} onProved={onProved} />}
    </PageState>
  )
}

function Proof({ byCode, onProved }: { byCode: boolean; onProved: () => void }) {
  const words = useWords(secondFactorWords)
  const { demo } = useStanding()
  const act = useAct(proveAgain)
  const wait = useWait(act.problem)
  const [shown, setShown] = useState('')
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (wait > 0 || shown.trim() === '') return
    if (await act.run(byCode ? { code: shown } : { password: shown })) onProved()
    else setShown('')
  }
  return (
    <form className="stack" onSubmit={(event) => void send(event)} noValidate>
      {byCode ? (
        <CodeField code={shown} onChange={setShown} hint={words.codeHint} error={fieldProblem(act.problem, 'code')} />
      ) : (
        <Field label={words.password} hint={demo && words.demoPassword} error={fieldProblem(act.problem, 'password')}>
          {(control) => (
            <input
              {...control}
              className="input"
              type="password"
              autoComplete="current-password"
              autoFocus
              value={shown}
              onChange={(event) => setShown(event.target.value)}
            />
          )}
        </Field>
      )}
      <Refusal problem={act.problem} />
      <div className="row">
        <Button kind="primary" type="submit" pending={act.pending}>
          {words.proveAct}
        </Button>
      </div>
    </form>
  )
}
