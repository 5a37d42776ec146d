import { useState } from 'react'
import type { FormEvent } from 'react'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { useDraft } from '#platform/web/draft.ts'
import { Field } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { Refusal } from '#platform/web/refusal.tsx'
import { signIn } from '../contract.ts'
import { screenWords } from './screen-words.ts'
import { useWait } from './use-wait.ts'

/** Police number and password; on the log-in page, and over any page whose session has ended. */
export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const words = useWords(screenWords).logIn
  const act = useAct(signIn, { expectSignedOut: true })
  const draft = useDraft({ policeNumber: '', password: '' }, act.problem)
  const [shown, setShown] = useState(false)
  const wait = useWait(act.problem)
  const [asked, setAsked] = useState(false)
  const missing = (value: string) => (asked && value.trim() === '' ? words.missing : undefined)
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    // why: what the browser filled in by itself may not have reached our state yet; the fields hold it.
    const filled = new FormData(event.currentTarget)
    const policeNumber = String(filled.get('policeNumber')).trim()
    const password = String(filled.get('password'))
    if (wait > 0 || !policeNumber || !password) return
    if (await act.run({ policeNumber, password })) onSignedIn()
  }
  return (
    <form className="stack" onSubmit={(event) => void send(event)} noValidate>
      <Field
        label={words.policeNumber}
        hint={words.policeNumberHint}
        error={draft.errorAt('policeNumber') ?? missing(draft.values.policeNumber)}
      >
        {(control) => (
          <input
            {...control}
            className="input"
            name="policeNumber"
            inputMode="numeric"
            autoComplete="username"
            autoFocus
            {...draft.text('policeNumber')}
          />
        )}
      </Field>
      <Field label={words.password} error={draft.errorAt('password') ?? missing(draft.values.password)}>
        {(control) => (
          <input
            {...control}
            className="input"
            name="password"
            type={shown ? 'text' : 'password'}
            autoComplete="current-password"
            {...draft.text('password')}
          />
        )}
      </Field>
      <label className="row tick">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        {words.show}
      </label>
      <Refusal problem={act.problem} />
      <div className="row wrap">
        <Button kind="primary" type="submit" pending={act.pending} disabledBecause={wait > 0 ? words.wait(wait) : undefined}>
          {words.act}
        </Button>
      </div>
    </form>
  )
}
