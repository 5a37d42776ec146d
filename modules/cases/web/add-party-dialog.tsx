import { useState } from 'react'
import { v7 as uuid } from 'uuid'
import { Citations } from '#modules/law-library/parts.tsx'
import { useAct } from '#platform/web/answer.ts'
import { Segments } from '#platform/web/choice.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { Field } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { Attention, Refusal, fieldProblem } from '#platform/web/refusal.tsx'
import { WhenField, justNow, whenInput } from '#platform/web/when-field.tsx'
import { addParty } from '../contract.ts'
import type { PartyRole } from '../domain/disclosure.ts'
import type { PartyActProps } from './party-act.ts'
import { ActFoot, NumberField, ReasonField } from './party-fields.tsx'
import { caseWords } from './screen-words.ts'

interface Draft {
  readonly role: PartyRole | null
  readonly name: string
  readonly phone: string
  readonly landline: string
  readonly isIdentitySecret: boolean
  readonly reason: string
}

const empty: Draft = { role: null, name: '', phone: '', landline: '', isIdentitySecret: false, reason: '' }

/** Somebody who came forward after the case was opened. */
export function AddPartyDialog({ record, onClose, onDone }: Omit<PartyActProps, 'act' | 'party'>) {
  const { people } = useWords(caseWords)
  const { form } = people
  const { run, pending, problem } = useAct(addParty)
  const roles = record.can.addParty
  // why: a legal choice begins with none, but where there is one alone it is no choice.
  const [draft, setDraft] = useState<Draft>({ ...empty, role: roles.length === 1 ? (roles[0] ?? null) : null })
  const [id] = useState(() => uuid())
  const [when, setWhen] = useState(justNow)
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }))
  const missing = [...(draft.role === null ? [form.role] : []), ...(draft.name.trim() === '' ? [form.name] : [])]
  const send = async () => {
    const { role, isIdentitySecret } = draft
    if (!role) return
    const landline = draft.landline.trim()
    const phone = draft.phone.replaceAll(/\s/g, '') || null
    const party = { role, name: draft.name.trim(), phone, isIdentitySecret, ...(landline && { landline }) }
    const reason = draft.reason.trim()
    const added = await run({ caseId: record.id, id, party, ...(reason && { reason }), ...whenInput(when) })
    if (added) onDone(added)
  }
  return (
    <Dialog title={people.add} onClose={onClose}>
      <p>{people.effect.add}</p>
      <p className="caption">
        {form.basis}{' '}
        <Citations of={[record.kind === 'criminal' ? { law: 'proc-crim', article: '171' } : { law: 'proc-admin', article: '61' }]} />
      </p>
      {record.stage === 'not-filed' && <Attention title={form.noticeToo} />}
      <Segments
        label={form.role}
        options={roles.map((value) => ({ value, label: people.roleIn(value, record.kind) }))}
        value={draft.role}
        onChange={(role) => set({ role })}
        error={fieldProblem(problem, 'party.role')}
      />
      <p className="field-hint">{form.roleHint}</p>
      <PersonFields draft={draft} onChange={set} problem={problem} />
      <WhenField label={form.occurredAt} when={when} onChange={setWhen} problem={problem} />
      <Refusal problem={problem} />
      <ActFoot label={people.add} missing={missing} pending={pending} onAct={() => void send()} />
    </Dialog>
  )
}

interface PersonFieldsProps {
  readonly draft: Draft
  readonly onChange: (change: Partial<Draft>) => void
  readonly problem: unknown
}

function PersonFields({ draft, onChange, problem }: PersonFieldsProps) {
  const { form } = useWords(caseWords).people
  return (
    <>
      <Field label={form.name} error={fieldProblem(problem, 'party.name')}>
        {(control) => (
          <input
            {...control}
            className="input"
            autoComplete="off"
            value={draft.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </Field>
      {(['phone', 'landline'] as const).map((kind) => (
        <NumberField
          key={kind}
          kind={kind}
          value={draft[kind]}
          onChange={(number) => onChange({ [kind]: number })}
          error={fieldProblem(problem, `party.${kind}`)}
        />
      ))}
      <div className="field">
        <label className="row">
          <input
            type="checkbox"
            checked={draft.isIdentitySecret}
            aria-describedby="identity-secret-hint"
            onChange={(event) => onChange({ isIdentitySecret: event.target.checked })}
          />
          {form.secrecy}
        </label>
        <p id="identity-secret-hint" className="field-hint">
          {form.secrecyHint}
        </p>
      </div>
      <ReasonField value={draft.reason} onChange={(reason) => onChange({ reason })} isOptional problem={problem} />
    </>
  )
}
