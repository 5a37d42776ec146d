import { Button } from '#platform/web/button.tsx'
import { Segments } from '#platform/web/choice.tsx'
import { Field } from '#platform/web/field.tsx'
import { useWords } from '#platform/web/language.ts'
import { fieldProblem } from '#platform/web/refusal.tsx'
import { type IdentityCheck, identityChecks } from '../domain/party.ts'
import { caseWords } from './screen-words.ts'

interface IdentityCheckFieldProps {
  readonly value: IdentityCheck | null
  readonly onChange: (value: IdentityCheck) => void
  readonly problem: unknown
}

/** What was seen of the person, never its number. */
export function IdentityCheckField({ value, onChange, problem }: IdentityCheckFieldProps) {
  const { form, identityChecks: names } = useWords(caseWords).people
  return (
    <>
      <Segments
        label={form.identityCheck}
        options={identityChecks.map((each) => ({ value: each, label: names[each] }))}
        value={value}
        onChange={onChange}
        error={fieldProblem(problem, 'identityCheck')}
      />
      <p className="field-hint">{form.identityCheckHint}</p>
    </>
  )
}

interface ReasonFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly isOptional: boolean
  readonly problem: unknown
}

export function ReasonField({ value, onChange, isOptional, problem }: ReasonFieldProps) {
  const { form } = useWords(caseWords).people
  return (
    <Field
      label={isOptional ? form.note : form.reason}
      optional={isOptional}
      hint={form.reasonHint}
      error={fieldProblem(problem, 'reason')}
    >
      {(control) => <input {...control} className="input" value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  )
}

interface NumberFieldProps {
  readonly kind: 'phone' | 'newPhone' | 'landline'
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
}

/** A mobile or a landline; neither has to be there. */
export function NumberField({ kind, value, onChange, error }: NumberFieldProps) {
  const { form } = useWords(caseWords).people
  return (
    <Field label={form[kind]} optional hint={form[`${kind}Hint`]} error={error}>
      {(control) => (
        <input
          {...control}
          className="input"
          inputMode={kind === 'landline' ? 'tel' : 'numeric'}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

interface ActFootProps {
  readonly label: string
  /** Names of the fields that are still empty. */
  readonly missing: readonly string[]
  readonly pending: boolean
  readonly onAct: () => void
}

/** The button of an act, with what is missing, and that it is written down. */
export function ActFoot({ label, missing, pending, onAct }: ActFootProps) {
  const { form } = useWords(caseWords).people
  return (
    <>
      <div className="row wrap">
        <Button
          kind="primary"
          pending={pending}
          disabledBecause={missing.length > 0 ? `${form.missing} ${missing.join(' · ')}` : undefined}
          onClick={onAct}
        >
          {label}
        </Button>
      </div>
      <p className="caption">{form.recorded}</p>
    </>
  )
}
