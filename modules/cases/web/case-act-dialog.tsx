import { useState } from 'react'
import { Citations } from '#modules/law-library/parts.tsx'
import { useAct } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { Segments } from '#platform/web/choice.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { Field } from '#platform/web/field.tsx'
import { numberParts } from '#platform/web/format.ts'
import { useBilingual, useWords } from '#platform/web/language.ts'
import { Refusal, fieldProblem } from '#platform/web/refusal.tsx'
import { WhenField, justNow, whenInput } from '#platform/web/when-field.tsx'
import { moveCase } from '../contract.ts'
import type { CaseDetail } from '../contract.ts'
import { type RefusalGround, refusalGroundLaw, refusalGrounds } from '../domain/refusal-ground.ts'
import { outcomes } from '../domain/stage.ts'
import type { Outcome } from '../domain/stage.ts'
import { caseWords } from './screen-words.ts'

export type Offered = CaseDetail['can']['acts'][number]
type Movable = 'file' | 'refuse' | 'transfer' | 'decide'

/** The acts a case may be moved by; acceptance opens a case and is no move of one. */
export const isMove = (offered: Offered): offered is Offered & { act: Movable } => offered.act !== 'accept'

interface MoveDialogProps {
  readonly record: CaseDetail
  readonly offered: Offered & { act: Movable }
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Asks once for a legal act: what it leads to, the article, reason and result where the law wants them, and when. */
export function MoveDialog({ record, offered, onClose, onDone }: MoveDialogProps) {
  const words = useWords(caseWords)
  const { run, pending, problem } = useAct(moveCase)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [reason, setReason] = useState('')
  const [when, setWhen] = useState(justNow)
  const [ground, setGround] = useState<RefusalGround | null>(null)
  const { act } = offered
  const { actForm } = words
  const missing = [
    act === 'decide' && outcome === null && actForm.outcome,
    act === 'refuse' && ground === null && words.record.ground.label,
    offered.needsReason && reason.trim() === '' && actForm.reason,
  ].filter(Boolean)
  const send = async () => {
    const said = { ...(outcome && { outcome }), ...(ground && { ground }), ...(reason.trim() && { reason: reason.trim() }) }
    if (await run({ caseId: record.id, act, ...said, ...whenInput(when) })) onDone()
  }
  return (
    <Dialog title={actForm.of(words.acts[act], numberParts(record.number).serial)} onClose={onClose}>
      <p>{actForm.effect[act]}</p>
      <p className="caption">
        {actForm.basis} <Citations of={[offered.article]} />
      </p>
      {act === 'decide' && (
        <Segments
          label={actForm.outcome}
          options={outcomes.map((value) => ({ value, label: words.outcomes[value] }))}
          value={outcome}
          onChange={setOutcome}
          error={fieldProblem(problem, 'outcome')}
        />
      )}
      {act === 'refuse' && <GroundField value={ground} onChange={setGround} error={fieldProblem(problem, 'ground')} />}
      <Field
        label={actForm.reason}
        optional={!offered.needsReason}
        hint={offered.needsReason ? actForm.reasonPrinted : actForm.reasonOptional}
        error={fieldProblem(problem, 'reason')}
      >
        {(control) => (
          <textarea {...control} className="input" rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <WhenField label={actForm.occurredAt} when={when} onChange={setWhen} problem={problem} />
      <Refusal problem={problem} />
      <div className="row wrap">
        <Button
          kind="primary"
          pending={pending}
          disabledBecause={missing.length > 0 ? `${actForm.missing} ${missing.join(' · ')}` : undefined}
          onClick={() => void send()}
        >
          {words.acts[act]}
        </Button>
      </div>
      <p className="caption">{actForm.noUndo}</p>
    </Dialog>
  )
}

interface GroundProps {
  readonly value: RefusalGround | null
  readonly onChange: (ground: RefusalGround | null) => void
  readonly error: string | undefined
}

/** On which ground of the law a crime is not filed; a legal choice begins with none. */
function GroundField({ value, onChange, error }: GroundProps) {
  const words = useWords(caseWords).record.ground
  const say = useBilingual()
  return (
    <>
      <Field label={words.label} hint={words.hint} error={error}>
        {(control) => (
          <select
            {...control}
            className="input"
            value={value ?? ''}
            onChange={(event) => onChange(refusalGrounds.find((one) => one === event.target.value) ?? null)}
          >
            <option value="">{words.choose}</option>
            {refusalGrounds.map((one) => (
              <option key={one} value={one}>
                {say(refusalGroundLaw[one].text)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {value && (
        <p className="caption">
          <Citations of={refusalGroundLaw[value].basis} />
        </p>
      )}
    </>
  )
}
