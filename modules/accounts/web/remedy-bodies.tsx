import { useState } from 'react'
import type { FormEvent } from 'react'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { Field } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { Panel } from '#platform/web/panel.tsx'
import { Done, fieldProblem, Refusal } from '#platform/web/refusal.tsx'
import { setRemedyBodies } from '../contract.ts'
import type { UnitCard } from '../contract.ts'
import { screenWords } from './screen-words.ts'

/** Whom the papers of the bureau name for remedies; who administers the bureau sets it. */
export function RemedyBodies({ bureau }: { bureau: UnitCard }) {
  const words = useWords(screenWords).remedies
  const act = useAct(setRemedyBodies)
  const [organ, setOrgan] = useState(bureau.reconsiderationOrgan ?? '')
  const [court, setCourt] = useState(bureau.court ?? '')
  const [isSaved, setSaved] = useState(false)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setSaved(false)
    const done = await act.run({ reconsiderationOrgan: organ.trim() || null, court: court.trim() || null })
    setSaved(done !== undefined)
  }
  const fields = [
    { name: 'reconsiderationOrgan', label: words.organ, hint: words.organHint, value: organ, set: setOrgan },
    { name: 'court', label: words.court, hint: words.courtHint, value: court, set: setCourt },
  ]
  return (
    <Panel title={words.title} foot={<p className="caption">{words.why}</p>}>
      <form className="stack" onSubmit={(event) => void save(event)} noValidate>
        <div className="form-grid">
          {fields.map(({ name, label, hint, value, set }) => (
            <div key={name} className="span-6">
              <Field label={label} hint={hint} error={fieldProblem(act.problem, name)} optional>
                {(control) => (
                  <input
                    {...control}
                    className="input"
                    maxLength={40}
                    value={value}
                    onChange={(event) => {
                      setSaved(false)
                      set(event.target.value)
                    }}
                  />
                )}
              </Field>
            </div>
          ))}
        </div>
        <Refusal problem={act.problem} />
        {isSaved && <Done title={words.saved} />}
        <div className="row">
          <Button kind="primary" type="submit" pending={act.pending}>
            {words.save}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
