import './login-page.css'
import { useEffect, useState } from 'react'
import { useAct, useAnswer } from '#platform/web/answer.ts'
import { DemoMark } from '#platform/web/demo-mark.tsx'
import { SunMark } from '#platform/web/icon.tsx'
import { useWords } from '#platform/web/language.ts'
import { useStanding } from '#platform/web/me.tsx'
import { PageLink, useGo, useSearch } from '#platform/web/navigation.tsx'
import { Attention, Refusal } from '#platform/web/refusal.tsx'
import { kitWords } from '#platform/web/words/kit-words.ts'
import { demoLogins, signIn, signOnEndings, signOnLeave } from '../contract.ts'
import { useRoleNames } from '../parts.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { PasskeySignIn } from './passkey-sign-in.tsx'
import { pageAfter } from './page-after.ts'
import { screenWords, staffWords } from './screen-words.ts'
import { SignInForm } from './sign-in-form.tsx'

export function LoginPage() {
  const words = useWords(screenWords).logIn
  const { join } = useWords(staffWords)
  const kit = useWords(kitWords)
  const { me, demo, signOn, passkeys } = useStanding()
  // why: taken once, since the way out changes the address before this page is gone.
  const search = useSearch()
  const [then] = useState(() => pageAfter(search['then']))
  const go = useGo()
  useEffect(() => {
    if (me) go(then, { replace: true })
  }, [me, then, go])
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
        <section className="panel login-panel" aria-labelledby="login-title">
          <h1 id="login-title">{words.title}</h1>
          <p className="muted">{words.purpose}</p>
          <SignInForm onSignedIn={() => undefined} />
          {passkeys && <PasskeySignIn />}
          {signOn && <SignOn ending={search['sign-on']} />}
          <p className="caption">{words.forgotten}</p>
          <p className="caption">
            <PageLink to="/staff/join">{join.link}</PageLink>
          </p>
          <p className="caption">
            <a href="/">{words.forCitizens}</a>
          </p>
        </section>
        {demo && <DemoLogins />}
      </main>
    </div>
  )
}

/** The way through the bureau's own identity provider, and why it did not work the last time. */
function SignOn({ ending }: { ending: string | undefined }) {
  const words = useWords(screenWords).logIn
  const known = signOnEndings.find((one) => one === ending)
  return (
    <div className="stack">
      {known && <Attention title={words.signOnEndings[known]} />}
      <a className="button" href={signOnLeave.path}>
        {words.signOn}
      </a>
    </div>
  )
}

function DemoLogins() {
  const words = useWords(screenWords).logIn
  const roleNames = useRoleNames()
  const answer = useAnswer(demoLogins, {})
  const act = useAct(signIn, { expectSignedOut: true })
  if (!answer.data) return null
  return (
    <section className="panel login-panel" aria-labelledby="demo-title">
      <h2 id="demo-title">{words.demoTitle}</h2>
      <p className="muted">{words.demoWhy}</p>
      <Refusal problem={act.problem} />
      <ul className="demo-logins">
        {answer.data.rows.map(({ role, name, unitName, policeNumber, password }) => (
          <li key={policeNumber}>
            <button type="button" className="demo-login" onClick={() => void act.run({ policeNumber, password })}>
              <b>{roleNames[role]}</b>
              <span>{name}</span>
              <span className="caption">{unitName}</span>
              <span className="caption push-right">{policeNumber}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
