import { useState } from 'react'
import { useAct, useAnswer } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { useDraft } from '#platform/web/draft.ts'
import { Field } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { PageState } from '#platform/web/page-state.tsx'
import { Panel } from '#platform/web/panel.tsx'
import { Done, Refusal } from '#platform/web/refusal.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { changeSetting, findSetting } from '../contract.ts'
import { fewestShownDays, mostShownDays } from '../domain/shown-time.ts'
import { queryWords } from './screen-words.ts'

/** How long results stay in public view after a case was closed: a setting of the bureau. */
export function SettingPage() {
  const words = useWords(queryWords).setting
  const answer = useAnswer(findSetting, {})
  return (
    <div className="page">
      <div className="page-head">
        <h1>{words.title}</h1>
      </div>
      <PageState answer={answer}>{(setting) => <SettingForm setting={setting} />}</PageState>
    </div>
  )
}

interface Shown {
  readonly setting: { readonly shownDays: number; readonly setAt: string | null; readonly setByName: string | null }
}

function SettingForm({ setting }: Shown) {
  const words = useWords(queryWords).setting
  const format = useFormat()
  const { run, pending, problem } = useAct(changeSetting)
  const draft = useDraft({ shownDays: String(setting.shownDays) }, problem)
  const [isSaved, setSaved] = useState(false)
  const save = async () => setSaved((await run({ shownDays: Number(draft.values.shownDays) })) !== undefined)
  return (
    <Panel>
      <div className="stack">
        <div className="form-grid">
          <div className="span-4">
            <Field label={words.days} hint={words.hint} error={draft.errorAt('shownDays')}>
              {(control) => (
                <input
                  {...control}
                  className="input"
                  type="number"
                  min={fewestShownDays}
                  max={mostShownDays}
                  {...draft.text('shownDays')}
                />
              )}
            </Field>
          </div>
        </div>
        <p>{words.effect}</p>
        <p className="caption">
          {setting.setAt === null ? words.byDefault : words.setBy(setting.setByName ?? '', format.shortTime(setting.setAt))}
        </p>
        <Refusal problem={problem} />
        {isSaved && <Done title={words.saved} />}
        <div className="row">
          <Button kind="primary" pending={pending} onClick={() => void save()}>
            {words.save}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
