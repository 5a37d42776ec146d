import './disagreements.css'
import { useAct, useAnswer } from '#platform/web/answer.ts'
import { Button } from '#platform/web/button.tsx'
import { useDraft } from '#platform/web/draft.ts'
import { Field } from '#platform/web/field.tsx'
import { useBilingual, useWords } from '#platform/web/language.ts'
import { PageLink } from '#platform/web/navigation.tsx'
import { PageState } from '#platform/web/page-state.tsx'
import { Facts } from '#platform/web/panel.tsx'
import { Done, Refusal } from '#platform/web/refusal.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { answerDisagreement, type DisagreementDetail, findDisagreement } from '../contract.ts'
import { queryWords } from './screen-words.ts'

/** One disagreement in the drawer. Opening it is written into the trail, so it is not asked for again by itself. */
export function DisagreementParts({ disagreementId }: { disagreementId: string }) {
  const answer = useAnswer(findDisagreement, { disagreementId }, { isRecorded: true })
  return <PageState answer={answer}>{(record) => <Parts record={record} />}</PageState>
}

function Parts({ record }: { record: DisagreementDetail }) {
  const words = useWords(queryWords)
  const format = useFormat()
  const say = useBilingual()
  return (
    <div className="stack">
      <Facts
        facts={[
          { label: words.milestone, value: say(record.milestone) },
          { label: words.role, value: words.roles[record.role] },
          { label: words.unit, value: say(record.unitName) },
          { label: words.saidAt, value: format.shortTime(record.saidAt) },
        ]}
      />
      <h3>{words.text}</h3>
      <p className={record.text === null ? 'muted' : 'typed-text'}>{record.text ?? words.noText}</p>
      <p className="caption">{words.readNote}</p>
      <p>
        <PageLink to={`/staff/cases/${record.caseId}`}>{words.openCase}</PageLink>
      </p>
      <Answer record={record} />
    </div>
  )
}

function Answer({ record }: { record: DisagreementDetail }) {
  const words = useWords(queryWords)
  const format = useFormat()
  if (record.answeredAt !== null)
    return (
      <Done title={words.answeredBy(record.answeredByName ?? '', format.shortTime(record.answeredAt))}>
        <p className="typed-text">{record.answer}</p>
      </Done>
    )
  return record.can.answer ? <AnswerForm disagreementId={record.id} /> : <p className="muted">{words.waitsForCentre}</p>
}

function AnswerForm({ disagreementId }: { disagreementId: string }) {
  const words = useWords(queryWords)
  const { run, pending, problem } = useAct(answerDisagreement)
  const draft = useDraft({ answer: '' }, problem)
  const answer = draft.values.answer.trim()
  return (
    <>
      <Field label={words.answerLabel} hint={words.answerHint} error={draft.errorAt('answer')}>
        {(control) => <textarea {...control} className="input" rows={6} maxLength={1_000} {...draft.text('answer')} />}
      </Field>
      <Refusal problem={problem} />
      <div className="row">
        <Button
          kind="primary"
          pending={pending}
          disabledBecause={answer.length < 2 ? words.answerMissing : undefined}
          onClick={() => void run({ disagreementId, answer })}
        >
          {words.answer}
        </Button>
      </div>
    </>
  )
}
