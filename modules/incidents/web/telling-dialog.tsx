import { useState } from 'react'
import { v7 as uuid } from 'uuid'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { Segments } from '#platform/web/choice.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { Field } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { fieldProblem, Refusal } from '#platform/web/refusal.tsx'
import { justNow, WhenField, whenInput } from '#platform/web/when-field.tsx'
import { recordTelling } from '../contract.ts'
import { tellingWays } from '../domain/telling.ts'
import type { TellingWay } from '../domain/telling.ts'
import { intakeWords } from './intake-words.ts'

/** How the person was told that the matter is not for the police, where to turn, and whether they agree. */
export function TellingDialog({ incidentId, onClose }: { readonly incidentId: string; readonly onClose: () => void }) {
  const { telling: words, missing } = useWords(intakeWords)
  const act = useAct(recordTelling)
  const [tellingId] = useState(() => uuid())
  const [way, setWay] = useState<TellingWay | null>(null)
  const [organ, setOrgan] = useState('')
  const [dispute, setDispute] = useState<'no' | 'yes' | null>(null)
  const [when, setWhen] = useState(justNow)
  const lacking = [way === null && words.way, dispute === null && words.dispute].filter((label) => label !== false)
  const send = async () => {
    if (way === null || dispute === null) return
    const named = organ.trim() ? { organ } : {}
    if (await act.run({ incidentId, tellingId, way, ...named, isDisputed: dispute === 'yes', ...whenInput(when) })) onClose()
  }
  return (
    <Dialog title={words.record} onClose={onClose}>
      <Segments
        label={words.way}
        options={tellingWays.map((value) => ({ value, label: words.ways[value] }))}
        value={way}
        onChange={setWay}
        error={fieldProblem(act.problem, 'way')}
      />
      <Field label={words.organField} hint={words.organHint} optional error={fieldProblem(act.problem, 'organ')}>
        {(control) => (
          <input
            {...control}
            className="input"
            autoComplete="off"
            maxLength={100}
            value={organ}
            onChange={(event) => setOrgan(event.target.value)}
          />
        )}
      </Field>
      <Segments
        label={words.dispute}
        options={(['no', 'yes'] as const).map((value) => ({ value, label: words.disputes[value] }))}
        value={dispute}
        onChange={setDispute}
      />
      <WhenField label={words.toldAt} when={when} onChange={setWhen} problem={act.problem} />
      <Refusal problem={act.problem} />
      <Button
        kind="primary"
        pending={act.pending}
        disabledBecause={lacking.length > 0 ? `${missing} ${lacking.join(' · ')}` : undefined}
        onClick={() => void send()}
      >
        {words.record}
      </Button>
    </Dialog>
  )
}
