import { useState } from 'react'
import { v7 as uuid } from 'uuid'
import { Citations } from '#modules/law-library/parts.tsx'
import { useAct } from '#platform/web/answer.ts'
import { Dialog } from '#platform/web/dialog.tsx'
import { useWords } from '#platform/web/language.ts'
import { Refusal, fieldProblem } from '#platform/web/refusal.tsx'
import { WhenField, justNow, whenInput } from '#platform/web/when-field.tsx'
import { changePartyPhone, reissueReceipt, setIdentitySecrecy } from '../contract.ts'
import type { IdentityCheck } from '../domain/party.ts'
import { AddPartyDialog } from './add-party-dialog.tsx'
import type { Party, PartyAct, PartyActProps } from './party-act.ts'
import { ActFoot, IdentityCheckField, NumberField, ReasonField } from './party-fields.tsx'
import { caseWords } from './screen-words.ts'
import { ServeNoticeDialog } from './serve-notice-dialog.tsx'

/** The form of one act of the counter. */
export function PartyDialog({ act, party, ...props }: PartyActProps) {
  if (!party || act === 'add') return <AddPartyDialog {...props} />
  if (act === 'serve') return <ServeNoticeDialog {...props} partyId={party.id} onDone={() => props.onDone()} />
  return <CounterDialog {...props} party={party} act={act} />
}

type CounterAct = Exclude<PartyAct, 'add' | 'serve'>

// law: what is asked for under PROC-CRIM 173 and PROC-ADMIN 63; the other acts are the counter's own and rest on no article.
const secrecyArticle = { criminal: { law: 'proc-crim', article: '173' }, administrative: { law: 'proc-admin', article: '63' } } as const

// law: to ask for secrecy is enough; only that person lifts it, so then it is checked who asks.
const asks: Readonly<Record<CounterAct, { readonly check: boolean; readonly reason: boolean }>> = {
  phone: { check: true, reason: true },
  reissue: { check: true, reason: true },
  secret: { check: false, reason: false },
  open: { check: true, reason: false },
}

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
  const { people } = useWords(caseWords)
  const { form } = people
  const { send, pending, problem } = useCounter({ record, party, act })
  const [said, setSaid] = useState<Said>(() => ({ id: uuid(), reason: '', identityCheck: null, phone: '', landline: '' }))
  const [when, setWhen] = useState(justNow)
  const set = (change: Partial<Said>) => setSaid((before) => ({ ...before, ...change }))
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
      {asks[act].check && (
        <IdentityCheckField value={said.identityCheck} onChange={(identityCheck) => set({ identityCheck })} problem={problem} />
      )}
      <ReasonField value={said.reason} onChange={(reason) => set({ reason })} isOptional={!asks[act].reason} problem={problem} />
      <WhenField label={form.occurredAt} when={when} onChange={setWhen} problem={problem} />
      <Refusal problem={problem} />
      <ActFoot label={people.acts[act]} missing={missingIn(said, act, form)} pending={pending} onAct={() => void done()} />
    </Dialog>
  )
}

const missingIn = (said: Said, act: CounterAct, form: { identityCheck: string; reason: string }): readonly string[] => [
  ...(asks[act].check && said.identityCheck === null ? [form.identityCheck] : []),
  ...(asks[act].reason && said.reason.trim() === '' ? [form.reason] : []),
]

interface NumberFieldsProps {
  readonly said: Said
  readonly onChange: (change: Partial<Said>) => void
  readonly problem: unknown
}

const NumberFields = ({ said, onChange, problem }: NumberFieldsProps) => (
  <>
    <NumberField kind="newPhone" value={said.phone} onChange={(phone) => onChange({ phone })} error={fieldProblem(problem, 'phone')} />
    <NumberField
      kind="landline"
      value={said.landline}
      onChange={(landline) => onChange({ landline })}
      error={fieldProblem(problem, 'landline')}
    />
  </>
)
