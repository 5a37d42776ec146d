import { useState } from 'react'
import { v7 as uuid } from 'uuid'
import { Citations } from '#modules/law-library/parts.tsx'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { Segments } from '#platform/web/choice.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { Field } from '#platform/web/field.tsx'
import { fromLocalField, toLocalField } from '#platform/web/format.ts'
import { useWords } from '#platform/web/language.ts'
import { Refusal, fieldProblem } from '#platform/web/refusal.tsx'
import { serverNow } from '#platform/web/server-clock.ts'
import { WhenField, justNow, whenInput } from '#platform/web/when-field.tsx'
import { endMeasure, takeMeasure } from '../contract.ts'
import type { CaseDetail, MeasureCard } from '../contract.ts'
import { type MeasureKind, measureKinds, measureLaw } from '../domain/measure.ts'
import { caseWords } from './screen-words.ts'

interface TakeProps {
  readonly record: CaseDetail
  readonly onClose: () => void
}

interface MeasureDraft {
  readonly kind: MeasureKind | null
  /** A suspect known to the case; empty: somebody new. */
  readonly knownId: string
  readonly personName: string
  readonly decidedBy: string
  /** As the field writes it, in Beijing time. */
  readonly decidedAt: string
}

const emptyDraft = { kind: null, knownId: '', personName: '', decidedBy: '' } as const

/** A measure while it is being recorded. */
function useMeasure(record: CaseDetail, onDone: () => void) {
  const form = useWords(caseWords).measureForm
  const { run, pending, problem } = useAct(takeMeasure)
  const [draft, setDraft] = useState<MeasureDraft>(() => ({ ...emptyDraft, decidedAt: toLocalField(serverNow()) }))
  const [ids] = useState(() => ({ measure: uuid(), person: uuid() }))
  const [when, setWhen] = useState(justNow)
  const { kind, knownId, personName, decidedBy } = draft
  const missing = [
    kind === null && form.kind,
    knownId === '' && personName.trim() === '' && form.personName,
    decidedBy.trim().length < 2 && form.decidedByLeader,
  ].filter(Boolean)
  const send = async () => {
    if (kind === null) return
    const person = knownId === '' ? { personId: ids.person, personName: personName.trim() } : { personId: knownId }
    const decidedAt = fromLocalField(draft.decidedAt)
    const decision = { decidedBy: decidedBy.trim(), ...(decidedAt && { decidedAt: decidedAt.toISOString() }) }
    if (await run({ caseId: record.id, id: ids.measure, kind, ...person, ...decision, ...whenInput(when) })) onDone()
  }
  const set = (change: Partial<MeasureDraft>) => setDraft((before) => ({ ...before, ...change }))
  return { draft, set, when, setWhen, missing, send, pending, problem }
}

/** What was done to whom, by whose decision and from when. */
export function TakeMeasureDialog({ record, onClose }: TakeProps) {
  const words = useWords(caseWords)
  const form = words.measureForm
  const { draft, set, when, setWhen, missing, send, pending, problem } = useMeasure(record, onClose)
  const { kind } = draft
  return (
    <Dialog title={form.take} onClose={onClose}>
      {(record.stage === 'accepted' || record.stage === 'not-filed') && <p className="notice attention">{form.notFiled}</p>}
      <Segments
        label={form.kind}
        options={measureKinds.map((value) => ({ value, label: words.measures[value] }))}
        value={kind}
        onChange={(value) => set({ kind: value })}
        error={fieldProblem(problem, 'kind')}
      />
      {kind && (
        <p className="caption">
          {form.basis} <Citations of={[measureLaw[kind].basis]} />
        </p>
      )}
      <SuspectFields record={record} draft={draft} set={set} problem={problem} />
      <DecisionFields draft={draft} set={set} problem={problem} />
      <WhenField label={form.beganAt} when={when} onChange={setWhen} problem={problem} />
      <Refusal problem={problem} />
      <div className="row wrap">
        <Button
          kind="primary"
          pending={pending}
          disabledBecause={missing.length > 0 ? `${form.missing} ${missing.join(' · ')}` : undefined}
          onClick={() => void send()}
        >
          {form.take}
        </Button>
      </div>
    </Dialog>
  )
}

/** Whose decision it was, and when. */
function DecisionFields({ draft, set, problem }: Omit<SuspectProps, 'record'>) {
  const form = useWords(caseWords).measureForm
  const { kind, decidedBy, decidedAt } = draft
  return (
    <>
      <Field
        label={kind && measureLaw[kind].decidedBy === 'procuratorate' ? form.decidedByProcuratorate : form.decidedByLeader}
        error={fieldProblem(problem, 'decidedBy')}
      >
        {(control) => (
          <input
            {...control}
            className="input"
            autoComplete="off"
            value={decidedBy}
            onChange={(event) => set({ decidedBy: event.target.value })}
          />
        )}
      </Field>
      <Field label={form.decidedAt} error={fieldProblem(problem, 'decidedAt')}>
        {(control) => (
          <input
            {...control}
            className="input"
            type="datetime-local"
            value={decidedAt}
            onChange={(event) => set({ decidedAt: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}

interface SuspectProps {
  readonly record: CaseDetail
  readonly draft: MeasureDraft
  readonly set: (change: Partial<MeasureDraft>) => void
  readonly problem: unknown
}

/** One of the suspects of the case, or somebody new by name. */
function SuspectFields({ record, draft, set, problem }: SuspectProps) {
  const form = useWords(caseWords).measureForm
  const known = [...new Map(record.measures.map(({ personId, personName }) => [personId, personName]))]
  return (
    <>
      {known.length > 0 && (
        <Field label={form.person} error={fieldProblem(problem, 'personId')}>
          {(control) => (
            <select {...control} className="input" value={draft.knownId} onChange={(event) => set({ knownId: event.target.value })}>
              <option value="">{form.newPerson}</option>
              {known.map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {draft.knownId === '' && (
        <Field label={form.personName} hint={form.personNameHint} error={fieldProblem(problem, 'personName')}>
          {(control) => (
            <input
              {...control}
              className="input"
              autoComplete="off"
              value={draft.personName}
              onChange={(event) => set({ personName: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  )
}

/** When a measure ended, and why. */
export function EndMeasureDialog({ record, measure, onClose }: TakeProps & { readonly measure: MeasureCard }) {
  const words = useWords(caseWords)
  const form = words.measureForm
  const { run, pending, problem } = useAct(endMeasure)
  const [reason, setReason] = useState('')
  const [when, setWhen] = useState(justNow)
  const send = async () => {
    if (await run({ caseId: record.id, measureId: measure.id, reason: reason.trim(), ...whenInput(when) })) onClose()
  }
  return (
    <Dialog title={form.end} onClose={onClose}>
      <p>
        {words.measures[measure.kind]} · {measure.personName}
      </p>
      <Field label={form.endReason} hint={form.endReasonHint} error={fieldProblem(problem, 'reason')}>
        {(control) => (
          <input {...control} className="input" autoComplete="off" value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <WhenField label={form.endedAt} when={when} onChange={setWhen} problem={problem} />
      <Refusal problem={problem} />
      <div className="row wrap">
        <Button
          kind="primary"
          pending={pending}
          disabledBecause={reason.trim() === '' ? `${form.missing} ${form.endReason}` : undefined}
          onClick={() => void send()}
        >
          {form.end}
        </Button>
      </div>
    </Dialog>
  )
}
