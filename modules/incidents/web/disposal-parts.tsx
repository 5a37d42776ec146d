import { paperAddress } from '#modules/cases/parts.tsx'
import { Citations } from '#modules/law-library/parts.tsx'
import { Field } from '#platform/web/field.tsx'
import { useBilingual, useWords } from '#platform/web/language.ts'
import { PageLink } from '#platform/web/navigation.tsx'
import { PhoneChoices } from '#platform/web/phone-frame.tsx'
import { Done, Refusal, fieldProblem } from '#platform/web/refusal.tsx'
import { WhenField } from '#platform/web/when-field.tsx'
import { dispositionLaw } from '../domain/disposition-law.ts'
import { asksFor, dispositions } from '../domain/incident-state.ts'
import type { Disposition } from '../domain/incident-state.ts'
import { CaseFields } from './case-fields.tsx'
import { incidentWords } from './screen-words.ts'
import { sendingWords } from './sending-words.ts'
import type { Disposal, Disposed } from './use-disposal.ts'

/** First the outcome, in the order of the law and none chosen beforehand; then what it asks for. */
export const DisposalBody = ({ disposal }: { disposal: Disposal }) =>
  disposal.chosen === null ? <Outcomes disposal={disposal} /> : <Particulars disposal={disposal} disposition={disposal.chosen} />

function Outcomes({ disposal }: { disposal: Disposal }) {
  const words = useWords(incidentWords)
  const sending = useWords(sendingWords)
  const say = useBilingual()
  const { disposition: recorded } = disposal.incident
  return (
    <>
      {disposal.isCorrection && recorded !== null && <p>{sending.correct.now(words.dispositions[recorded])}</p>}
      <PhoneChoices
        label={words.disposal.title}
        options={dispositions.map((value) => ({ value, label: words.dispositions[value], law: say(dispositionLaw[value].line) }))}
        value={disposal.draft.disposition}
        onChange={(disposition) => disposal.set({ disposition })}
      />
    </>
  )
}

function Particulars({ disposal, disposition }: { disposal: Disposal; disposition: Disposition }) {
  const words = useWords(incidentWords)
  const sending = useWords(sendingWords)
  const say = useBilingual()
  const asks = asksFor[disposition]
  const { draft, set, problem, incident } = disposal
  return (
    <>
      <div>
        <p className="strong">{words.dispositions[disposition]}</p>
        <p>{say(dispositionLaw[disposition].line)}</p>
        <p className="caption">
          <Citations of={dispositionLaw[disposition].basis} />
        </p>
      </div>
      {asks === 'case' ? (
        <CaseFields kind={disposition === 'criminal-case' ? 'criminal' : 'administrative'} {...{ incident, draft, set, problem }} />
      ) : (
        <Field label={words.disposal.asks[asks]} hint={words.disposal.asksHint[asks]} error={fieldProblem(problem, 'note')}>
          {(control) => (
            <textarea {...control} className="input" rows={3} value={draft.note} onChange={(event) => set({ note: event.target.value })} />
          )}
        </Field>
      )}
      {draft.reason !== null && (
        <Field label={sending.correct.reason} error={fieldProblem(problem, 'reason')}>
          {(control) => (
            <textarea
              {...control}
              className="input"
              rows={2}
              maxLength={200}
              value={draft.reason ?? ''}
              onChange={(event) => set({ reason: event.target.value })}
            />
          )}
        </Field>
      )}
      <WhenField
        label={disposal.isCorrection ? sending.correct.at : words.acts.disposedAt}
        when={disposal.when}
        onChange={disposal.setWhen}
        problem={problem}
      />
      <Refusal problem={problem} />
    </>
  )
}

/** The verb of the last button: what happens when it is pressed. */
export function useDisposalVerb(disposition: Disposition): string {
  const words = useWords(incidentWords).disposal
  if (disposition === 'criminal-case') return words.accept
  return disposition === 'administrative-case' ? words.propose : words.record
}

/** What is still missing before the outcome can be recorded; undefined when nothing is. */
export function useStillMissing({ missing }: Pick<Disposal, 'missing'>): string | undefined {
  const words = useWords(incidentWords)
  const sending = useWords(sendingWords)
  const { disposal } = words
  const names = {
    disposition: disposal.title,
    note: disposal.asks.note,
    reason: sending.correct.reason,
    causeCode: disposal.cause,
    causeText: disposal.causeText,
    matter: disposal.matter,
    reporterName: disposal.reporterName,
    reporterRole: disposal.reporterRole,
  }
  return missing.length > 0 ? `${words.acts.missing} ${missing.map((field) => names[field]).join(' · ')}` : undefined
}

/** What the act led to: the case with its paper, or that it waits for the unit head. */
export function DisposedNotice({ disposed }: { disposed: Disposed }) {
  const words = useWords(incidentWords)
  const { disposition, caseId, caseNumber, receiptId } = disposed
  if (caseId === null || caseNumber === null) {
    return <Done title={disposition === 'administrative-case' ? words.disposal.proposed : words.disposal.recorded} />
  }
  return <OpenedCase title={words.disposal.accepted(caseNumber)} caseId={caseId} receiptId={receiptId} paperName={words.disposal.receipt} />
}

interface OpenedCaseProps {
  readonly title: string
  readonly caseId: string
  readonly receiptId: string | null
  readonly paperName: string
}

/** A case was opened: its number, its paper and the way to it. */
export function OpenedCase({ title, caseId, receiptId, paperName }: OpenedCaseProps) {
  const words = useWords(incidentWords).page
  return (
    <Done title={title}>
      <div className="row wrap phone-links">
        {receiptId && (
          <a className="button" href={paperAddress(caseId, receiptId)} target="_blank" rel="noreferrer">
            {paperName}
          </a>
        )}
        <PageLink className="button" to={`/staff/cases/${caseId}`}>
          {words.openCase}
        </PageLink>
      </div>
    </Done>
  )
}
