import { useState } from 'react'
import type { FormEvent } from 'react'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { Segments } from '#platform/web/choice.tsx'
import { useDraft } from '#platform/web/draft.ts'
import { Field } from '#platform/web/field.tsx'
import { useKeptSetting } from '#platform/web/kept-setting.ts'
import { singleKeysSetting } from '#platform/web/keys.ts'
import { languageSetting, useLanguage, useWords } from '#platform/web/language.ts'
import { useMe } from '#platform/web/me.tsx'
import { Facts, Panel } from '#platform/web/panel.tsx'
import { Done, Refusal } from '#platform/web/refusal.tsx'
import { themeChoices, themeSetting, useThemeChoice } from '#platform/web/theme.ts'
import { kitWords } from '#platform/web/words/kit-words.ts'
import { changePassword } from '../contract.ts'
import { useRoleNames } from '../parts.tsx'
import { DelegationsPanel } from './delegations-panel.tsx'
import { MySessions } from './my-sessions.tsx'
import { PasskeysPanel } from './passkeys-panel.tsx'
import { screenWords } from './screen-words.ts'
import { SecondFactorPanel } from './second-factor-panel.tsx'

export function AccountPage() {
  const words = useWords(screenWords).account
  return (
    <div className="page">
      <header className="page-head">
        <h1>{words.title}</h1>
      </header>
      <div className="two-columns">
        <div className="stack">
          <SecondFactorPanel />
          <PasskeysPanel />
          <DelegationsPanel />
          <MySessions />
          <PasswordForm />
        </div>
        <div className="stack">
          <AboutMe />
          <Settings />
        </div>
      </div>
    </div>
  )
}

function AboutMe() {
  const words = useWords(screenWords).account
  const roleNames = useRoleNames()
  const me = useMe()
  const roles = [...new Set(me.grants.map(({ role }) => roleNames[role]))]
  return (
    <Panel title={words.me} foot={<p className="caption">{words.rolesHint}</p>}>
      <Facts
        facts={[
          { label: words.name, value: `${me.name} ${me.policeNumber}` },
          { label: words.unit, value: me.unitName },
          { label: words.bureau, value: me.bureauName },
          { label: words.roles, value: roles.join(' · ') },
        ]}
      />
    </Panel>
  )
}

const emptyPasswords = { oldPassword: '', newPassword: '', repeated: '' }

function PasswordForm() {
  const words = useWords(screenWords).account
  const act = useAct(changePassword)
  const draft = useDraft(emptyPasswords, act.problem)
  const [different, setDifferent] = useState(false)
  const [ended, setEnded] = useState<number | null>(null)
  const { oldPassword, newPassword, repeated } = draft.values
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setEnded(null)
    setDifferent(newPassword !== repeated)
    if (newPassword !== repeated) return
    const done = await act.run({ oldPassword, newPassword })
    if (!done) return
    setEnded(done.endedSessions)
    draft.clear()
  }
  const passwordInput = (name: keyof typeof emptyPasswords, autoComplete: string) => (control: object) => (
    <input {...control} className="input" type="password" autoComplete={autoComplete} {...draft.text(name)} />
  )
  return (
    <Panel title={words.passwordTitle}>
      <form className="stack" onSubmit={(event) => void send(event)} noValidate>
        <div className="form-grid">
          <div className="span-4">
            <Field label={words.oldPassword} error={draft.errorAt('oldPassword')}>
              {passwordInput('oldPassword', 'current-password')}
            </Field>
          </div>
          <div className="span-4">
            <Field label={words.newPassword} hint={words.newPasswordHint} error={draft.errorAt('newPassword')}>
              {passwordInput('newPassword', 'new-password')}
            </Field>
          </div>
          <div className="span-4">
            <Field label={words.repeat} error={different ? words.different : undefined}>
              {passwordInput('repeated', 'new-password')}
            </Field>
          </div>
        </div>
        <Refusal problem={act.problem} />
        {ended !== null && <Done title={words.changed}>{words.others(ended)}</Done>}
        <div className="row">
          <Button kind="primary" type="submit" pending={act.pending}>
            {words.changePassword}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

function Settings() {
  const words = useWords(screenWords).account
  const kit = useWords(kitWords)
  const language = useLanguage()
  const theme = useThemeChoice()
  const singleKeys = useKeptSetting(singleKeysSetting)
  return (
    <Panel title={words.settings}>
      <div className="stack">
        <Segments
          label={kit.language}
          value={language}
          onChange={languageSetting.write}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
        <Segments
          label={kit.theme}
          value={theme}
          onChange={themeSetting.write}
          options={themeChoices.map((value) => ({ value, label: kit.themes[value] }))}
        />
        <Segments
          label={kit.keys.single}
          value={singleKeys}
          onChange={singleKeysSetting.write}
          options={[
            { value: 'on', label: kit.keys.on },
            { value: 'off', label: kit.keys.off },
          ]}
        />
      </div>
    </Panel>
  )
}
