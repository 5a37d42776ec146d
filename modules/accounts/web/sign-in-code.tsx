import { useState } from 'react'
import type { FormEvent } from 'react'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { Field } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { Refusal } from '#platform/web/refusal.tsx'
import { signIn } from '../contract.ts'
import { screenWords, secondFactorWords } from './screen-words.ts'
import { useWait } from './use-wait.ts'

export interface SignInCodeProps {
  readonly credentials: { readonly policeNumber: string; readonly password: string }
  readonly onSignedIn: () => void
  readonly onAnother: () => void
}

/** The second step of logging in: the password was right, and the officer has a second factor. */
export function SignInCode({ credentials, onSignedIn, onAnother }: SignInCodeProps) {
  const words = useWords(secondFactorWords)
  const logIn = useWords(screenWords).logIn
  const act = useAct(signIn, { expectSignedOut: true })
  const wait = useWait(act.problem)
  const [code, setCode] = useState('')
  const [asked, setAsked] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (wait > 0 || code.trim().length < 6) return
    if (await act.run({ ...credentials, code })) onSignedIn()
    else setCode('')
  }
  return (
    <form className="stack" onSubmit={(event) => void send(event)} noValidate>
      <p>{words.signingInAs(credentials.policeNumber)}</p>
      <CodeField
        code={code}
        onChange={setCode}
        hint={words.codeHint}
        error={asked && code === '' && !act.problem ? logIn.missing : undefined}
      />
      <Refusal problem={act.problem} />
      <div className="row wrap">
        <Button kind="primary" type="submit" pending={act.pending} disabledBecause={wait > 0 ? logIn.wait(wait) : undefined}>
          {words.codeAct}
        </Button>
        <Button onClick={onAnother}>{words.anotherAccount}</Button>
      </div>
    </form>
  )
}

export interface CodeFieldProps {
  readonly code: string
  readonly onChange: (code: string) => void
  readonly hint: string
  readonly error: string | undefined
}

/** Where a code is typed; phones offer what came in. */
export function CodeField({ code, onChange, hint, error }: CodeFieldProps) {
  const words = useWords(secondFactorWords)
  return (
    <Field label={words.code} hint={hint} error={error}>
      {(control) => (
        <input
          {...control}
          className="input"
          autoComplete="one-time-code"
          autoFocus
          maxLength={20}
          value={code}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
