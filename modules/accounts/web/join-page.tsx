import './login-page.css'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { DemoMark } from '#platform/web/demo-mark.tsx'
import { useDraft } from '#platform/web/draft.ts'
import { Field } from '#platform/web/field.tsx'
import { SunMark } from '#platform/web/icon.tsx'
import { useWords } from '#platform/web/language.ts'
import { PageLink } from '#platform/web/navigation.tsx'
import { Done, Refusal } from '#platform/web/refusal.tsx'
import { kitWords } from '#platform/web/words/kit-words.ts'
import { acceptInvitation } from '../contract.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { staffWords } from './screen-words.ts'
import { useWait } from './use-wait.ts'

/** Where a code from the administrator becomes an account, or a new password. */
export function JoinPage() {
  const words = useWords(staffWords).join
  const kit = useWords(kitWords)
  const [done, setDone] = useState<'join' | 'renew' | null>(null)
  return (
    <div className="login">
      <header className="bar">
        <span className="brand">
          <SunMark />
          {kit.product}
        </span>
        <div className="bar-end">
          <LanguageSwitch />
        </div>
      </header>
      <DemoMark />
      <main className="login-main" id="content">
        <section className="panel login-panel" aria-labelledby="join-title">
          <h1 id="join-title">{words.title}</h1>
          {done === null ? (
            <>
              <p className="muted">{words.why}</p>
              <JoinForm onDone={setDone} />
            </>
          ) : (
            <Done title={done === 'join' ? words.joined : words.renewed}>
              <PageLink className="button primary" to="/staff/login">
                {words.toLogin}
              </PageLink>
            </Done>
          )}
        </section>
      </main>
    </div>
  )
}

const empty = { policeNumber: '', code: '', password: '', repeated: '' }

function JoinForm({ onDone }: { onDone: (purpose: 'join' | 'renew') => void }) {
  const words = useWords(staffWords).join
  const act = useAct(acceptInvitation, { expectSignedOut: true })
  const wait = useWait(act.problem)
  const draft = useDraft(empty, act.problem)
  const [asked, setAsked] = useState(false)
  const { policeNumber, code, password, repeated } = draft.values
  const isDifferent = asked && password !== repeated
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (wait > 0 || !policeNumber || !code || !password || password !== repeated) return
    const done = await act.run({ policeNumber, code, password })
    if (done) onDone(done.purpose)
  }
  const missing = (value: string) => (asked && value === '' ? words.missing : undefined)
  const field = (
    name: keyof typeof empty,
    given: { label: string; hint?: string; type?: string; autoComplete: string; error?: string | undefined },
  ) => (
    <Field label={given.label} hint={given.hint} error={given.error ?? draft.errorAt(name) ?? missing(draft.values[name])}>
      {(control) => (
        <input
          {...control}
          className="input"
          type={given.type ?? 'text'}
          autoComplete={given.autoComplete}
          maxLength={200}
          {...draft.text(name)}
        />
      )}
    </Field>
  )
  return (
    <form className="stack" onSubmit={(event) => void send(event)} noValidate>
      {field('policeNumber', { label: words.policeNumber, autoComplete: 'username' })}
      {field('code', { label: words.code, hint: words.codeHint, autoComplete: 'off' })}
      {field('password', { label: words.password, hint: words.passwordHint, type: 'password', autoComplete: 'new-password' })}
      {field('repeated', {
        label: words.repeat,
        type: 'password',
        autoComplete: 'new-password',
        error: isDifferent ? words.different : undefined,
      })}
      <Refusal problem={act.problem} />
      <div className="row">
        <Button kind="primary" type="submit" pending={act.pending}>
          {words.act}
        </Button>
      </div>
    </form>
  )
}
