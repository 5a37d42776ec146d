import { useState } from 'react'
import type { ReactNode } from 'react'
import { listUnitOfficers } from '#modules/accounts/contract.ts'
import { Citations } from '#modules/law-library/parts.tsx'
import { useAct, useAnswer } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { Segments } from '#platform/web/choice.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { Field } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { PageState } from '#platform/web/page-state.tsx'
import { Refusal, fieldProblem } from '#platform/web/refusal.tsx'
import { WhenField, justNow, whenInput } from '#platform/web/when-field.tsx'
import { assignOfficers, changeCause, changeDisclosure, extendReview } from '../contract.ts'
import type { CaseDetail } from '../contract.ts'
import { type ReviewTier, reviewTierLaw } from '../domain/review-tier.ts'
import { SecrecyField, SensitivityField } from '../parts.tsx'
import { CauseFields, causeInput, causeTextMissing } from './cause-fields.tsx'
import type { CauseDraft } from './cause-fields.tsx'
import { caseWords } from './screen-words.ts'

export interface RecordDialogProps {
  readonly record: CaseDetail
  readonly onClose: () => void
}

interface AskingProps {
  readonly title: string
  readonly onClose: () => void
  readonly reason: string
  readonly setReason: (reason: string) => void
  readonly isReasonOptional?: boolean
  readonly missing: readonly (string | false)[]
  readonly pending: boolean
  readonly problem: unknown
  readonly send: () => void
  readonly children: ReactNode
}

/** What every change of the record has: its fields, the reason, and one button. */
function Asking({ title, onClose, reason, setReason, isReasonOptional = false, missing, pending, problem, send, children }: AskingProps) {
  const words = useWords(caseWords).record.form
  const left = [...missing, !isReasonOptional && reason.trim() === '' && words.reason].filter(Boolean)
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <Field label={words.reason} hint={words.reasonHint} optional={isReasonOptional} error={fieldProblem(problem, 'reason')}>
        {(control) => (
          <textarea {...control} className="input" rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <Refusal problem={problem} />
      <div className="row wrap">
        <Button
          kind="primary"
          pending={pending}
          disabledBecause={left.length > 0 ? `${words.missing} ${left.join(' · ')}` : undefined}
          onClick={send}
        >
          {title}
        </Button>
      </div>
    </Dialog>
  )
}

/** 变更案由. */
export function ChangeCauseDialog({ record, onClose }: RecordDialogProps) {
  const words = useWords(caseWords)
  const { run, pending, problem } = useAct(changeCause)
  const [reason, setReason] = useState('')
  const [draft, setDraft] = useState<CauseDraft>({
    causeCode: record.causeCode,
    causeText: record.causeText ?? '',
    causeLaw: record.causeLaw ?? '',
    causeArticle: record.causeArticle ?? '',
  })
  const send = async () => {
    const cause = causeInput(draft)
    if (await run({ caseId: record.id, ...cause, causeCode: draft.causeCode ?? '', reason: reason.trim() })) onClose()
  }
  return (
    <Asking
      title={words.record.acts.cause}
      missing={[draft.causeCode === null && words.fields.cause, causeTextMissing(draft) && words.record.cause.text]}
      send={() => void send()}
      {...{ onClose, reason, setReason, pending, problem }}
    >
      <CauseFields
        kind={record.kind}
        draft={draft}
        set={(change) => setDraft((before) => ({ ...before, ...change }))}
        errorAt={(name) => fieldProblem(problem, name)}
      />
    </Asking>
  )
}

/** 主办、协办, out of the officers of the unit. */
export function AssignOfficersDialog({ record, onClose }: RecordDialogProps) {
  const answer = useAnswer(listUnitOfficers, { code: record.unitCode })
  const words = useWords(caseWords).record
  const { run, pending, problem } = useAct(assignOfficers)
  const [reason, setReason] = useState('')
  const [holderId, setHolder] = useState(record.holderId)
  const [secondId, setSecond] = useState(record.secondId ?? '')
  const send = async () => {
    const said = reason.trim() ? { reason: reason.trim() } : {}
    if (await run({ caseId: record.id, holderId, secondId: secondId || null, ...said })) onClose()
  }
  return (
    <Asking
      title={words.acts.officers}
      isReasonOptional
      missing={[]}
      send={() => void send()}
      {...{ onClose, reason, setReason, pending, problem }}
    >
      {record.secrecy === 'secret' && <p className="caption">{words.officers.secretHint}</p>}
      <PageState answer={answer}>
        {({ rows }) => (
          <>
            <OfficerField
              label={words.officers.holder}
              rows={withKept(rows, record.holderId, record.holderName)}
              value={holderId}
              onChange={setHolder}
              error={fieldProblem(problem, 'holderId')}
            />
            <OfficerField
              label={words.officers.second}
              rows={withKept(rows, record.secondId, record.secondName).filter(({ id }) => id !== holderId)}
              value={secondId === holderId ? '' : secondId}
              onChange={setSecond}
              none={words.officers.noSecond}
              error={fieldProblem(problem, 'secondId')}
            />
          </>
        )}
      </PageState>
    </Asking>
  )
}

interface Choosable {
  readonly id: string
  readonly name: string
  readonly policeNumber: string
}

/** Whoever holds it now may keep it, also if they have left the unit. */
const withKept = (rows: readonly Choosable[], id: string | null, name: string | null): readonly Choosable[] =>
  id === null || name === null || rows.some((row) => row.id === id) ? rows : [{ id, name, policeNumber: '' }, ...rows]

interface OfficerFieldProps {
  readonly label: string
  readonly rows: readonly Choosable[]
  readonly value: string
  readonly onChange: (id: string) => void
  /** What choosing nobody is called, where that is possible. */
  readonly none?: string
  readonly error: string | undefined
}

const OfficerField = ({ label, rows, value, onChange, none, error }: OfficerFieldProps) => (
  <Field label={label} error={error}>
    {(control) => (
      <select {...control} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {rows.map((row) => (
          <option key={row.id} value={row.id}>
            {row.name} {row.policeNumber}
          </option>
        ))}
      </select>
    )}
  </Field>
)

/** Secrecy and sensitivity, set or lifted. */
export function ChangeDisclosureDialog({ record, onClose }: RecordDialogProps) {
  const words = useWords(caseWords).record
  const { run, pending, problem } = useAct(changeDisclosure)
  const [reason, setReason] = useState('')
  const [secrecy, setSecrecy] = useState(record.secrecy)
  const [sensitivity, setSensitivity] = useState(record.sensitivity)
  const send = async () => {
    if (await run({ caseId: record.id, secrecy, sensitivity, reason: reason.trim() })) onClose()
  }
  return (
    <Asking title={words.acts.disclosure} missing={[]} send={() => void send()} {...{ onClose, reason, setReason, pending, problem }}>
      <SecrecyField value={secrecy} onChange={setSecrecy} hint={words.form.disclosureHint} error={fieldProblem(problem, 'secrecy')} />
      <SensitivityField value={sensitivity} onChange={setSensitivity} error={fieldProblem(problem, 'sensitivity')} />
    </Asking>
  )
}

/** 7 days where leads have to be verified, 30 with the leader's approval. */
export function ExtendReviewDialog({ record, onClose }: RecordDialogProps) {
  const words = useWords(caseWords).record
  const { run, pending, problem } = useAct(extendReview)
  const [reason, setReason] = useState('')
  const [when, setWhen] = useState(justNow)
  const offered = record.can.extendReview
  const [tier, setTier] = useState<ReviewTier | null>(offered.length === 1 ? (offered[0] ?? null) : null)
  const send = async () => {
    if (tier && (await run({ caseId: record.id, tier, reason: reason.trim(), ...whenInput(when) }))) onClose()
  }
  return (
    <Asking
      title={words.acts.review}
      missing={[tier === null && words.form.tier]}
      send={() => void send()}
      {...{ onClose, reason, setReason, pending, problem }}
    >
      <p>{words.form.reviewHint}</p>
      <p className="caption">
        {words.form.basis} <Citations of={[reviewTierLaw['leads-to-verify'].basis]} />
      </p>
      <Segments
        label={words.form.tier}
        options={offered.map((value) => ({ value, label: words.tiers[value] }))}
        value={tier}
        onChange={setTier}
        error={fieldProblem(problem, 'tier')}
      />
      <WhenField label={words.form.decidedAt} when={when} onChange={setWhen} problem={problem} />
    </Asking>
  )
}
