import { useState } from 'react'
import { v7 as uuid } from 'uuid'
import { useAct, useAnswer } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { Segments } from '#platform/web/choice.tsx'
import { Combobox } from '#platform/web/combobox.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { Field } from '#platform/web/field.tsx'
import { useLanguage, useWords } from '#platform/web/language.ts'
import { fieldProblem, Refusal } from '#platform/web/refusal.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { justNow, WhenField, whenInput } from '#platform/web/when-field.tsx'
import { addCall, listIncidents, mergeIncident, unmergeIncident } from '../contract.ts'
import type { IncidentDetail } from '../contract.ts'
import { categoryOf } from '../domain/category.ts'
import { sources } from '../domain/incident-state.ts'
import type { Source } from '../domain/incident-state.ts'
import { relatedWords } from './related-words.ts'
import { incidentWords } from './screen-words.ts'

interface DialogProps {
  readonly incident: Pick<IncidentDetail, 'id'>
  readonly onClose: () => void
}

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly error: string | undefined
  readonly optional?: boolean
  readonly type?: 'text' | 'tel'
}

const TextField = ({ label, value, onChange, error, optional = false, type = 'text' }: TextFieldProps) => (
  <Field label={label} optional={optional} error={error}>
    {(control) => (
      <input
        {...control}
        className="input"
        type={type}
        autoComplete="off"
        maxLength={60}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
)

const isLacking = (text: string) => text.trim().length < 2

/** Another call about the same matter. */
export function CallDialog({ incident, onClose }: DialogProps) {
  const words = useWords(relatedWords)
  const { sources: sourceNames } = useWords(incidentWords)
  const act = useAct(addCall)
  const [callId] = useState(() => uuid())
  const [channel, setChannel] = useState<Source>('110')
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [said, setSaid] = useState('')
  const [when, setWhen] = useState(justNow)
  const send = async () => {
    const callerPhone = phone.replaceAll(/[\s-]/g, '')
    const caller = { ...(name.trim() && { callerName: name }), ...(callerPhone && { callerPhone }) }
    if (await act.run({ incidentId: incident.id, callId, channel, ...caller, said, ...whenInput(when) })) onClose()
  }
  return (
    <Dialog title={words.call.act} onClose={onClose}>
      <p>{words.call.explain}</p>
      <Segments
        label={words.call.channel}
        options={sources.map((source) => ({ value: source, label: sourceNames[source] }))}
        value={channel}
        onChange={setChannel}
      />
      <TextField label={words.call.name} value={name} onChange={setName} optional error={fieldProblem(act.problem, 'callerName')} />
      <TextField
        label={words.call.phone}
        value={phone}
        onChange={setPhone}
        optional
        type="tel"
        error={fieldProblem(act.problem, 'callerPhone')}
      />
      <Field label={words.call.said} error={fieldProblem(act.problem, 'said')}>
        {(control) => (
          <textarea
            {...control}
            className="input"
            rows={3}
            maxLength={2000}
            value={said}
            onChange={(event) => setSaid(event.target.value)}
          />
        )}
      </Field>
      <WhenField label={words.call.calledAt} when={when} onChange={setWhen} problem={act.problem} />
      <Refusal problem={act.problem} />
      <Button
        kind="primary"
        pending={act.pending}
        disabledBecause={isLacking(said) ? `${words.missing} ${words.call.said}` : undefined}
        onClick={() => void send()}
      >
        {words.call.act}
      </Button>
    </Dialog>
  )
}

/** Which of the incidents the same matter was registered as first. */
export function MergeDialog({ incident, onClose }: DialogProps) {
  const words = useWords(relatedWords)
  const act = useAct(mergeIncident)
  const options = useOthers(incident.id)
  const [intoId, setInto] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const lacking = [!intoId && words.merge.find, isLacking(reason) && words.merge.reason].filter((label) => label !== false)
  const send = async () => {
    if (intoId && (await act.run({ incidentId: incident.id, intoId, reason }))) onClose()
  }
  return (
    <Dialog title={words.acts.merge} onClose={onClose}>
      <p>{words.merge.explain}</p>
      <Field label={words.merge.find} hint={words.merge.findHint} error={fieldProblem(act.problem, 'intoId')}>
        {(control) => <Combobox control={control} options={options} value={intoId} onChange={setInto} alwaysOpen shown={6} />}
      </Field>
      <TextField label={words.merge.reason} value={reason} onChange={setReason} error={fieldProblem(act.problem, 'reason')} />
      <Refusal problem={act.problem} />
      <Button
        kind="primary"
        pending={act.pending}
        disabledBecause={lacking.length > 0 ? `${words.missing} ${lacking.join(' · ')}` : undefined}
        onClick={() => void send()}
      >
        {words.merge.act}
      </Button>
    </Dialog>
  )
}

/** The latest incidents besides this one; those merged themselves take no other. */
function useOthers(id: string) {
  const language = useLanguage()
  const format = useFormat()
  const { data } = useAnswer(listIncidents, { limit: 100 })
  return (data?.rows ?? [])
    .filter((row) => row.id !== id && row.state !== 'merged')
    .map((row) => ({
      value: row.id,
      label: `${row.number.slice(-6)} · ${categoryOf(row.category)?.[language] ?? row.category} · ${row.place}`,
      search: row.number,
      detail: format.listTime(row.receivedAt),
    }))
}

/** The two were two matters after all. */
export function UnmergeDialog({ incident, onClose }: DialogProps) {
  const words = useWords(relatedWords)
  const act = useAct(unmergeIncident)
  const [reason, setReason] = useState('')
  const send = async () => {
    if (await act.run({ incidentId: incident.id, reason })) onClose()
  }
  return (
    <Dialog title={words.acts.unmerge} onClose={onClose}>
      <p>{words.unmerge.explain}</p>
      <TextField label={words.unmerge.reason} value={reason} onChange={setReason} error={fieldProblem(act.problem, 'reason')} />
      <Refusal problem={act.problem} />
      <Button
        kind="primary"
        pending={act.pending}
        disabledBecause={isLacking(reason) ? `${words.missing} ${words.unmerge.reason}` : undefined}
        onClick={() => void send()}
      >
        {words.unmerge.act}
      </Button>
    </Dialog>
  )
}
