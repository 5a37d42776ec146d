import { useEffect, useState } from 'react'
import type { ChangeEventHandler, FormEvent } from 'react'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { useDraft } from '#platform/web/draft.ts'
import { Field } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { problemOf, Refusal } from '#platform/web/refusal.tsx'
import { signIn } from '../contract.ts'
import { screenWords } from './screen-words.ts'
import { SignInCode } from './sign-in-code.tsx'
import { useWait } from './use-wait.ts'

interface Credentials {
  readonly policeNumber: string
  readonly password: string
}

/** Police number and password, then the code where there is a second factor; on the log-in page, and over any page whose session has ended. */
export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const [proved, setProved] = useState<Credentials | null>(null)
  return proved ? (
    <SignInCode credentials={proved} onSignedIn={onSignedIn} onAnother={() => setProved(null)} />
  ) : (
    <PasswordStep onSignedIn={onSignedIn} onCodeNeeded={setProved} />
  )
}

function PasswordStep({ onSignedIn, onCodeNeeded }: { onSignedIn: () => void; onCodeNeeded: (credentials: Credentials) => void }) {
  const words = useWords(screenWords).logIn
  const [sent, setSent] = useState<Credentials | null>(null)
  const act = useAct(signIn, { expectSignedOut: true })
  const draft = useDraft({ policeNumber: '', password: '' }, act.problem)
  const wait = useWait(act.problem)
  const [asked, setAsked] = useState(false)
  const missing = (value: string) => (asked && value.trim() === '' ? words.missing : undefined)
  const isCodeNeeded = problemOf(act.problem)?.code === 'accounts.codeNeeded'
  useEffect(() => {
    if (isCodeNeeded && sent) onCodeNeeded(sent)
  }, [isCodeNeeded, sent, onCodeNeeded])
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    // why: what the browser filled in by itself may not have reached our state yet; the fields hold it.
    const filled = new FormData(event.currentTarget)
    const policeNumber = textIn(filled, 'policeNumber').trim()
    const password = textIn(filled, 'password')
    if (wait > 0 || !policeNumber || !password) return
    setSent({ policeNumber, password })
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
      <PasswordField error={draft.errorAt('password') ?? missing(draft.values.password)} text={draft.text('password')} />
      <Refusal problem={act.problem} />
      <div className="row wrap">
        <Button kind="primary" type="submit" pending={act.pending} disabledBecause={wait > 0 ? words.wait(wait) : undefined}>
          {words.act}
        </Button>
      </div>
    </form>
  )
}

const textIn = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

function PasswordField({
  error,
  text,
}: {
  error: string | undefined
  text: { value: string; onChange: ChangeEventHandler<HTMLInputElement> }
}) {
  const words = useWords(screenWords).logIn
  const [shown, setShown] = useState(false)
  return (
    <>
      <Field label={words.password} error={error}>
        {(control) => (
          <input
            {...control}
            className="input"
            name="password"
            type={shown ? 'text' : 'password'}
            autoComplete="current-password"
            {...text}
          />
        )}
      </Field>
      <label className="row tick">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        {words.show}
      </label>
    </>
  )
}
