import { useState } from 'react'
import { v7 as uuid } from 'uuid'
import { Citations } from '#modules/law-library/parts.tsx'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { Segments } from '#platform/web/choice.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { Field } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { Refusal, fieldProblem } from '#platform/web/refusal.tsx'
import { WhenField, justNow, whenInput } from '#platform/web/when-field.tsx'
import { changePartyPhone, reissueReceipt, setIdentitySecrecy } from '../contract.ts'
import type { CaseDetail } from '../contract.ts'
import { type IdentityCheck, identityChecks } from '../domain/party.ts'
import { AddPartyDialog } from './add-party-dialog.tsx'
import { ServeNoticeDialog } from './case-act-dialog.tsx'
import type { Party, PartyAct } from './parties-panel.tsx'
import { caseWords } from './screen-words.ts'

export interface PartyActProps {
  readonly record: CaseDetail
  readonly act: PartyAct
  /** Null for an act that is about nobody yet. */
  readonly party: Party | null
  readonly onClose: () => void
  readonly onDone: (papers?: { receiptId: string; noticeId?: string | null }) => void
}

/** The form of one act of the counter. */
export function PartyDialog({ act, party, ...props }: PartyActProps) {
  if (!party || act === 'add') return <AddPartyDialog {...props} />
  if (act === 'serve') return <ServeNoticeDialog {...props} partyId={party.id} onDone={() => props.onDone()} />
  return <CounterDialog {...props} party={party} act={act} />
}

type CounterAct = Exclude<PartyAct, 'add' | 'serve'>

// law: what is asked for under PROC-CRIM 173 and PROC-ADMIN 63; the other acts are the counter's own and rest on no article.
const secrecyArticle = { criminal: { law: 'proc-crim', article: '173' }, administrative: { law: 'proc-admin', article: '63' } } as const

interface CounterProps extends Omit<PartyActProps, 'act' | 'party'> {
  readonly act: CounterAct
  readonly party: Party
}

interface Said {
  readonly id: string
  readonly reason: string
  readonly identityCheck: IdentityCheck | null
  readonly phone: string
  readonly landline: string
}

/** Sends what was said under the endpoint of the act; the paper that it made, if it made one. */
function useCounter({ record, party, act }: Pick<CounterProps, 'record' | 'party' | 'act'>) {
  const phone = useAct(changePartyPhone)
  const reissue = useAct(reissueReceipt)
  const secrecy = useAct(setIdentitySecrecy)
  const used = { phone, reissue, secret: secrecy, open: secrecy }[act]
  const send = async ({ id, reason, identityCheck, ...said }: Said, when: ReturnType<typeof whenInput>) => {
    const common = { caseId: record.id, partyId: party.id, id, ...when }
    const given = { ...(reason.trim() && { reason: reason.trim() }), ...(identityCheck && { identityCheck }) }
    if (act === 'secret' || act === 'open') return secrecy.run({ ...common, ...given, isSecret: act === 'secret' })
    // why: both are asked for before the button can be pressed.
    const full = { ...common, reason: reason.trim(), identityCheck: identityCheck ?? 'known' } as const
    if (act === 'reissue') return reissue.run(full)
    const landline = said.landline.trim()
    return phone.run({ ...full, phone: said.phone.replaceAll(/\s/g, '') || null, ...(landline && { landline }) })
  }
  return { send, pending: used.pending, problem: used.problem }
}

function CounterDialog({ record, party, act, onClose, onDone }: CounterProps) {
  const words = useWords(caseWords)
  const { people } = words
  const { form } = people
  const { send, pending, problem } = useCounter({ record, party, act })
  const [said, setSaid] = useState<Said>(() => ({ id: uuid(), reason: '', identityCheck: null, phone: '', landline: '' }))
  const [when, setWhen] = useState(justNow)
  const set = (change: Partial<Said>) => setSaid((before) => ({ ...before, ...change }))
  const needsCheck = act !== 'secret'
  const needsReason = act === 'phone' || act === 'reissue'
  const missing = [
    needsCheck && said.identityCheck === null && form.identityCheck,
    needsReason && said.reason.trim() === '' && form.reason,
  ].filter(Boolean)
  const done = async () => {
    const answer = await send(said, whenInput(when))
    if (answer) onDone('receiptId' in answer ? { receiptId: answer.receiptId } : undefined)
  }
  const who = `${people.roleIn(party.role, record.kind)} ${party.name ?? people.secretName}`
  return (
    <Dialog title={people.actFor(people.acts[act], who)} onClose={onClose}>
      <p>{people.effect[act]}</p>
      {(act === 'secret' || act === 'open') && (
        <p className="caption">
          {form.basis} <Citations of={[secrecyArticle[record.kind]]} />
        </p>
      )}
      {act === 'phone' && <NumberFields said={said} onChange={set} problem={problem} />}
      {needsCheck && (
        <>
          <Segments
            label={form.identityCheck}
            options={identityChecks.map((value) => ({ value, label: people.identityChecks[value] }))}
            value={said.identityCheck}
            onChange={(identityCheck) => set({ identityCheck })}
            error={fieldProblem(problem, 'identityCheck')}
          />
          <p className="field-hint">{form.identityCheckHint}</p>
        </>
      )}
      <Field
        label={needsReason ? form.reason : form.note}
        optional={!needsReason}
        hint={form.reasonHint}
        error={fieldProblem(problem, 'reason')}
      >
        {(control) => (
          <input {...control} className="input" value={said.reason} onChange={(event) => set({ reason: event.target.value })} />
        )}
      </Field>
      <WhenField label={form.occurredAt} when={when} onChange={setWhen} problem={problem} />
      <Refusal problem={problem} />
      <div className="row wrap">
        <Button
          kind="primary"
          pending={pending}
          disabledBecause={missing.length > 0 ? `${form.missing} ${missing.join(' · ')}` : undefined}
          onClick={() => void done()}
        >
          {people.acts[act]}
        </Button>
      </div>
      <p className="caption">{form.recorded}</p>
    </Dialog>
  )
}

interface NumberFieldsProps {
  readonly said: Said
  readonly onChange: (change: Partial<Said>) => void
  readonly problem: unknown
}

function NumberFields({ said, onChange, problem }: NumberFieldsProps) {
  const { form } = useWords(caseWords).people
  return (
    <>
      <Field label={form.newPhone} optional hint={form.newPhoneHint} error={fieldProblem(problem, 'phone')}>
        {(control) => (
          <input
            {...control}
            className="input"
            inputMode="numeric"
            autoComplete="off"
            value={said.phone}
            onChange={(event) => onChange({ phone: event.target.value })}
          />
        )}
      </Field>
      <Field label={form.landline} optional hint={form.landlineHint} error={fieldProblem(problem, 'landline')}>
        {(control) => (
          <input
            {...control}
            className="input"
            inputMode="tel"
            autoComplete="off"
            value={said.landline}
            onChange={(event) => onChange({ landline: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}
